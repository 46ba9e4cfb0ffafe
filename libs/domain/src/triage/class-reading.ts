import type { Reason } from './apply-interactions.ts';
import type { Confidence } from './carc-table.ts';
import { claimStatusRow } from './claim-statuses.ts';
import { type DenialClass, denialClassRow } from './denial-classes.ts';
import { type Sign, unique } from './signs.ts';
import type { WordingClue } from './wording-clues.ts';

export interface ClassReading {
  class: DenialClass;
  confidence?: Confidence;
  reasons: readonly Reason[];
}

/** The class by the codes; by the letter's words only where the codes say nothing. */
export function readingOf(leading: readonly Sign[], clues: readonly WordingClue[]): ClassReading {
  const found = leading[0]?.class ?? 'other';
  const clue = found === 'other' ? clues.find((one) => one.class) : undefined;
  if (!clue?.class) return { class: found, reasons: [] };
  const others = unique(clues.flatMap((one) => (one.class ? [one.class] : [])));
  return {
    class: clue.class,
    confidence: others.length > 1 ? 'unsure' : 'likely',
    reasons: [
      {
        sentence: `The letter says “${clue.phrase}”: ${denialClassRow(clue.class).label}.`,
        fact: 'wording',
        row: `clue ${clue.phrase}`,
      },
    ],
  };
}

/** What makes the reading unsure, each with its reason. */
export function doubt(
  claimStatus: string | undefined,
  best: Confidence,
  leading: readonly Sign[],
  clues: readonly WordingClue[],
): { confidence: Confidence; doubts: readonly Reason[] } {
  const doubts: Reason[] = [];
  const status = claimStatusRow(claimStatus);
  if (status?.unsureBecause)
    doubts.push({
      sentence: status.unsureBecause,
      fact: `CLP02 ${status.status}`,
      row: `claim status ${status.status}`,
    });
  const found = leading[0]?.class;
  const said = clues.find((clue) => clue.class);
  if (found && found !== 'other' && said && !clues.some((clue) => clue.class && areKin(clue.class, found)))
    doubts.push({
      sentence: `The letter says “${said.phrase}”, the codes ${denialClassRow(found).label.toLowerCase()}.`,
      fact: 'wording',
      row: `clue ${said.phrase}`,
    });
  const unknown = leading.filter((sign) => sign.isUnknown);
  if (unknown.length > 0)
    doubts.push({
      sentence: `${unique(unknown.map(({ code }) => code)).join(', ')}: no row knows it.`,
      fact: unknown[0]!.code,
    });
  return { confidence: doubts.length > 0 ? 'unsure' : best, doubts };
}

const KIN: readonly (readonly DenialClass[])[] = [
  ['referral-or-authorization', 'referral', 'authorization'],
  ['out-of-network', 'narrow-network', 'contract-load', 'out-of-network-underpayment'],
];
const areKin = (a: DenialClass, b: DenialClass): boolean =>
  a === b || KIN.some((classes) => classes.includes(a) && classes.includes(b));
