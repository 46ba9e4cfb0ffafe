import { RULE_KINDS } from '@overturn/domain/rules/rule-version';
import { z } from 'zod';
import { day } from './clock-columns.ts';
import { actorView, cents, exactly, id, instant, isoDate, listOf, pageOf, pageQuery } from './shapes.ts';

export const ruleKind = z.enum(RULE_KINDS, `Use one of ${RULE_KINDS.join(', ')}.`);

/** One version of one rule, as it is in force: shipped, or the organization's own over it. */
export const ruleView = z.object({
  kind: ruleKind,
  /** The clock's id, the code, the id of what codes mean together or of the weight, or the calendar's name. */
  key: z.string(),
  label: z.string(),
  /** What it says in one line, like "180 calendar days from Received". */
  summary: z.string(),
  origin: z.enum(['shipped', 'own']),
  /** Null: from ever. */
  effectiveFrom: isoDate.nullable(),
  /** Its last day; null: until further notice. */
  effectiveTo: isoDate.nullable(),
  citation: z.string().nullable(),
  /** Where the citation can be read; null when there is no public place. */
  citationUrl: z.url().nullable(),
  verified: z.boolean(),
  row: z.record(z.string(), z.unknown()),
  /** The change that brought it; null for a shipped one. */
  changeId: id.nullable(),
  /** A change of it waits for a decision. */
  isProposed: z.boolean(),
});
export type RuleView = z.infer<typeof ruleView>;
export const ruleList = listOf(ruleView);
export type RuleList = z.infer<typeof ruleList>;
export const ruleQuery = exactly({
  kind: ruleKind.optional(),
  /** `false`: only what nobody has verified. */
  verified: z.enum(['true', 'false']).optional(),
});
export type RuleQuery = z.infer<typeof ruleQuery>;

/** `new-version`: holds for anchors on or after its date. `correction`: takes the place of the version of that date. */
export const ruleChangeKind = z.enum(['new-version', 'correction'], 'Use new-version or correction.');
export const proposeRuleBody = exactly({
  kind: ruleKind,
  key: z.string('Name the rule by its key.').trim().min(1, 'Name the rule by its key.').max(100),
  change: ruleChangeKind,
  /** Of a new version its first day; of a correction that of the version it corrects, null for one from ever. */
  effectiveFrom: day.nullable(),
  /** Of a new version its last day; none: the day before the next version of the rule begins, else until further notice. */
  effectiveTo: day.nullable().optional(),
  citation: z.string('Say where it is written.').trim().max(300, 'Say it in 300 characters.').nullable().optional(),
  verified: z.boolean('Say true or false.').default(false),
  /** The rule itself, by the form of its kind. */
  row: z.record(z.string(), z.unknown(), 'Give the whole rule as it would read.'),
  reason: z.string('Say why.').trim().min(3, 'Say why, in a few words.').max(1_000),
});
export type ProposeRuleBody = z.infer<typeof proposeRuleBody>;

/** `proposed` until a second person decides; `applying` while open denials are looked at again; then `in-force`. */
export const ruleChangeState = z.enum(['proposed', 'applying', 'in-force', 'rejected', 'withdrawn']);
export const ruleChangeView = z.object({
  id,
  kind: ruleKind,
  key: z.string(),
  label: z.string(),
  change: ruleChangeKind,
  effectiveFrom: isoDate.nullable(),
  effectiveTo: isoDate.nullable(),
  citation: z.string().nullable(),
  verified: z.boolean(),
  summary: z.string(),
  /** What held before, in one line: every version that it replaces, of several each with its days; null when there was nothing. */
  was: z.string().nullable(),
  row: z.record(z.string(), z.unknown()),
  reason: z.string(),
  state: ruleChangeState,
  proposedBy: actorView,
  proposedAt: instant,
  decidedBy: actorView.nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  /** Null while it is counted. */
  impact: z
    .object({
      /** Open denials looked at. */
      examined: z.int(),
      earlier: z.int(),
      later: z.int(),
      reclassed: z.int(),
      /** Of the later ones, those that wait for a person. */
      waiting: z.int(),
      countedAt: instant,
    })
    .nullable(),
  /**
   * Of a change of the codes: the claims without a denial that carry it, judged again. Before its approval what they would
   * do, counted from the first on; from its force on what they did so far. Null: it judges no claims.
   */
  kept: z
    .object({
      examined: z.int(),
      /** Open a denial. */
      opens: z.int(),
      /** What those are about. */
      amountCents: cents,
      /** Of those, a filing date had passed: a person reviews them first. */
      past: z.int(),
      /** Come for a denial that is here. */
      joins: z.int(),
      /** Get another class and still open nothing. */
      reclassed: z.int(),
      isUnderWay: z.boolean(),
    })
    .nullable(),
});
export type RuleChangeView = z.infer<typeof ruleChangeView>;
export const ruleChangePage = pageOf(ruleChangeView);
export type RuleChangePage = z.infer<typeof ruleChangePage>;
export const ruleChangeQuery = pageQuery.extend({
  state: ruleChangeState.optional(),
  kind: ruleKind.optional(),
  key: z.string().max(100).optional(),
});
export type RuleChangeQuery = z.infer<typeof ruleChangeQuery>;

/** One open denial that a change would move, and how. */
export const ruleImpactView = z.object({
  denialId: id,
  payerName: z.string(),
  claimNumberTail: z.string(),
  purpose: z.string(),
  moves: z.enum(['earlier', 'later', 'reclassed']),
  before: z.string(),
  after: z.string(),
  /** `foreseen` before the approval; `waiting`: later, and nobody has accepted it; `kept`: a person kept the earlier date. */
  state: z.enum(['foreseen', 'queued', 'applied', 'waiting', 'kept']),
});
export type RuleImpactView = z.infer<typeof ruleImpactView>;
export const ruleImpactPage = pageOf(ruleImpactView);
export type RuleImpactPage = z.infer<typeof ruleImpactPage>;

export const decideRuleBody = exactly({ reason: z.string().trim().max(1_000).optional() });
export type DecideRuleBody = z.infer<typeof decideRuleBody>;
/** Later dates that a person takes, one by one or all that wait. */
export const acceptLaterBody = exactly({
  denialIds: z.array(id).min(1).max(1_000).optional(),
  all: z.literal(true).optional(),
  keep: z.boolean().default(false),
}).refine(
  ({ denialIds, all }) => (denialIds === undefined) !== (all === undefined),
  'Name the denials, or say all: true.',
);
export type AcceptLaterBody = z.infer<typeof acceptLaterBody>;
