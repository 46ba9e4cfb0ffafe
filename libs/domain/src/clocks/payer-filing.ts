import { sayDate } from '../dates/iso-date.ts';
import { type PayerAmount, PAYER_FILING, type PayerTerms, policyUnder } from '../payers/payer-terms.ts';
import type { Anchors, ClockPolicy, ClockRow } from './clock-row.ts';
import { isOfLaw } from './clock-row.ts';
import { clockRows } from './clock-rows.ts';
import { reckon } from './evaluate.ts';
import { earliestDates } from './earliest-dates.ts';
import type { OurReckoning, Reckoning } from './evaluation.ts';

/** The id of a date that the payer's own row gives beside a rule of law. */
export const PAYER_CLOCK = 'payer.filing';
export const PAYER_STAGE = 'File within the payer’s own days';

/** Whose amount gives the date of a filing, and why the payer's does not. */
export interface Chosen {
  found: Reckoning;
  /** Absent: the payer's counts, or it gives none. */
  whyNot?: string;
}

interface Candidate {
  ofLaw: boolean;
  /** The payer's amount would move the date later. */
  isLater: boolean;
  isStale: boolean;
}
/** A payer's row never moves a filing date of law later, and a row that nobody vouches for moves none later. */
const REFUSALS: readonly { when: (one: Candidate) => boolean; because: string }[] = [
  { when: ({ ofLaw, isLater }) => ofLaw && isLater, because: 'a payer’s row moves no date of law later' },
  { when: ({ isStale, isLater }) => isStale && isLater, because: 'nobody has verified it for too long' },
];

/** The date of one filing clock by the payer's own amount where that may count. `policy`: under the payer's terms already, but for amounts. */
export function reckonFilingClock(
  id: string,
  anchors: Anchors,
  policy: ClockPolicy,
  rows: readonly ClockRow[],
  terms: PayerTerms,
): Chosen {
  const said = terms.amounts[id];
  const without = reckon(id, anchors, policy, rows);
  if (!said) return { found: without };
  const found = reckon(id, anchors, policyUnder(terms, policy, id), rows);
  const row = clockRows(id, rows).find(({ effectiveFrom }) => effectiveFrom === without.effectiveFrom)!;
  const isLater = found.legalDue > without.legalDue || safeOf(found) > safeOf(without);
  const refusal = REFUSALS.find(({ when }) => when({ ofLaw: isOfLaw(row), isLater, isStale: said.isStale }));
  if (!refusal) return { found };
  const stands = earlierOf(without, found);
  return { found: stands, ...(stands === without && { whyNot: whyNot(said, found, refusal.because) }) };
}

/** What of the payer's date may not count as a whole still counts where its safe or its legal date is the earlier one. */
const earlierOf = (without: Reckoning, found: Reckoning): Reckoning =>
  without.kind === 'ours' && found.kind === 'ours' ? earliestDates([without, found])!.deadline : without;

const safeOf = (due: Reckoning): string => (due.kind === 'ours' ? due.safeDue : due.legalDue);

const whyNot = ({ amount, source, verifiedOn }: PayerAmount, { legalDue }: Reckoning, because: string): string =>
  `The payer’s own amount, ${amount} (${source}, verified on ${sayDate(verifiedOn)}), would give ${sayDate(legalDue)}: not used, because ${because}.`;

/** Days that the payer gives, as a date of its own beside the rules that file the appeal; none where the contract's clock is one of these. */
export function payerFiling(
  files: readonly string[],
  anchors: Anchors,
  policy: ClockPolicy,
  rows: readonly ClockRow[],
  terms: PayerTerms,
): OurReckoning[] {
  if (files.includes(PAYER_FILING) || !terms.amounts[PAYER_FILING]) return [];
  const found = reckon(PAYER_FILING, anchors, policyUnder(terms, policy, PAYER_FILING), rows);
  return found.kind === 'ours' ? [{ ...found, rowId: PAYER_CLOCK, stage: PAYER_STAGE }] : [];
}
