import { sayDate } from '../dates/iso-date.ts';
import type { PayerTerms } from '../payers/payer-terms.ts';
import type { OurDeadline } from './evaluation.ts';
import type { LostCandidate } from './filing-deadline.ts';

interface Dated {
  purpose: string;
  deadline: OurDeadline;
  lost: readonly LostCandidate[];
}
/** A filing date with the payer's terms that gave it. */
export type HeldDate<Date extends Dated> = Date & {
  by: PayerTerms;
  /** The date by the payer's rows as they are now, where it lies later and so is not taken. */
  notTaken?: OurDeadline;
};

/**
 * Filing dates under the payer's terms as they are now, but where terms that the denial was counted by before give an
 * earlier one, or the only one: that stays. An edited row moves no filing date of an open denial later, nor away.
 */
export function earliestUnder<Date extends Dated>(
  now: PayerTerms,
  held: readonly PayerTerms[],
  datesUnder: (terms: PayerTerms) => readonly Date[],
): HeldDate<Date>[] {
  const datesBy = (by: PayerTerms): HeldDate<Date>[] => datesUnder(by).map((date) => ({ ...date, by }));
  const current = datesBy(now);
  const others = held.filter((terms) => !sameTerms(terms, now)).flatMap(datesBy);
  const purposes = new Set([...current, ...others].map(({ purpose }) => purpose));
  return [...purposes].map((wanted): HeldDate<Date> => {
    const date = current.find(({ purpose }) => purpose === wanted);
    const before = others
      .filter(({ purpose }) => purpose === wanted)
      .sort((a, b) => compare(a.deadline, b.deadline))[0];
    if (!date || !before) return (date ?? before)!;
    if (compare(before.deadline, date.deadline) >= 0) return date;
    return { ...before, notTaken: date.deadline, lost: [...before.lost, sayNotTaken(date.deadline)] };
  });
}

/** The terms that a denial is held to from now on: those that gave a date of its. Counted by none, it is held to none. */
export function termsHeld(dates: readonly { by: PayerTerms }[]): PayerTerms[] {
  const found = dates.map(({ by }) => by);
  return found.filter((by, index) => found.findIndex((one) => sameTerms(one, by)) === index);
}

export const sameTerms = (a: PayerTerms, b: PayerTerms): boolean => a === b || keyOf(a) === keyOf(b);

/** The same whatever the order in which a store gives the fields back. */
const keyOf = ({ amounts, levels, closures }: PayerTerms): string =>
  JSON.stringify([
    Object.entries(amounts)
      .map(([clock, { amount, source, verifiedOn, staleOn, isStale }]) => [
        clock,
        ...[amount, source, verifiedOn, staleOn, isStale],
      ])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
    levels ?? null,
    closures ?? null,
  ]);

const compare = (a: OurDeadline, b: OurDeadline): number =>
  a.safeDue.localeCompare(b.safeDue) || a.legalDue.localeCompare(b.legalDue);

const sayNotTaken = ({ rowId, legalDue, safeDue }: OurDeadline): LostCandidate => ({
  ...{ rowId, legalDue, safeDue, heldBy: 'payer-row' },
  sentence: `By the payer’s row as it is now (${rowId}): safe ${sayDate(safeDue)}, legal ${sayDate(legalDue)}. The earlier date that this denial was counted by stays.`,
});
