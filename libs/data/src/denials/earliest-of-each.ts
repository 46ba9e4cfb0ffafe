import { sayDate } from '@overturn/domain';
import { earliestOf, isLater } from '@overturn/domain/clocks/earliest-dates';
import type { OurDeadline } from '@overturn/domain/clocks/evaluation';
import type { FilingDate } from './open-dates.ts';

/** By purpose the earliest safe and the earliest legal date of those by the rules and those `held` to; where one by the rules lies later it is named among those that lost. */
export function earliestOfEach(dates: FilingDate[], held: readonly FilingDate[][]): FilingDate[] {
  const purposes = new Set([dates, ...held].flat().map(({ purpose }) => purpose));
  return [...purposes].map((wanted) => {
    const ofPurpose = ({ purpose }: FilingDate): boolean => purpose === wanted;
    const date = dates.find(ofPurpose);
    const [first, ...others] = [date ?? [], ...held.map((under) => under.find(ofPurpose) ?? [])].flat();
    const deadline = earliestOf(first!.deadline, ...others.map((other) => other.deadline));
    if (date && !isLater(date.deadline, deadline)) return date;
    const { lost } = [first!, ...others].find((one) => one.deadline.safeDue === deadline.safeDue)!;
    return { purpose: wanted, deadline, lost: date ? [heldBack(date.deadline), ...lost] : lost };
  });
}

const heldBack = ({ rowId, stage, legalDue, safeDue }: OurDeadline): FilingDate['lost'][number] => ({
  rowId,
  legalDue,
  safeDue,
  heldBy: 'rule',
  sentence: `${stage} (${rowId}) by a change of the rules: safe ${sayDate(safeDue)}, legal ${sayDate(legalDue)}; it waits until a person takes the later date.`,
});
