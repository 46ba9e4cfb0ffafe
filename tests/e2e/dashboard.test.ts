/** The main job in a browser, by role and label, on the whole product: compiled api and worker, real Postgres and Temporal. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { generateRemittance, writeRemittance } from '@overturn/x12';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type Product, startProduct } from '../support/services/product.ts';
import { Staff } from '../support/staff.ts';
import { Desk, PASSWORD } from './desk.ts';

jest.setTimeout(240_000);
const DAY_MS = 86_400_000;
const DANA = 'dana@example.test';
const MIKA = 'mika@example.test';

let product: Product;
let browser: Browser;
let dana: Desk;
let machine: Staff;
let denialPath: string;

/** A remittance of last week with ten denials among twenty claims. */
function remittance(): { name: string; mimeType: string; buffer: Buffer } {
  const datedOn = new Date(Date.now() - 7 * DAY_MS).toISOString().slice(0, 10);
  const parts = generateRemittance({ claims: 20, denied: 0.5, datedOn, seed: 20_261_122 });
  return { name: 'last-week.835', mimeType: 'application/edi-x12', buffer: Buffer.concat([...writeRemittance(parts)]) };
}

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ dashboard: true }), openBrowser()]);
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
    await dana.page.getByRole('link', { name: 'Open' }).click();
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

  it('the name is opened by who holds a task here; no address ever carried it', async () => {
    await dana.page.getByRole('button', { name: 'Open the name' }).click();
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
});
