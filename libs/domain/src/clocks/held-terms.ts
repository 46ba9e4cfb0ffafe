import { sayDate } from '../dates/iso-date.ts';
import type { PayerTerms } from '../payers/payer-terms.ts';
import { earliestOf, isLater } from './earliest-dates.ts';
import type { OurDeadline } from './evaluation.ts';
import type { LostCandidate } from './filing-deadline.ts';

interface Dated {
  purpose: string;
  deadline: OurDeadline;
  lost: readonly LostCandidate[];
}
/** A filing date with the payer's terms that gave its safe and its legal date. */
export type HeldDate<Date extends Dated> = Date & {
  by: readonly PayerTerms[];
  /** The date by the payer's rows as they are now, where its safe or its legal date lies later and so is not taken. */
  notTaken?: OurDeadline;
};

/**
 * Filing dates under the payer's terms as they are now, but where terms that the denial was counted by before give an
 * earlier safe or legal date, or the only one: that stays. An edited row moves neither of an open denial later, nor away.
 */
export function earliestUnder<Date extends Dated>(
  now: PayerTerms,
  held: readonly PayerTerms[],
  datesUnder: (terms: PayerTerms) => readonly Date[],
): HeldDate<Date>[] {
  const datesBy = (by: PayerTerms): HeldDate<Date>[] => datesUnder(by).map((date) => ({ ...date, by: [by] }));
  const current = datesBy(now);
  const others = held.filter((terms) => !sameTerms(terms, now)).flatMap(datesBy);
  const purposes = new Set([...current, ...others].map(({ purpose }) => purpose));
  return [...purposes].map((wanted) => {
    const date = current.find(({ purpose }) => purpose === wanted);
    const before = others.filter(({ purpose }) => purpose === wanted);
    return date ? heldTo(date, before) : earliest(before);
  });
}

function heldTo<Date extends Dated>(date: HeldDate<Date>, before: readonly HeldDate<Date>[]): HeldDate<Date> {
  const found = earliest([date, ...before]);
  return found === date
    ? date
    : { ...found, notTaken: date.deadline, lost: [...found.lost, sayNotTaken(date.deadline)] };
}

/** The first that has both the earliest safe and the earliest legal date, else the one of the safe date with the legal date of another. */
function earliest<Date extends Dated>(dates: readonly HeldDate<Date>[]): HeldDate<Date> {
  const [first, ...others] = dates.map((date) => date.deadline);
  const deadline = earliestOf(first!, ...others);
  const whole = dates.find((date) => !isLater(date.deadline, deadline));
  if (whole) return whole;
  const bySafe = dates.find((date) => date.deadline.safeDue === deadline.safeDue)!;
  const byLegal = dates.find((date) => date.deadline.legalDue === deadline.legalDue)!;
  return { ...bySafe, deadline, by: [...bySafe.by, ...byLegal.by] };
}

/** The terms that a denial is held to from now on: those that gave a date of its. Counted by none, it is held to none. */
export function termsHeld(dates: readonly { by: readonly PayerTerms[] }[]): PayerTerms[] {
  const found = dates.flatMap(({ by }) => by);
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

const sayNotTaken = ({ rowId, legalDue, safeDue }: OurDeadline): LostCandidate => ({
  ...{ rowId, legalDue, safeDue, heldBy: 'payer-row' },
  sentence: `By the payer’s row as it is now (${rowId}): safe ${sayDate(safeDue)}, legal ${sayDate(legalDue)}. The earlier date that this denial was counted by stays.`,
});
