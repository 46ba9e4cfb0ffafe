import { writeAudits } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import type { Tx } from '../database/database.ts';
import { addLines } from '../timeline/add-to-timeline.ts';
import { CLASS_PURPOSE } from './case-moves.ts';
import type { RuleChangeRow } from './rule-change-rows.ts';
import { sayChange } from './say-change.ts';

/** What a change did to one denial, or would have done. */
export interface Moved {
  denialId: string;
  purpose: string;
  before: string;
  after: string;
  /** The person who took a later date, or kept the earlier one; null: it moved by itself. */
  decidedBy: Actor | null;
  state: 'queued' | 'taken' | 'waiting' | 'kept';
}
export const isMoved = (state: Moved['state']): boolean => state === 'queued' || state === 'taken';

interface Told {
  /** On the timeline. */
  code: string;
  /** In the audit. */
  act: string;
  says(moved: Moved): string;
}
const APPLIED: Told = {
  ...{ code: 'rule.applied', act: 'rule.applied' },
  says: ({ before, after, decidedBy }) => `${before} → ${after}${decidedBy ? `, taken by ${decidedBy.name}` : ''}`,
};
const TOLD: Record<Moved['state'], Told> = {
  queued: APPLIED,
  taken: APPLIED,
  waiting: {
    ...{ code: 'rule.waits', act: 'rule.later-date-waits' },
    says: ({ before, after }) =>
      `${before}; ${after} by the rule, which waits until a person takes it under Rules, Changes. Of each date the earlier stands until then`,
  },
  kept: {
    ...{ code: 'rule.kept', act: 'rule.earlier-date-kept' },
    says: ({ before, after, decidedBy }) =>
      `stays ${before}, ${decidedBy?.name ?? 'a person'} kept it; ${after} by the rule`,
  },
};

/** Puts on each denial's timeline and into the audit both dates, the rule, and who decided; in the locks of their views. */
export async function tellDenials(
  tx: Tx,
  now: Date,
  engine: Actor,
  change: RuleChangeRow,
  moved: readonly Moved[],
): Promise<void> {
  await addLines(
    tx,
    now,
    moved.map((one) => ({
      denialId: one.denialId,
      actor: one.decidedBy ?? change.decidedBy ?? engine,
      code: TOLD[one.state].code,
      sentence: sentenceOf(one, change),
      citation: change.citation,
    })),
  );
  for (const [, acts] of Map.groupBy(moved, ({ decidedBy }) => decidedBy?.id))
    await writeAudits(
      tx,
      acts[0]!.decidedBy ?? engine,
      now,
      acts.map(({ denialId, purpose, before, after, state }) => ({
        act: TOLD[state].act,
        subject: { kind: 'rule-change', id: change.id },
        denialId,
        before: { purpose, says: before },
        after: { says: isMoved(state) ? after : before },
      })),
    );
}

function sentenceOf(moved: Moved, change: RuleChangeRow): string {
  const { purpose, state } = moved;
  const what = purpose === CLASS_PURPOSE ? 'Class' : `Date of ${purpose.replaceAll('-', ' ')}`;
  return `${what}: ${TOLD[state].says(moved)}. ${sayChange(change)}.`;
}
