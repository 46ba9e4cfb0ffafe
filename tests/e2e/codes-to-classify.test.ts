/** Codes that no row classes, in a browser: listed for everyone, classed by an administrator. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DenialView } from '@overturn/contracts';
import { Staff } from '../support/staff.ts';
import type { Desk } from './desk.ts';
import { ADA, openRuleOffice } from './rule-office.ts';
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

describe('codes that wait for a class', () => {
  const list = (desk: Desk) => desk.page.getByRole('region', { name: 'Codes, to scroll' });

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
