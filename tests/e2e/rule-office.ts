import { Staff } from '../support/staff.ts';
import { Desk, PASSWORD } from './desk.ts';
import { openOffice } from './office.ts';
import type { Office } from './office.ts';

export const ADA = { email: 'ada@example.test', name: 'Ada Voss', role: 'administrator', password: PASSWORD };
export const BEN = { email: 'ben@example.test', name: 'Ben Ito', role: 'administrator', password: PASSWORD };
/** One code says it is out of network, one is in no table, one may mean several things. */
const LETTERS = ['8812', '8813', '8814'].map((tail) => ({
  ...{ payerName: 'Invented Payer', claimNumber: `CLM-${tail}`, payerClaimNumber: `ICN-${tail}` },
  ...{ serviceFrom: '2026-10-01', amountCents: 125_000, procedures: ['70553'], diagnoses: ['M54.50'] },
  codes: [
    { group: 'PR', carc: '242' },
    { group: 'CO', carc: 'X99' },
    { group: 'CO', carc: '256' },
  ],
  ...{ noticeOn: '2026-11-10', receivedOn: '2026-11-12', regime: 'erisa' },
}));

/** An office with two administrators, and three denials that one clock dates. */
export interface RuleOffice extends Office {
  ada: Desk;
  ben: Desk;
  denials: readonly string[];
}

export async function openRuleOffice(): Promise<RuleOffice> {
  const office = await openOffice();
  const { url, bootstrapKey } = office.product;
  const machine = Staff.withKey(url, bootstrapKey);
  for (const person of [ADA, BEN]) await machine.post('/users', person);
  const denials: string[] = [];
  for (const letter of LETTERS) denials.push((await machine.post<{ id: string }>('/denials', letter)).id);
  return { ...office, denials, ada: await Desk.at(office.browser, url), ben: await Desk.at(office.browser, url) };
}
