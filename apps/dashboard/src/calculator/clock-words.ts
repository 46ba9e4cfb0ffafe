import type { ClockView } from '@overturn/contracts';

/** What the rules of each regime are called, in the order of the list. */
const REGIMES: Readonly<Record<string, string>> = {
  erisa: 'Employer plan (ERISA)',
  aca: 'External review (ACA)',
  'medicare-advantage': 'Medicare Advantage',
  medicaid: 'Medicaid managed care',
  'no-surprises': 'No Surprises Act',
  directory: 'Provider directory',
  continuity: 'Continuity of care',
  contract: 'Contract, plan or letter',
  policy: 'Our own policy',
};
export const regimeWords = (regime: string): string => REGIMES[regime] ?? regime;
/** A regime of an organization's own rows stands last. */
const regimePlace = (regime: string): number => {
  const place = Object.keys(REGIMES).indexOf(regime);
  return place === -1 ? Number.POSITIVE_INFINITY : place;
};

const OWED_BY: Readonly<Record<string, string>> = {
  payer: 'the payer owes it',
  reviewer: 'the reviewer owes it',
  us: 'we owe it',
  member: 'the member owes it',
  both: 'both sides owe it',
  nobody: 'nobody owes it: an end',
};
export const owedWords = (owedBy: string): string => OWED_BY[owedBy] ?? owedBy;

export const UNITS: Readonly<Record<ClockView['unit'], string>> = {
  hours: 'hours',
  calendarDays: 'calendar days',
  businessDays: 'business days',
  months: 'months',
};

/** The newest version of each clock. */
export function newestClocks(versions: readonly ClockView[]): ClockView[] {
  const newest = new Map<string, ClockView>();
  for (const clock of versions) {
    const known = newest.get(clock.id);
    if (!known || known.effectiveFrom < clock.effectiveFrom) newest.set(clock.id, clock);
  }
  return [...newest.values()].sort((a, b) => regimePlace(a.regime) - regimePlace(b.regime));
}
