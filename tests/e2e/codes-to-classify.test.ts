/** Codes that no row classes, in a browser: listed for everyone, classed by an administrator. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DenialView, TaskPage } from '@overturn/contracts';
import { made } from '../integration/intake-files.ts';
import { Staff } from '../support/staff.ts';
import type { Desk } from './desk.ts';
import { ADA, BEN, openRuleOffice } from './rule-office.ts';
import type { RuleOffice } from './rule-office.ts';

jest.setTimeout(240_000);

let office: RuleOffice;
let ada: Desk;
let machine: Staff;

beforeAll(async () => {
  office = await openRuleOffice();
  ({ ada } = office);
  machine = Staff.withKey(office.product.url, office.product.bootstrapKey);
});
afterAll(async () => {
  await office?.close();
});

const list = (desk: Desk) => desk.page.getByRole('region', { name: 'Codes, to scroll' });

describe('codes that wait for a class', () => {
  /** What classing a code must leave as it is. */
  const open = () =>
    Promise.all(
      office.denials.map(async (id) => {
        const { class: name, deadlines } = await machine.get<DenialView>(`/denials/${id}`);
        return { name, dates: deadlines.map(({ safeDueOn, legalDueOn }) => [safeDueOn, legalDueOn]) };
      }),
    );

  it('are listed with what they stand on; a specialist is told who can class them', async () => {
    const { dana } = office;
    await dana.open('/rules');
    await dana.signIn(office.email);
    await dana.page.getByRole('link', { name: /^To classify \d+/ }).click();
    await list(dana)
      .getByRole('row', { name: /CARC X99.*No row knows it.*3/ })
      .waitFor();
    await list(dana)
      .getByRole('row', { name: /CARC 256 not payable under the managed-care contract It may mean several things/ })
      .waitFor();
    await dana.seen(/Ask an administrator\./);
    expect(await dana.page.getByRole('button', { name: /^Class CARC/ }).count()).toBe(0);
    expect(await dana.barriers()).toEqual([]);
  });

  it('one that no row knows is classed by one administrator at once; what is open stays as it is', async () => {
    const before = await open();
    await ada.open('/rules/to-classify');
    await ada.signIn(ADA.email);
    await ada.page.getByRole('button', { name: 'Class CARC X99' }).click();
    const form = ada.page.getByRole('dialog', { name: 'Class CARC X99' });
    await form.getByText(/3 open denials carry it\. They stay as they are: no date and no class moves\./).waitFor();
    await form.getByRole('button', { name: 'Class it' }).click();
    await form.getByText('Class is needed.').waitFor();
    expect(await ada.barriers()).toEqual([]);
    await form.getByLabel('What we call it (needed)').fill('outside the local network');
    await form.getByLabel('Class (needed)').selectOption({ label: 'Out of network' });
    await form.getByLabel('Reason (needed)').fill('Their companion guide, page 12.');
    await form.getByRole('button', { name: 'Class it' }).click();
    await ada.seen('CARC X99 has a class from now on.');
    await ada.page.getByRole('button', { name: 'Class CARC X99' }).waitFor({ state: 'detached' });
    expect(await open()).toEqual(before);
    await ada.open('/rules/carc/X99');
    await ada.page.getByRole('row', { name: /Out of network.*own/ }).waitFor();
    await ada.seen('Their companion guide, page 12.');
    expect(await ada.barriers()).toEqual([]);
  });

  it('one whose row leaves it open is classed over that row', async () => {
    await ada.open('/rules/to-classify');
    await ada.page.getByRole('button', { name: 'Class CARC 256' }).click();
    const form = ada.page.getByRole('dialog', { name: 'Class CARC 256' });
    expect(await form.getByLabel('What we call it (needed)').inputValue()).toMatch(/managed-care contract/);
    await form.getByLabel('Class (needed)').selectOption({ label: 'Contract not loaded' });
    await form.getByLabel('Reason (needed)').fill('Their call of 20 November, reference 88120.');
    await form.getByRole('button', { name: 'Class it' }).click();
    await ada.page.getByRole('button', { name: 'Class CARC 256' }).waitFor({ state: 'detached' });
    expect(ada.faults).toEqual([]);
  });
});

describe('claims that were kept under such a code', () => {
  const importKept = async (trace: string, day: string, numbers: string[]): Promise<void> => {
    const claims = numbers.map((number) => ({ number, charged: 4_180, cas: 'CO*Z88*4180' }));
    const file = made({ claims, trace, dates: { bpr16: day, dtm405: day, gs04: day } });
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file)]), `${trace}.835`);
    await machine.post('/remittances', form);
  };
  const counted = (desk: Desk, label: string, figure: string) =>
    desk.page
      .getByRole('region', { name: 'Claims that were kept' })
      .locator('div')
      .filter({ has: desk.page.getByText(label, { exact: true }) })
      .getByText(figure, { exact: true })
      .waitFor({ timeout: 60_000 });

  it('are counted before a second administrator decides, and open their denials then', async () => {
    await importKept('T1', '20261110', ['KEPT-1', 'KEPT-2']);
    await importKept('T2', '20260501', ['KEPT-3']);
    await ada.open('/rules/to-classify');
    await list(ada)
      .getByRole('row', { name: /CARC Z88.*No row knows it 3 0 3/ })
      .waitFor({ timeout: 60_000 });
    await ada.page.getByRole('button', { name: 'Class CARC Z88' }).click();
    const form = ada.page.getByRole('dialog', { name: 'Class CARC Z88' });
    await form.getByText(/3 claims without a denial carry it: a class that opens denials goes to a second/).waitFor();
    await form.getByLabel('What we call it (needed)').fill('outside the regional network');
    await form.getByLabel('Class (needed)').selectOption({ label: 'Out of network' });
    await form.getByLabel('Reason (needed)').fill('Their companion guide, page 14.');
    await form.getByRole('button', { name: 'Class it' }).click();
    await ada.seen('Proposed. A second administrator decides.');
    await counted(ada, '+ Open a denial', '3');
    await counted(ada, '● Filing date passed', '1');
    expect(await ada.barriers()).toEqual([]);

    const { ben } = office;
    await ben.open(new URL(ada.page.url()).pathname);
    await ben.signIn(BEN.email);
    await ben.seen(/3 kept claims open a denial: \$12,540\.00, 1 with a filing date that has passed\./);
    await ben.page.getByRole('button', { name: 'Approve' }).click();
    await ben.seen('Each opened its denial, as its remittance would have.');
    expect(await ben.barriers()).toEqual([]);
    await ben.open('/work?view=team');
    await ben.denialsHaveTasks(office.denials.length + 3);
    const { items } = await machine.get<TaskPage>('/tasks?view=team&limit=100');
    const mine = items.filter(({ denialId }) => !office.denials.includes(denialId));
    expect(mine.filter(({ kind }) => kind === 'verify-network')).toHaveLength(2);
    expect(mine.filter(({ kind }) => kind === 'review-intake')).toHaveLength(1);
    expect([...ada.faults, ...ben.faults]).toEqual([]);
  });
});
