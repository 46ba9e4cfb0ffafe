/** Why this path, and what if: the denial page says what it proposes and why, and tries out dates before anything is saved. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DenialView } from '@overturn/contracts';
import type { Locator } from 'playwright-core';
import { Staff } from '../support/staff.ts';
import type { Desk } from './desk.ts';
import { openOffice } from './office.ts';
import type { Office } from './office.ts';

jest.setTimeout(240_000);

const LETTER = {
  ...{ payerName: 'Invented Payer', claimNumber: 'CLM-778812', payerClaimNumber: 'ICN-778812' },
  ...{ serviceFrom: '2026-10-01', amountCents: 125_000, procedures: ['70553'], diagnoses: ['M54.50'] },
  codes: [{ group: 'PR', carc: '242' }],
  ...{ noticeOn: '2026-11-10', receivedOn: '2026-11-12', regime: 'erisa' },
};
let office: Office;
let dana: Desk;
let machine: Staff;
let denialPath: string;

beforeAll(async () => {
  office = await openOffice();
  ({ dana } = office);
  machine = Staff.withKey(office.product.url, office.product.bootstrapKey);
  denialPath = `/denials/${(await machine.post<{ id: string }>('/denials', LETTER)).id}`;
});
afterAll(async () => {
  await office?.close();
});

const region = (name: string) => dana.page.getByRole('region', { name });
const opened = async (place: Locator, summary: string | RegExp) => {
  await place.getByText(summary).first().click();
  return place;
};
const command = async (name: RegExp) => {
  await dana.page.getByRole('button', { name: 'Commands' }).click();
  await dana.page.getByRole('menuitem', { name }).click();
};

describe('why this path', () => {
  it('the page says which path is suggested and why', async () => {
    await dana.open(denialPath);
    await dana.signIn(office.email);
    await dana.complete('Verify network', (card) => card.getByLabel('Directory', { exact: true }).check());
    await dana.task('Choose the path');
    const why = region('Why we are here');
    await why.getByRole('heading', { name: 'Suggested path: Network gap: access' }).waitFor({ timeout: 60_000 });
    await why.getByText('Out of network on the date of service, as verified.').first().waitFor();
    await why.getByText('May apply').first().waitFor();
  });

  it('one step away: what evidence lacks, who may ask, and the question that would settle it', async () => {
    const why = await opened(region('Why we are here'), 'What it needs, who may ask, what is open');
    await why.getByText('dated capture of the directory').first().waitFor();
    await why.getByText('missing').first().waitFor();
    await why.getByText('Only the member may ask; for us with a representative form.').first().waitFor();
    await why.getByText('For us').first().waitFor();
    await why
      .getByText('Which in-network providers are in reach, how far, how soon, and can they do it?')
      .first()
      .waitFor();
  });

  it('the paths not taken, each with why; straight to appeal with why it is refused', async () => {
    const { paths } = await machine.get<DenialView>(`/denials/${denialPath.split('/').at(-1)}`);
    const others = paths.filter(({ suggested }) => !suggested);
    const why = await opened(region('Why we are here'), `Other paths (${others.length})`);
    await why.getByText(/^Do not apply \(\d+\)/).waitFor();
    for (const { label, reasons, questions } of others) {
      const path = why
        .getByRole('group')
        .filter({ has: dana.page.locator('summary', { hasText: label }) })
        .last();
      await path.locator('summary').click();
      await path
        .getByText(reasons[0] ?? questions[0]!.question)
        .first()
        .waitFor();
    }
    const { whyNot } = paths.find(({ id }) => id === 'appeal')!;
    expect(whyNot).toMatch(/^Nobody has asked whether an exception exists/);
    await why.getByText(whyNot!).waitFor();
    expect(await dana.barriers()).toEqual([]);
  });

  it('the score with what counted, and what would raise it most', async () => {
    const worth = region('How well it may be recovered');
    await worth.getByText(/of 100/).waitFor();
    await worth.getByText(/^What would raise it most: /).waitFor();
    await opened(worth, 'What counted');
    await worth.getByText('Every denial starts with').waitFor();
    const points = await worth.getByRole('listitem').allInnerTexts();
    const sum = points.map((text) => Number(/([+−]?)(\d+)$/.exec(text)!.slice(1).join('').replace('−', '-')));
    const score = Number.parseInt((await worth.getByText(/of 100/).innerText()).trim(), 10);
    expect(score).toBe(
      Math.min(
        100,
        Math.max(
          0,
          sum.reduce((total, one) => total + one, 0),
        ),
      ),
    );
  });

  it('straight to appeal is refused with its reason; what was typed stays', async () => {
    await command(/Choose another path/);
    const dialog = dana.page.getByRole('dialog', { name: 'Choose another path' });
    await dialog.getByLabel(/^Path/).selectOption('appeal');
    await dialog.getByLabel(/^Reason/).fill('We always appeal.');
    await dialog.getByRole('button', { name: 'Choose this path' }).click();
    await dialog
      .getByText(/Nobody has asked whether an exception exists/)
      .first()
      .waitFor();
    expect(await dialog.getByLabel(/^Reason/).inputValue()).toBe('We always appeal.');
    await dialog.getByRole('button', { name: 'Leave it' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('an open question', () => {
  const REACH = 'Which in-network providers are in reach, how far, how soon, and can they do it?';
  const DIRECTORY = 'What did directory and plan say before the service?';
  const answer = (place: Locator, question: string) =>
    place.getByRole('button', { name: `Answer: ${question}` }).first();
  const form = (place: Locator, question: string) => place.getByRole('form', { name: question });
  const suggested = () => region('Why we are here').locator('h3', { hasText: 'Suggested path' });

  const unfolded = async () => {
    const why = region('Why we are here');
    await why.locator('details').evaluateAll((all: HTMLDetailsElement[]) => all.forEach((one) => (one.open = true)));
    return why;
  };

  it('is answered where it stands, by keyboard: the path applies, and score and evidence follow', async () => {
    const why = await unfolded();
    const worth = region('How well it may be recovered').getByText(/of 100/);
    const before = Number.parseInt(await worth.innerText(), 10);
    await answer(why, REACH).focus();
    await dana.keys('Enter');
    const reach = form(why, REACH);
    await reach.getByRole('button', { name: 'Keep the answer' }).click();
    await reach.getByText('In-network providers: answer it first.').waitFor();
    await reach.getByLabel(/^Provider/).fill('Lakeside Imaging');
    await reach.getByLabel(/^Contacted on/).fill('2026-11-12');
    await reach.getByLabel('Distance in miles').fill('80');
    await reach.getByLabel('Can do this procedure').getByLabel('Yes').check();
    await reach.getByLabel(/^Answer/).fill('Not before January');
    await reach.getByLabel(/^How far may the plan send/).fill('30');
    await reach.getByLabel(/^Who said so/).fill('Front desk');
    await dana.keys('Enter');
    await reach.waitFor({ state: 'detached' });
    await why.getByText('No participating provider is within the distance or wait standard.').first().waitFor();
    await why.getByText('Applies', { exact: true }).first().waitFor();
    await region('Suggested path').getByText('Applies', { exact: true }).first().waitFor();
    expect(Number.parseInt(await worth.innerText(), 10)).toBeGreaterThan(before);
    expect(await dana.focused()).not.toBe('nothing');
    await why.getByText(/Lakeside Imaging \(Thu 12 Nov 2026\): Not before January/).waitFor();
    await why
      .getByText(/^Front desk · told on/)
      .first()
      .waitFor();
  });

  it('an answer is changed, and taken back', async () => {
    const why = region('Why we are here');
    const far = 'How far may the plan send its members, in miles?';
    await why.getByRole('button', { name: `Change: ${far}` }).click();
    const change = form(why, far);
    expect(await change.getByLabel('Farthest, in miles').inputValue()).toBe('30');
    await change.getByLabel('Farthest, in miles').fill('-3');
    await dana.keys('Enter');
    await change.getByText(/must be a whole number/).waitFor();
    await change.getByLabel('Farthest, in miles').fill('90');
    await dana.keys('Enter');
    await change.waitFor({ state: 'detached' });
    await why.getByText('90', { exact: true }).waitFor();
    await why.getByRole('button', { name: `Not known after all: ${far}` }).click();
    await why.getByText('90', { exact: true }).waitFor({ state: 'detached' });
    await answer(why, REACH).waitFor({ state: 'attached' });
  });

  it('answered while the path is chosen changes what is suggested; what is confirmed is taken', async () => {
    const why = await unfolded();
    const path = why
      .getByRole('group')
      .filter({ has: dana.page.locator('summary', { hasText: /^Directory/ }) })
      .last();
    await answer(path, DIRECTORY).click();
    expect(await dana.barriers()).toEqual([]);
    await form(path, DIRECTORY).getByLabel('In network', { exact: true }).check();
    await dana.keys('Enter');
    await suggested().filter({ hasText: 'Directory misinformation' }).waitFor();
    await region('Suggested path').getByRole('heading', { name: 'Directory misinformation' }).waitFor();
  });
});

describe('what if', () => {
  const moves = (dialog: Locator) => dialog.getByRole('region', { name: 'Dates that would move' });

  it('the change of a fact shows the dates that would move while it is typed; saving moves them', async () => {
    await command(/Change a fact/);
    const dialog = dana.page.getByRole('dialog', { name: 'Change a fact' });
    await moves(dialog)
      .getByText(/show here while you type/)
      .waitFor();
    await dialog.getByLabel('Denial received on').fill('2026-11-20');
    await moves(dialog)
      .getByText(/^One date would move: .* later, safe Wed 12 May 2027\.$/)
      .waitFor();
    const row = moves(dialog).getByRole('row', { name: /later/ });
    await row.getByText('Tue 4 May 2027').waitFor();
    await row.getByText('Wed 12 May 2027').waitFor();
    await moves(dialog)
      .getByText(/180 calendar days = Wed 19 May 2027/)
      .waitFor();
    expect(await dana.barriers()).toEqual([]);
    await dialog.getByLabel('Denial received on').fill('2199-01-01');
    await dialog.getByLabel('Denial received on').and(dana.page.locator('[aria-invalid=true]')).waitFor();
    await moves(dialog)
      .getByText(/One field stops it: This day is yet to come/)
      .waitFor();
    await dialog.getByLabel('Denial received on').fill('2026-11-20');
    await dialog.getByRole('button', { name: 'Change', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await dana.open(`${denialPath}?tab=deadlines`);
    await region('Record').getByText('Wed 12 May 2027').first().waitFor({ timeout: 60_000 });
  });

  it('another rule, amount or channel is tried out by keyboard from the deadlines; nothing is kept', async () => {
    await region('Record').getByRole('button', { name: 'What if' }).focus();
    await dana.keys('Enter');
    const dialog = dana.page.getByRole('dialog', { name: 'What if' });
    await dialog.getByLabel('Its amount').fill('90');
    await moves(dialog)
      .getByText(/earlier/)
      .first()
      .waitFor();
    await moves(dialog).getByText('not verified').waitFor();
    await dialog.getByLabel('Its amount').fill('-9');
    await dialog.getByLabel('Its amount').and(dana.page.locator('[aria-invalid=true]')).waitFor();
    await dialog.getByLabel('Its amount').fill('');
    await dialog.getByLabel('Appeals are sent by').selectOption('mail');
    await moves(dialog)
      .getByText(/would move: .* earlier, safe Wed 5 May 2027/)
      .waitFor();
    expect(await dana.barriers()).toEqual([]);
    await dana.keys('Escape');
    await dialog.waitFor({ state: 'detached' });
    await dana.page.waitForFunction(() => document.activeElement?.textContent === 'What if');
    await region('Record').getByText('Wed 12 May 2027').first().waitFor();
    expect(dana.faults).toEqual([]);
  });
});

it('the path that is confirmed is the one that the answers suggest', async () => {
  await dana.open(denialPath);
  await dana.complete('Choose the path');
  await dana.open(`${denialPath}?tab=timeline`);
  await region('Record').getByText('Path taken as suggested: Directory misinformation.').waitFor({ timeout: 60_000 });
  await region('Record').getByText('What did directory and plan say before the service? In network.').waitFor();
  expect(dana.faults).toEqual([]);
});
