/** The main job in a browser, by role and label, on the whole product: compiled api and worker, real Postgres and Temporal. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { generateRemittance, writeRemittance } from '@overturn/x12';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { dayOf } from '../support/days.ts';
import { type Product, startProduct } from '../support/services/product.ts';
import { Staff } from '../support/staff.ts';
import { Desk, PASSWORD } from './desk.ts';
import { keyboardAlone } from './keyboard-alone.ts';
import { longList } from './long-list.ts';
import { openByHand } from './open-by-hand.ts';

jest.setTimeout(240_000);
const DANA = 'dana@example.test';
const MIKA = 'mika@example.test';

let product: Product;
let browser: Browser;
let dana: Desk;
let machine: Staff;
let denialPath: string;

/** A remittance of last week with ten denials among twenty claims. */
function remittance(): { name: string; mimeType: string; buffer: Buffer } {
  const datedOn = dayOf(new Date(), -7);
  const parts = generateRemittance({ claims: 20, denied: 0.5, datedOn, seed: 20_261_122 });
  return { name: 'last-week.835', mimeType: 'application/edi-x12', buffer: Buffer.concat([...writeRemittance(parts)]) };
}

beforeAll(async () => {
  product = await startProduct({ dashboard: true });
  browser = await openBrowser();
  machine = Staff.withKey(product.url, product.bootstrapKey);
  await machine.post('/users', { email: DANA, name: 'Dana Reyes', password: PASSWORD, role: 'specialist' });
  await machine.post('/users', { email: MIKA, name: 'Mika Ito', password: PASSWORD, role: 'supervisor' });
  dana = await Desk.at(browser, product.url);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe('the main job', () => {
  it('signing in leads to the page that was asked for', async () => {
    await dana.open('/remittances');
    await dana.page.getByLabel('E-mail').fill(DANA);
    await dana.page.getByLabel('Password', { exact: true }).fill('wrong');
    await dana.page.getByRole('button', { name: 'Sign in' }).click();
    await dana.page.getByRole('alert').waitFor();
    await dana.signIn(DANA);
    await dana.page.getByRole('heading', { name: 'Remittances' }).waitFor();
    await dana.seen('No remittance yet');
  });

  it('a dropped remittance is read; every claim is shown and the denials are opened', async () => {
    await dana.page.getByLabel('835 files').setInputFiles(remittance());
    await dana.seen('✓ imported');
    await dana.page.getByRole('link', { name: 'last-week.835' }).click();
    await dana.page.getByRole('heading', { name: 'Claims read' }).waitFor();
    expect(await dana.page.getByRole('region', { name: 'Claims, to scroll' }).getByRole('row').count()).toBe(21);
    expect(await dana.page.getByRole('link', { name: 'Open the denial' }).count()).toBe(10);
  });

  it('the same file again is the same import, and a PDF is refused in a sentence', async () => {
    await dana.open('/remittances');
    await dana.page.getByLabel('835 files').setInputFiles(remittance());
    await dana.seen(/was imported before/);
    const pdf = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 not a remittance') };
    await dana.page.getByLabel('835 files').setInputFiles(pdf);
    await dana.seen(/PDF/);
    expect(await dana.page.getByRole('link', { name: 'last-week.835' }).count()).toBe(1);
  });

  it('tasks arrive by themselves; one key gives the most urgent, claimed', async () => {
    await dana.open('/work?view=team');
    await dana.page
      .getByRole('row', { name: /Verify network/ })
      .first()
      .waitFor({ timeout: 60_000 });
    await dana.denialsHaveTasks(10);
    await dana.page.keyboard.press('n');
    await dana.page.getByRole('radiogroup', { name: 'Outcome' }).waitFor();
    await dana.page.getByRole('heading', { name: 'Verify network' }).waitFor();
    expect(dana.page.url()).toContain('view=mine');
  });

  it('what is missing is said at its field, and what was typed outlives a reload', async () => {
    await dana.page.keyboard.press('e');
    await dana.page.keyboard.press('Enter');
    await dana.seen(/Where you looked is needed/);
    await dana.page.getByLabel('Payer call').check();
    await dana.page.getByLabel('Call or capture reference').fill('REF-88120');
    await dana.page.reload();
    await dana.page.getByLabel('Call or capture reference').waitFor();
    expect(await dana.page.getByLabel('Call or capture reference').inputValue()).toBe('REF-88120');
    expect(await dana.page.getByLabel('Payer call').isChecked()).toBe(true);
  });

  it('a session that ends asks to sign in over the page; nothing typed is lost', async () => {
    await dana.endSession();
    await dana.page.getByRole('button', { name: 'Complete' }).click();
    const dialog = dana.page.getByRole('dialog', { name: 'Your session is over' });
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await dana.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await dana.page.getByLabel('Call or capture reference').inputValue()).toBe('REF-88120');
  });

  it('an answer is undone with one key, and is there again', async () => {
    await dana.page.getByRole('button', { name: 'Complete' }).click();
    await dana.page.getByRole('button', { name: /Undo/ }).waitFor();
    await dana.page.locator('body').press('z');
    await dana.seen(/Taken back/);
    await dana.page
      .getByRole('row', { name: /Verify network/ })
      .first()
      .click();
    expect(await dana.page.getByLabel('Call or capture reference').inputValue()).toBe('REF-88120');
    await dana.page.getByRole('complementary').getByRole('link', { name: 'Open', exact: true }).click();
    await dana.page.getByRole('heading', { name: 'Two clocks' }).waitFor();
    denialPath = new URL(dana.page.url()).pathname;
  });

  it('the denial shows its dates with rule and citation, by focus and as a list', async () => {
    await dana.page.getByRole('button', { name: /Filing date: Legal date/ }).focus();
    await dana.seen(/\+ 60 calendar days/);
    await dana.page.getByRole('button', { name: 'As a list' }).click();
    await dana.page
      .getByRole('region', { name: 'Filing date' })
      .getByText(/Safe date/)
      .waitFor();
    await dana.page.getByRole('button', { name: 'As a list' }).click();
  });

  it('each step is shown when the engine has made it: network, path, evidence', async () => {
    await dana.complete('Verify network');
    await dana.complete('Choose the path');
    const absent = async (title: string) =>
      dana.complete(title, async (card) => {
        await card.getByLabel('Does not exist').check();
        await card.getByLabel(/^Reason/).fill('Nothing was found.');
      });
    await dana.complete('Gather directory proof', async (card) => {
      const file = { name: 'directory.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') };
      await card.getByLabel('Documents', { exact: true }).setInputFiles(file);
      await card.getByRole('link', { name: 'directory.pdf' }).waitFor();
    });
    await absent('Gather referral and authorization records');
    await absent('Gather communications about network options');
    await dana.page.getByRole('tab', { name: /Evidence/ }).click();
    await dana.page
      .getByRole('region', { name: 'Directory proof' })
      .getByText('✓ captured')
      .waitFor({ timeout: 60_000 });
  });

  it('what the packet lacks is named, supplied, and the letter is read, approved and sent with proof', async () => {
    const intake = await dana.task('Review intake');
    await intake
      .getByText(/diagnosis/)
      .first()
      .waitFor();
    await dana.complete('Review intake', async (card) => {
      await card.getByLabel(/^Diagnoses/).fill('M54.50');
      await card.getByLabel(/^Tax ID/).fill('12-3456789');
    });
    const review = await dana.task('Review the packet');
    await review.getByRole('link', { name: 'Read and edit' }).click();
    const letter = dana.page.getByRole('region', { name: 'Record' }).getByRole('textbox');
    await letter.fill(`${await letter.inputValue()}\nAdded by hand.`);
    await dana.page.getByRole('button', { name: 'Save' }).click();
    await dana.seen('Saved.');
    await dana.complete('Review the packet');
    await dana.complete('Send the packet', async (card) => {
      await card.getByLabel('Portal').check();
      await card.getByLabel('Confirmation number').fill('GX-48213');
    });
    await dana.page.getByRole('button', { name: /Exception: Sent by portal/ }).waitFor();
  });

  it('which rules apply was asked beside the road, and is answered when somebody knows', async () => {
    await dana.complete('Find out which rules apply', async (card) => {
      await card.getByLabel(/^Which rules apply/).selectOption('erisa');
      await card.getByLabel(/^Who or what says so/).selectOption('benefits-office');
    });
    await dana.page.getByRole('heading', { name: 'Nothing to do now' }).waitFor({ timeout: 60_000 });
  });

  it('the payer’s answer is recorded by hand and moves the case', async () => {
    await dana.page.getByRole('button', { name: 'Commands' }).click();
    await dana.page.getByRole('menuitem', { name: /Record the payer’s answer/ }).click();
    const dialog = dana.page.getByRole('dialog', { name: 'Record the payer’s answer' });
    await dialog.getByLabel(/^What they answered/).selectOption('approved');
    await dialog.getByLabel('In-network benefits').check();
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dana.page.getByRole('listitem').filter({ hasText: 'now: Wait for payment' }).waitFor({ timeout: 60_000 });
  });
});

describe('the rules of the house', () => {
  it('who holds no task here says why before the name opens; no address ever carried it', async () => {
    await dana.page.getByRole('button', { name: 'Open the name' }).click();
    await dana.page.getByLabel('Why you open the name').fill('The payer asked for it on the telephone');
    await dana.page.keyboard.press('Enter');
    await dana.page.getByRole('button', { name: 'Hide' }).waitFor();
    const { firstName, lastName, memberId } = await machine.post<Record<string, string>>(
      `/denials/${denialPath.split('/').at(-1)}/patient`,
      { reason: 'test' },
    );
    await dana.seen(`${firstName} ${lastName}`);
    const addresses = decodeURIComponent(dana.asked.join('\n')).toLowerCase();
    expect(addresses).not.toContain(lastName!.toLowerCase());
    expect(addresses).not.toContain(memberId!.toLowerCase());
  });

  it('a task that somebody took is said so, in its place', async () => {
    const mika = await Desk.at(browser, product.url);
    await mika.open('/work?view=team');
    await mika.signIn(MIKA);
    await dana.open('/work?view=team');
    const row = dana.page.getByRole('row', { name: /Verify network/ }).first();
    await row.click();
    await dana.page.getByRole('button', { name: 'Claim and start' }).waitFor();
    await mika.open(new URL(dana.page.url()).pathname + new URL(dana.page.url()).search);
    await mika.page.getByRole('button', { name: 'Claim and start' }).click();
    await dana.seen(/Mika Ito holds it/);
    const button = dana.page.getByRole('button', { name: 'Claim and start' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(await button.getAttribute('aria-describedby')).not.toBeNull();
    await mika.close();
  });

  it('one who may not sees who can', async () => {
    await dana.open('/health');
    await dana.seen('Health is for supervisors');
    await dana.seen(/Ask a supervisor, a manager or an administrator/);
  });

  it('offline is said; back online it goes on', async () => {
    await dana.open('/denials');
    await dana.page.getByRole('table', { name: 'Denials' }).waitFor();
    await dana.setOffline(true);
    await dana.seen(/You are offline/);
    await dana.setOffline(false);
    await dana.page.getByText(/You are offline/).waitFor({ state: 'detached' });
  });

  it('filters stand in the address, and survive back and reload', async () => {
    await dana.page.getByLabel('Stage').selectOption('verify-network');
    await dana.page.waitForURL(/stage=verify-network/);
    await dana.page.reload();
    expect(await dana.page.getByLabel('Stage').inputValue()).toBe('verify-network');
  });

  openByHand(() => dana);
  keyboardAlone(() => dana);
  longList(() => dana);

  it('search finds by claim number and by keys alone', async () => {
    await dana.page.locator('body').press('/');
    await dana.page.getByRole('combobox', { name: /Search claim number/ }).fill('last');
    await dana.page.getByRole('combobox', { name: /Search claim number/ }).fill('Go to My work');
    await dana.page.getByRole('option', { name: /Go to My work/ }).waitFor();
    await dana.page.keyboard.press('Enter');
    await dana.page.getByRole('heading', { name: 'My work' }).waitFor();
  });

  const PLACES = ['/work?view=team', '/denials', '/denials/new', '/remittances', '/health'];
  it.each(PLACES)('axe finds nothing serious on %s', async (path) => {
    await dana.open(path);
    await dana.page.getByRole('main').getByRole('heading').first().waitFor();
    expect(await dana.barriers()).toEqual([]);
  });
  it.each(['timeline', 'lines', 'evidence', 'documents', 'deadlines'])(
    'axe finds nothing serious on a denial, %s',
    async (tab) => {
      await dana.open(`${denialPath}?tab=${tab}`);
      await dana.page.getByRole('heading', { name: 'Two clocks' }).waitFor();
      expect(await dana.barriers()).toEqual([]);
    },
  );

  it('with the engine away an answer is kept, and applied when it is back', async () => {
    await dana.open('/work?view=team&queue=verify');
    await dana.page.getByRole('button', { name: /Get next/ }).click();
    await dana.page.getByRole('radiogroup', { name: 'Outcome' }).waitFor();
    await product.kill('temporal');
    await dana.page.getByRole('complementary').getByRole('link', { name: 'Open', exact: true }).click();
    const card = await dana.task('Verify network');
    await card.getByLabel('Directory', { exact: true }).check();
    await card.getByRole('button', { name: 'Complete' }).click();
    await dana.page.getByText(/Your answer is kept/).waitFor({ timeout: 60_000 });
    await product.restart('temporal');
    await dana.page.getByRole('region', { name: 'Do this now: Choose the path' }).waitFor({ timeout: 120_000 });
  });

  it('nothing broke on any page', () => expect(dana.faults).toEqual([]));
});
