/** Rules in a browser: one administrator proposes, another decides, open denials move earlier at once and later by a person only. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Desk } from './desk.ts';
import { ADA, BEN, openRuleOffice } from './rule-office.ts';
import type { RuleOffice } from './rule-office.ts';

jest.setTimeout(240_000);

const CLOCK = '/rules/clock/erisa.appeal.file';
let office: RuleOffice;
let ada: Desk;
let ben: Desk;
let denials: readonly string[];

beforeAll(async () => {
  office = await openRuleOffice();
  ({ ada, ben, denials } = office);
  await ada.open('/rules');
  await ada.signIn(ADA.email);
});
afterAll(async () => {
  await office?.close();
});

const impact = (desk: Desk) => desk.page.getByRole('region', { name: 'Open denials that it moves' });
const rowOf = (desk: Desk, tail: string) => impact(desk).getByRole('row', { name: new RegExp(`claim …${tail}`) });
const count = (desk: Desk, label: string, figure: string) =>
  impact(desk)
    .locator('div')
    .filter({ has: desk.page.getByText(label, { exact: true }) })
    .getByText(figure, { exact: true })
    .waitFor({ timeout: 60_000 });
const state = (desk: Desk, words: RegExp) =>
  desk.page.getByRole('article').getByText(words).first().waitFor({ timeout: 60_000 });

async function propose(desk: Desk, fill: (form: Locator) => Promise<unknown>): Promise<void> {
  await desk.page.getByRole('button', { name: 'Propose a change' }).click();
  const form = desk.page.getByRole('dialog', { name: /^Propose a change/ });
  await form.getByLabel('A correction of this version').check();
  await fill(form);
  await form.getByRole('button', { name: 'Propose', exact: true }).click();
  await desk.page.getByRole('heading', { name: 'Correction of “File the appeal”' }).waitFor();
}
/** The tab of a denial shows a date, once its workflow has looked at the rules again. */
async function shows(desk: Desk, denial: string, tab: string, text: string | RegExp): Promise<void> {
  await desk.open(`/denials/${denial}?tab=${tab}`);
  await desk.page.getByRole('region', { name: 'Record' }).getByText(text).first().waitFor({ timeout: 60_000 });
}

describe('the rules', () => {
  it('are found by kind, by words and by what is unverified; each citation opens at its source', async () => {
    const { page } = ada;
    await page.getByRole('heading', { name: 'Rules', exact: true }).waitFor();
    await page.getByRole('link', { name: /^Codes \d+/ }).click();
    await page.getByLabel(/^Search by key/).fill('242 network');
    await page.getByRole('link', { name: /^CARC 242: / }).waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByRole('link', { name: /^Paths \d+/ }).click();
    await page.getByLabel('Unverified only').check();
    expect(new URL(page.url()).search).toBe('?kind=path&unverified=true');
    await page.getByRole('link', { name: 'External review' }).waitFor();
    expect(await ada.barriers()).toEqual([]);
    await page.getByLabel('Unverified only').uncheck();
    await page.getByRole('link', { name: /^Clocks \d+/ }).click();
    await page.getByLabel(/^Search by key/).fill('erisa.appeal.file');
    const citation = page.getByRole('link', { name: /^29 CFR 2560\.503-1\(h\)/ }).first();
    expect(await citation.getAttribute('href')).toMatch(/^https:\/\/www\.ecfr\.gov\//);
    await page.getByRole('link', { name: 'File the appeal' }).click();
    await ada.seen('As shipped, for every day.');
    await ada.seen('Nobody has changed it: it is as it was shipped.');
    expect(await ada.barriers()).toEqual([]);
  });

  it('are read by a specialist, who is told who can change them', async () => {
    const { dana } = office;
    await dana.open(CLOCK);
    await dana.signIn(office.email);
    await dana.page.getByRole('button', { name: 'Propose a change' }).waitFor();
    await dana.seen('Ask an administrator.');
    await dana.open('/rules/path/access-gap');
    await dana.seen('Out of network on the date of service, as verified.');
    expect(await dana.barriers()).toEqual([]);
  });
});

describe('a correction that moves dates earlier', () => {
  it('is proposed; a bad value is said at its field', async () => {
    await propose(ada, async (form) => {
      await form.getByLabel('Amount', { exact: true }).fill('9999');
      await form.getByLabel('Reason (needed)').fill('The plan document says 150 days.');
      await form.getByRole('button', { name: 'Propose', exact: true }).click();
      await form
        .getByText(/Give a whole number, 0 to 3650/)
        .first()
        .waitFor();
      await ada.page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'amount');
      expect(await ada.barriers()).toEqual([]);
      await form.getByLabel('Amount', { exact: true }).fill('150');
    });
    await count(ada, '▲ Earlier dates', '3');
    await rowOf(ada, '8812').getByText('foreseen').waitFor();
  });

  it('cannot be approved by who proposed it, who is told why', async () => {
    const approve = ada.page.getByRole('button', { name: 'Approve' });
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    await ada.seen('You proposed it: a second administrator must approve.');
    await ada.page.getByRole('button', { name: 'Withdraw' }).waitFor();
    expect(await ada.page.getByRole('button', { name: 'Reject' }).count()).toBe(0);
    expect(await ada.barriers()).toEqual([]);
  });

  it('is approved by a second administrator, and says before what that does', async () => {
    await ben.open('/rules/changes');
    await ben.signIn(BEN.email);
    const mine = ben.page.getByRole('region', { name: 'Waits for you' });
    await mine.getByText('Open denials: 3 earlier.').waitFor();
    expect(await ben.barriers()).toEqual([]);
    await mine.getByRole('link', { name: 'File the appeal' }).click();
    await ben.seen('Once approved it holds, and this is not undone. At once: 3 earlier dates.');
    await ben.page.getByLabel('Why you decide so').fill('I read the plan document too.');
    await ben.page.getByRole('button', { name: 'Approve' }).focus();
    await ben.keys('Enter');
    await state(ben, /in force/);
    expect(await ben.focused()).toBe('Correction of “File the appeal”');
    await rowOf(ben, '8812').getByText('applied').waitFor();
    await ben.seen(/Ben Ito approved it/);
  });

  it('moves the date on the denial, with the rule; the timeline has both dates and who approved', async () => {
    for (const denial of denials) await shows(ben, denial, 'deadlines', 'Sun 11 Apr 2027');
    await ben.page
      .getByRole('region', { name: 'Record' })
      .getByText(/150 calendar days/)
      .first()
      .waitFor();
    await shows(ben, denials[0]!, 'timeline', /Tue 11 May 2027.*→.*Sun 11 Apr 2027.*approved by Ben Ito/);
    expect(await ben.barriers()).toEqual([]);
  });
});

describe('a correction that moves dates later', () => {
  it('is rejected with a reason first, which who proposed it reads', async () => {
    await ben.open(CLOCK);
    await propose(ben, async (form) => {
      await form.getByLabel('Amount', { exact: true }).fill('175');
      await form.getByLabel('Reason (needed)').fill('A newer plan document says 175 days.');
    });
    await count(ben, '▼ Later dates', '3');
    await ada.open(new URL(ben.page.url()).pathname);
    await ada.page.getByRole('button', { name: 'Reject' }).click();
    await ada.seen('Say why you reject it: who proposed it reads this.');
    await ada.page.getByLabel('Why you decide so').fill('It says 170.');
    await ada.page.getByRole('button', { name: 'Reject' }).click();
    await state(ada, /rejected/);
    await state(ben, /It says 170/);
  });

  it('waits for a person once approved: until then the earlier date holds', async () => {
    await ben.open(CLOCK);
    await propose(ben, async (form) => {
      await form.getByLabel('Amount', { exact: true }).fill('170');
      await form.getByLabel('Reason (needed)').fill('The newer plan document says 170 days.');
    });
    await count(ben, '▼ Later dates', '3');
    await ada.open(new URL(ben.page.url()).pathname);
    await ada.page.getByRole('button', { name: 'Approve' }).click();
    await state(ada, /in force/);
    await ada.seen(/3 later dates wait for a person/);
    expect(await ada.barriers()).toEqual([]);
    await shows(office.dana, denials[1]!, 'deadlines', 'Sun 11 Apr 2027');
  });

  it('is taken for one denial, kept from another, and taken for those chosen once that is confirmed', async () => {
    await ada.page.getByRole('button', { name: /^Accept: claim …8812/ }).click();
    await rowOf(ada, '8812').getByText('applied').waitFor({ timeout: 60_000 });
    expect(await ada.focused()).toBe('Open denials that it moves');
    await ada.page.getByRole('button', { name: /^Keep the earlier date: claim …8813/ }).click();
    await rowOf(ada, '8813').getByText('earlier date kept').waitFor({ timeout: 60_000 });
    await ada.page.getByRole('checkbox', { name: /^Choose claim …8814/ }).check();
    await ada.page.getByRole('button', { name: 'Accept the 1 chosen…' }).click();
    const confirm = ada.page.getByRole('dialog', { name: 'Accept 1 later date?' });
    expect(await ada.barriers()).toEqual([]);
    await confirm.getByRole('button', { name: 'Accept 1 later date' }).click();
    await rowOf(ada, '8814').getByText('applied').waitFor({ timeout: 60_000 });
    await count(ada, '● Later ones that wait', '0');
    await shows(ada, denials[0]!, 'deadlines', 'Sat 1 May 2027');
    await shows(ada, denials[1]!, 'deadlines', 'Sun 11 Apr 2027');
    await shows(ada, denials[0]!, 'timeline', /taken by Ada Voss/);
    await shows(ada, denials[1]!, 'timeline', /Ada Voss kept it/);
  });

  it('stands in the history of the rule, over the shipped one', async () => {
    await ada.keys('g', 'u');
    await ada.page.getByLabel(/^Search by key/).fill('erisa.appeal.file');
    await ada.page.getByRole('link', { name: 'File the appeal' }).click();
    const versions = ada.page.getByRole('region', { name: 'Versions', exact: true });
    await versions.getByRole('row', { name: /170 calendar days.*own/ }).waitFor();
    const changes = ada.page.getByRole('region', { name: 'Changes', exact: true }).getByRole('listitem');
    await changes.nth(2).waitFor();
    expect(await changes.count()).toBe(3);
    await changes.first().getByText('Ben Ito', { exact: true }).waitFor();
    await changes.last().getByText('150 calendar days from Received').waitFor();
    expect(await ada.barriers()).toEqual([]);
    expect([...ada.faults, ...ben.faults, ...office.dana.faults]).toEqual([]);
  });
});

describe('a change of the days of the organization', () => {
  it('is taken back by who proposed it, and nothing has changed', async () => {
    await ada.open('/rules/calendar/calendar');
    await ada.page.getByRole('button', { name: 'Propose a change' }).click();
    const form = ada.page.getByRole('dialog', { name: /^Propose a change/ });
    await form.getByLabel('Holds from (needed)').fill('2027-01-01');
    await form.getByLabel('Extra margin, in business days').fill('3');
    await form.getByLabel('Reason (needed)').fill('A quarter with many absences.');
    await form.getByRole('button', { name: 'Propose', exact: true }).click();
    await ada.page.getByRole('button', { name: 'Withdraw' }).click();
    await state(ada, /withdrawn/);
    await ada.page.getByRole('link', { name: 'The rule', exact: true }).click();
    await ada.seen('As shipped, for every day.');
    expect(await ada.barriers()).toEqual([]);
  });
});

describe('codes together', () => {
  const NAME = 'At Invented Payer: a contract';

  it('are read as sentences in the order in which they are looked at', async () => {
    await ada.open('/rules');
    await ada.page.getByRole('link', { name: /^Codes together \d+/ }).click();
    const rows = ada.page.getByRole('region', { name: 'Rules, to scroll' }).getByRole('row');
    await rows
      .nth(1)
      .getByText(
        /^Place 10\. A code of class Needs its remark, where a remark explains it: the class of that remark; likely\./,
      )
      .waitFor();
    await rows.nth(1).getByText('● not verified').waitFor();
    expect(await ada.barriers()).toEqual([]);
  });

  it('are added by an administrator; what is missing is said at its field', async () => {
    await ada.page.getByRole('button', { name: 'Add codes together' }).click();
    const form = ada.page.getByRole('dialog', { name: 'Add codes together' });
    await form.getByLabel('Its key (needed)').fill('invented-242');
    await form.getByLabel('What we call it (needed)').fill(NAME);
    await form.getByLabel('CARC watched').fill('242');
    await form.getByLabel('The sentence that the denial shows (needed)').fill('{code}: they have a contract with us.');
    await form.getByLabel('Reason (needed)').fill('Their letter of 3 November.');
    await form.getByRole('button', { name: 'Propose', exact: true }).click();
    await form
      .getByText(/^Say what they mean together/)
      .first()
      .waitFor();
    await ada.page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'means.class');
    expect(await ada.barriers()).toEqual([]);
    await form.getByLabel('Then its class is').selectOption('Contract not loaded');
    await form.getByRole('button', { name: 'Propose', exact: true }).click();
    await ada.page.getByRole('heading', { name: `New version of “${NAME}”` }).waitFor();
    await count(ada, '◆ Other classes', '3');
  });

  it('class the open denials once a second administrator approves, and stand first', async () => {
    await ben.open(new URL(ada.page.url()).pathname);
    await ben.page.getByRole('button', { name: 'Approve' }).click();
    await state(ben, /in force/);
    await shows(ben, denials[0]!, 'timeline', /Class: Out of network → Contract not loaded\. Rule invented-242/);
    await ben.open('/rules?kind=interaction');
    const first = ben.page.getByRole('region', { name: 'Rules, to scroll' }).getByRole('row').nth(1);
    await first.getByRole('link', { name: NAME }).waitFor();
    await first.getByText(/^Place 5\. CARC 242: Contract not loaded\./).waitFor();
    await first.getByRole('link', { name: NAME }).click();
    await ben.seen('Their letter of 3 November.');
    expect(await ben.barriers()).toEqual([]);
    expect([...ada.faults, ...ben.faults]).toEqual([]);
  });
});
