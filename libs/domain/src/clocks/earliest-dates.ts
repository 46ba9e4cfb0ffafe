import { sayDate } from '../dates/iso-date.ts';
import type { OurDeadline, OurReckoning, TraceStep } from './evaluation.ts';

type Dates = Pick<OurDeadline, 'safeDue' | 'legalDue'>;

export interface EarliestDates {
  /** The row of the earliest safe date, with the earliest legal date of all. */
  deadline: OurReckoning;
  /** Whose legal date that is. */
  legalBy: OurReckoning;
  /** Those that do not give both dates, the nearest first. */
  lost: OurReckoning[];
}

/**
 * Safe and legal date, each by itself the earliest of all: a row may have the earlier safe date and the later legal one,
 * since margins differ. Undefined of none.
 */
export function earliestDates(candidates: readonly OurReckoning[]): EarliestDates | undefined {
  const [first, ...others] = [...candidates].sort(bySafeThenLegal);
  if (!first) return undefined;
  const legalBy = others.reduce((least, other) => (other.legalDue < least.legalDue ? other : least), first);
  if (legalBy === first) return { deadline: first, legalBy, lost: others };
  return { deadline: withLegalDateOf(legalBy, first), legalBy, lost: [first, ...others] };
}

/** The same of dates that are explained already; of equals the one named first. */
export function earliestOf(first: OurDeadline, ...others: readonly OurDeadline[]): OurDeadline {
  const reckoned = [first, ...others].map(({ trace, ...dates }) => ({ ...dates, explain: () => trace }));
  const { explain, ...dates } = earliestDates(reckoned)!.deadline;
  return { ...dates, trace: explain() };
}

export const isLater = (one: Dates, than: Dates): boolean => one.safeDue > than.safeDue || one.legalDue > than.legalDue;

const bySafeThenLegal = (a: Dates, b: Dates): number =>
  compare(a.safeDue, b.safeDue) || compare(a.legalDue, b.legalDue);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function withLegalDateOf(legalBy: OurReckoning, first: OurReckoning): OurReckoning {
  const { legalDue, citation } = legalBy;
  return {
    ...first,
    legalDue,
    citation: citation === first.citation ? citation : `${first.citation}; ${citation}`,
    verified: first.verified && legalBy.verified,
    assumed: first.assumed || legalBy.assumed,
    explain: () => [...first.explain(), ...legalSteps(legalBy)],
  };
}

/** The arithmetic of a legal date that stands beside another row's safe date. */
function legalSteps({ rowId, stage, legalDue, citation, explain }: OurReckoning): TraceStep[] {
  const steps = explain();
  const end = steps.findIndex(({ output }) => output === legalDue);
  return [
    ...steps.slice(0, end + 1),
    {
      sentence: `Of the legal dates this one is the earliest, so it stands: ${sayDate(legalDue)}, ${stage} (${rowId}; ${citation}).`,
      input: legalDue,
      output: legalDue,
    },
  ];
}
