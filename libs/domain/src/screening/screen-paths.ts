import { PATH_IDS, type PathId, pathRow } from '../denial/paths.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import { CLOCK_ROWS } from '../clocks/clock-rows.ts';
import { purposeOf } from '../payers/payer-choices.ts';
import { payerRow, type PayerRow } from '../payers/payer-rows.ts';
import type { Confidence } from '../triage/carc-table.ts';
import { type ConditionRow, CONDITIONS } from './conditions.ts';
import { type Found, findingsOf, type ScreenFacts } from './findings.ts';
import {
  GROUNDS,
  type GroundRow,
  PATH_PROOFS,
  type PathProofRow,
  PLAN_ARGUES,
  PLAN_LIMITS,
  type PlanLimitRow,
} from './path-grounds.ts';
import { type HeldProof, proofsFor } from './path-proofs.ts';
import { judgeGround, type JudgedGround, type Question, type Verdict } from './judge-ground.ts';
import { THE_BILLER, type WhoMayAsk, whoMayAsk } from './who-may-ask.ts';

export interface ScreenedPath {
  path: PathId;
  verdict: Verdict;
  /** How likely the facts and the proof at hand allow it. */
  likely: Confidence;
  reasons: readonly string[];
  /** What it must show, and what of it is there. */
  proofs: readonly HeldProof[];
  whoMayAsk: WhoMayAsk;
  /** What would settle it. */
  questions: readonly Question[];
  verified: boolean;
}

export interface Screening {
  /** Always one, also when it is that there is no ground. */
  proposed: ScreenedPath;
  /** Every path, in the order of the table. */
  paths: readonly ScreenedPath[];
  /** What the argument is about, by the plan's type. */
  argues: 'coverage' | 'benefit-level' | 'not-known';
}

export interface ScreenRules {
  conditions: readonly ConditionRow[];
  grounds: readonly GroundRow[];
  proofs: readonly PathProofRow[];
  limits: readonly PlanLimitRow[];
  payers: readonly PayerRow[];
  clocks: readonly ClockRow[];
}
export const SHIPPED_SCREEN: ScreenRules = {
  conditions: CONDITIONS,
  grounds: GROUNDS,
  proofs: PATH_PROOFS,
  limits: PLAN_LIMITS,
  payers: [],
  clocks: CLOCK_ROWS,
};

/** A path with its place in the order of proposal. */
interface Placed {
  screened: ScreenedPath;
  /** Of its best ground in the table. */
  place: number;
  /** Share of the ground's conditions that hold. */
  share: number;
}

/** Looks at every path and proposes one: the first that applies, else the one that most speaks for, else no ground. */
export function screenPaths(facts: ScreenFacts, rules: ScreenRules = SHIPPED_SCREEN): Screening {
  const found = findingsOf(facts, rules.clocks);
  const payerFor = (path: PathId) =>
    payerRow(
      { ...facts, product: facts.product ?? facts.planType, purpose: purposeOf(path, facts.appealsLost) },
      rules.payers,
    );
  const placed = PATH_IDS.filter((path) => path !== 'no-ground').map((path) =>
    screen(path, facts, found, payerFor(path), rules),
  );
  const open = placed.filter(({ screened }) => screened.verdict !== 'does-not').sort(inOrder);
  const noGround = noGroundOf(open, facts, payerFor('no-ground'));
  return {
    proposed: open[0]?.screened ?? noGround,
    paths: [...placed.map(({ screened }) => screened), noGround],
    argues: PLAN_ARGUES[facts.planType ?? 'unknown'] ?? 'not-known',
  };
}

const VERDICTS: readonly Verdict[] = ['applies', 'may-apply', 'does-not'];

/** What applies by the order of its ground; what may apply with appeals last, then by how much speaks for it. */
function inOrder(a: Placed, b: Placed): number {
  const verdict = VERDICTS.indexOf(a.screened.verdict) - VERDICTS.indexOf(b.screened.verdict);
  if (verdict !== 0) return verdict;
  if (a.screened.verdict === 'applies') return a.place - b.place;
  const appeal = ({ screened }: Placed): number => (pathRow(screened.path).asks === 'appeal' ? 1 : 0);
  return appeal(a) - appeal(b) || b.share - a.share || a.place - b.place;
}

function screen(
  path: PathId,
  facts: ScreenFacts,
  found: Found,
  payer: PayerRow | undefined,
  rules: ScreenRules,
): Placed {
  const grounds = rules.grounds.flatMap((row, place) =>
    row.path === path ? [{ place, ...judgeGround(row, found, rules.conditions) }] : [],
  );
  const best = grounds.reduce((most, one) => (better(one, most) ? one : most));
  const proofs = proofsFor(path, facts, payer, rules.proofs);
  const closed = closedBy(path, facts, proofs, payer, limitOf(path, facts, found, rules));
  const verdict = closed.verdict ? lower(best.verdict, closed.verdict) : best.verdict;
  const who = pathRow(path).asks === 'correction' ? THE_BILLER : whoMayAsk(facts, payer);
  const reasons =
    verdict === 'does-not' && best.verdict !== 'does-not'
      ? closed.reasons
      : [...(best.verdict === 'does-not' ? grounds.flatMap((one) => one.reasons) : best.reasons), ...closed.reasons];
  const isAnswered = verdict === 'does-not';
  return {
    place: best.place,
    share: best.share,
    screened: {
      path,
      verdict,
      likely: likelihood(verdict, best.row, proofs),
      reasons: unique([...reasons, ...argument(path, facts, verdict), ...payerSays(path, payer)]),
      proofs,
      whoMayAsk: who,
      questions: isAnswered
        ? []
        : uniqueQuestions([...best.questions, ...closed.questions, ...(who.askers.length === 0 ? [WHO] : [])]),
      verified: best.row.verified && (path !== 'no-surprises' || found.protection.verified),
    },
  };
}

const WHO: Question = { question: 'Who may ask: the provider, or only the member?', of: 'payer' };

const better = (one: JudgedGround, most: JudgedGround): boolean => {
  const verdict = VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(most.verdict);
  return verdict < 0 || (verdict === 0 && one.verdict === 'may-apply' && one.share > most.share);
};
const lower = (a: Verdict, b: Verdict): Verdict => (VERDICTS.indexOf(a) >= VERDICTS.indexOf(b) ? a : b);

interface Closed {
  verdict?: Verdict;
  reasons: string[];
  questions: Question[];
}

/** What closes a path whatever speaks for it: the plan's type, proof that does not exist, an answer already had. */
function closedBy(
  path: PathId,
  facts: ScreenFacts,
  proofs: readonly HeldProof[],
  payer: PayerRow | undefined,
  limit: PlanLimitRow | undefined,
): Closed {
  if (facts.tried?.includes(path))
    return { verdict: 'does-not', reasons: ['It was asked for already, and answered.'], questions: [] };
  const missing = proofs.filter(({ isEssential, state }) => isEssential && state === 'does-not-exist');
  if (missing.length > 0)
    return {
      verdict: 'does-not',
      reasons: missing.map(({ label }) => `Its proof does not exist: ${label}.`),
      questions: [],
    };
  if (payer?.grounds && pathRow(path).asks === 'exception' && !payer.grounds.includes(path))
    return {
      verdict: 'does-not',
      reasons: [`The payer takes no request on this ground: its rule, verified on ${payer.verifiedOn}.`],
      questions: [],
    };
  if (!limit || (facts.urgency && limit.unless.includes(facts.urgency))) return { reasons: [], questions: [] };
  return facts.urgency === undefined
    ? {
        verdict: 'may-apply',
        reasons: [limit.says],
        questions: [{ question: 'Was it an emergency or urgent?', of: 'provider' }],
      }
    : { verdict: 'does-not', reasons: [limit.says], questions: [] };
}

/** What the plan's type closes. */
const limitOf = (path: PathId, facts: ScreenFacts, { findings }: Found, { limits }: ScreenRules) =>
  limits.find(
    ({ planTypes, open, openWhenProtected }) =>
      planTypes.includes(facts.planType ?? 'unknown') &&
      !open.includes(path) &&
      !(findings.protection === 'protected' && openWhenProtected.includes(path)),
  );

const STEPS: readonly Confidence[] = ['high', 'likely', 'unsure'];
/** One step less where some of the proof is not there yet. */
function likelihood(verdict: Verdict, { likely }: GroundRow, proofs: readonly HeldProof[]): Confidence {
  if (verdict !== 'applies') return 'unsure';
  const isLacking = proofs.some(({ state }) => state !== 'held');
  return STEPS[Math.min(STEPS.indexOf(likely) + (isLacking ? 1 : 0), STEPS.length - 1)]!;
}

/** PPO and POS cover it at a lower level: the argument is about the level. */
const argument = (path: PathId, { planType }: ScreenFacts, verdict: Verdict): string[] =>
  verdict !== 'does-not' && pathRow(path).asks === 'exception' && PLAN_ARGUES[planType ?? 'unknown'] === 'benefit-level'
    ? ['The plan covers out of network at a lower level: the argument is about the benefit level.']
    : [];

const payerSays = (path: PathId, payer: PayerRow | undefined): string[] =>
  payer?.facilityApart && pathRow(path).asks === 'exception'
    ? [`Ask for facility and professional apart: the payer’s rule, verified on ${payer.verifiedOn}.`]
    : [];

function noGroundOf(open: readonly Placed[], facts: ScreenFacts, payer: PayerRow | undefined): ScreenedPath {
  const isOpen = open.length > 0;
  return {
    path: 'no-ground',
    verdict: isOpen ? 'does-not' : 'applies',
    likely: isOpen ? 'unsure' : 'high',
    reasons: [isOpen ? `Not yet: “${pathRow(open[0]!.screened.path).label}” is open.` : pathRow('no-ground').when],
    proofs: [],
    whoMayAsk: whoMayAsk(facts, payer),
    questions: [],
    verified: true,
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
const uniqueQuestions = (all: readonly Question[]): Question[] => [
  ...new Map(all.map((one) => [one.question, one] as const)).values(),
];
