import type { Confidence } from '../triage/carc-table.ts';
import { reachOf } from './alternatives.ts';
import { findingsOf, type ScreenFacts } from './findings.ts';
import type { ProofsHeld } from './proofs.ts';
import { BASE_POINTS, type Measures, SCORE_ROWS, type ScoreRow } from './recoverability-rows.ts';
import type { Screening } from './screen-paths.ts';

export interface WorthFacts extends ScreenFacts {
  confidence: Confidence;
  amountCents?: number | undefined;
  /** To the safe filing date; negative once it has passed. */
  businessDaysLeft?: number | undefined;
}

export interface ScoredRow {
  id: string;
  about: ScoreRow['about'];
  /** `wait-time quote: 1 of 2`. */
  sentence: string;
  points: number;
}
export interface Raise {
  id: string;
  /** `two wait-time quotes: +12`. */
  sentence: string;
  points: number;
}
export interface Recoverability {
  /** 0 to 100: for the order of work, no probability. */
  score: number;
  rows: readonly ScoredRow[];
  /** What would raise it, the most first. */
  raises: readonly Raise[];
}

/** How well a denial may be recovered, with every row that counted and what would raise it most. */
export function recoverability(
  facts: WorthFacts,
  { paths }: Pick<Screening, 'paths'>,
  rows: readonly ScoreRow[] = SCORE_ROWS,
): Recoverability {
  const open = new Set(paths.filter(({ verdict }) => verdict !== 'does-not').map(({ path }) => path));
  const counting = rows.filter((row) => !row.paths || row.paths.some((path) => open.has(path)));
  const measures = measuresOf(facts);
  const held = heldBy(facts);
  const scored = counting.flatMap((row) => score(row, measures, held));
  const sum = scored.reduce((total, { points }) => total + points, BASE_POINTS);
  const raises = counting
    .flatMap((row) => raise(row, measures, held, facts))
    .map((one) => ({ ...one, points: clamp(sum + one.points) - clamp(sum) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ id, sentence, points }) => ({ id, points, sentence: `${sentence}: +${points}` }));
  return { score: clamp(sum), rows: scored, raises };
}

const clamp = (points: number): number => Math.min(100, Math.max(0, points));

function measuresOf(facts: WorthFacts): Measures {
  const { findings } = findingsOf(facts);
  return {
    class: facts.class,
    confidence: facts.confidence,
    network: findings.network,
    referral: findings.referral,
    claim: findings.claimWrong ? 'wrong' : undefined,
    standing: facts.standing,
    amountCents: facts.amountCents,
    businessDaysLeft: facts.businessDaysLeft,
  };
}

function heldBy({ alternatives = [], standard, proofs }: WorthFacts): ProofsHeld {
  const { contacted, distances, waitQuotes, refusals } = reachOf(alternatives, standard);
  return { contacts: contacted, distances, 'wait-quotes': waitQuotes, refusals, ...proofs };
}

function score(row: ScoreRow, measures: Measures, held: ProofsHeld): ScoredRow[] {
  const scored = (sentence: string, points: number): ScoredRow[] => [
    { id: row.id, about: row.about, sentence, points },
  ];
  if ('proof' in row) {
    const have = count(held[row.proof]);
    return have > 0
      ? scored(`${row.label}: ${Math.min(have, row.most)} of ${row.most}`, Math.min(have, row.most) * row.each)
      : [];
  }
  if ('bands' in row) {
    const value = measures[row.measure];
    const band = value === undefined ? undefined : row.bands.findLast(({ atLeast }) => value >= atLeast);
    return band ? scored(`${row.label}: ${row.measure === 'amountCents' ? dollars(value!) : value}`, band.points) : [];
  }
  const value = measures[row.measure];
  const points = value === undefined ? undefined : row.points[value];
  return points === undefined ? [] : scored(`${row.label}: ${value}`, points);
}

/** What is still to be had. A proof that does not exist, and a form that nobody needs, are not. */
function raise(row: ScoreRow, measures: Measures, held: ProofsHeld, { standing }: WorthFacts): Raise[] {
  if ('proof' in row) {
    if (held[row.proof] === 'none' || (row.about === 'standing' && standing !== 'member')) return [];
    const lacking = row.most - Math.min(count(held[row.proof]), row.most);
    return lacking > 0
      ? [
          {
            id: row.id,
            sentence: `${inWords(lacking)} ${lacking === 1 ? row.one : row.many}`,
            points: lacking * row.each,
          },
        ]
      : [];
  }
  if ('bands' in row || !row.raise) return [];
  const { from, to, says } = row.raise;
  const value = measures[row.measure];
  return value !== undefined && from.includes(value)
    ? [{ id: row.id, sentence: says, points: (row.points[to] ?? 0) - (row.points[value] ?? 0) }]
    : [];
}

const count = (held: number | 'none' | undefined): number => (held === 'none' ? 0 : (held ?? 0));
const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (number: number): string => NUMBERS[number] ?? String(number);
