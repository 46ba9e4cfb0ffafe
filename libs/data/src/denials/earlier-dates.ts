import { sayDate } from '@overturn/domain';
import type { OurDeadline } from '@overturn/domain/clocks/evaluation';
import type { FilingDate } from './open-dates.ts';

/** Of both by purpose the earlier one; it names the later one among those that lost. */
export function earlierOfEach(kept: FilingDate[], changed: FilingDate[]): FilingDate[] {
  const purposes = new Set([...kept, ...changed].map(({ purpose }) => purpose));
  return [...purposes].map((purpose) => {
    const [old, next] = [kept, changed].map((dates) => dates.find((one) => one.purpose === purpose));
    if (!old || !next) return (old ?? next)!;
    return isEarlier(old.deadline, next.deadline) ? { ...old, lost: [heldBack(next.deadline), ...old.lost] } : next;
  });
}

const isEarlier = (a: OurDeadline, b: OurDeadline): boolean =>
  a.safeDue < b.safeDue || (a.safeDue === b.safeDue && a.legalDue < b.legalDue);

const heldBack = ({ rowId, stage, legalDue, safeDue }: OurDeadline): FilingDate['lost'][number] => ({
  rowId,
  legalDue,
  safeDue,
  heldBy: 'rule',
  sentence: `${stage} (${rowId}) by a change of the rules: safe ${sayDate(safeDue)}, legal ${sayDate(legalDue)}; it waits until a person takes the later date.`,
});
