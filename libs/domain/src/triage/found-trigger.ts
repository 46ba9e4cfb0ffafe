import type { NetworkStatus } from '../tasks/fields.ts';
import type { Confidence } from './carc-table.ts';
import type { RarcRow } from './rarc-table.ts';
import { type Sign, unique } from './signs.ts';
import type { Trigger } from './triage-input.ts';
import type { WordingClue } from './wording-clues.ts';

export const PARTIES = ['billing', 'rendering', 'facility'] as const;
export type Party = (typeof PARTIES)[number];
export interface PartyFacts {
  npi?: string | undefined;
  /** On the date of service. */
  network?: NetworkStatus | undefined;
}
export type PartiesFacts = Partial<Record<Party, PartyFacts>>;

export interface FoundTrigger {
  trigger: Trigger;
  /** Which provider, where one is meant and known. */
  npi?: string;
  confidence: Confidence;
  because: string;
}

const OUT: ReadonlySet<NetworkStatus | undefined> = new Set<NetworkStatus>(['out', 'other-tier']);
export const isOut = (party: PartyFacts | undefined): boolean => OUT.has(party?.network);

/** Which element set the denial off, and how surely. What was verified is sure, what codes and words point at is likely, else nobody knows. */
export function findTrigger(
  signs: readonly Sign[],
  remarks: readonly RarcRow[],
  clues: readonly WordingClue[],
  lineCount: number,
  parties: PartiesFacts,
): FoundTrigger {
  const line = oneLine(signs, lineCount);
  if (line !== undefined)
    return {
      trigger: { kind: 'line', line },
      confidence: 'high',
      because: `Only line ${line} of ${lineCount} carries it.`,
    };
  const out = PARTIES.filter((party) => isOut(parties[party]));
  const verified = PARTIES.filter((party) => parties[party]?.network === 'in');
  if (out.length === 1) {
    const others = verified.length > 0 ? `, ${verified.join(' and ')} in it` : '';
    return party(
      out[0]!,
      parties,
      others ? 'high' : 'likely',
      `${say(out[0]!)} was out of network on the date${others}.`,
    );
  }
  const remark = remarks.find((row) => row.points);
  if (remark)
    return party(
      remark.points!,
      parties,
      'likely',
      `${remark.rarc} points at it: ${say(remark.points!).toLowerCase()}.`,
    );
  const clue = clues.find(({ points }) => points);
  if (clue) return party(clue.points!, parties, 'likely', `The letter says “${clue.phrase}”.`);
  return party(
    'billing',
    parties,
    'unsure',
    'Nothing says which element it was; the billing provider is only the first to ask about.',
  );
}

function oneLine(signs: readonly Sign[], lineCount: number): number | undefined {
  const lines = unique(signs.map((sign) => sign.line));
  return lineCount > 1 && lines.length === 1 ? lines[0] : undefined;
}

const say = (kind: Party): string => (kind === 'facility' ? 'The facility' : `The ${kind} provider`);

const party = (kind: Party, parties: PartiesFacts, confidence: Confidence, because: string): FoundTrigger => {
  const npi = parties[kind]?.npi;
  return { trigger: { kind }, confidence, because, ...(npi && { npi }) };
};
