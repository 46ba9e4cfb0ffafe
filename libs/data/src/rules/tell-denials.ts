import { labelOf } from '@overturn/domain/rules/say-rule';
import { writeAudits } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import type { Tx } from '../database/database.ts';
import { addLines } from '../timeline/add-to-timeline.ts';
import { CLASS_PURPOSE } from './case-moves.ts';
import type { RuleChangeRow } from './rule-change-rows.ts';

/** What a change did to one denial, or would have done. */
export interface Moved {
  denialId: string;
  purpose: string;
  before: string;
  after: string;
  /** The person who took a later date, or kept the earlier one; null: it moved by itself. */
  decidedBy: Actor | null;
  isKept: boolean;
}

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
      code: one.isKept ? 'rule.kept' : 'rule.applied',
      sentence: sentenceOf(one, change),
      citation: change.citation,
    })),
  );
  for (const [, acts] of Map.groupBy(moved, ({ decidedBy }) => decidedBy?.id))
    await writeAudits(
      tx,
      acts[0]!.decidedBy ?? engine,
      now,
      acts.map(({ denialId, purpose, before, after, isKept }) => ({
        act: isKept ? 'rule.earlier-date-kept' : 'rule.applied',
        subject: { kind: 'rule-change', id: change.id },
        denialId,
        before: { purpose, says: before },
        after: { says: isKept ? before : after },
      })),
    );
}

function sentenceOf({ purpose, before, after, decidedBy, isKept }: Moved, change: RuleChangeRow): string {
  const what = purpose === CLASS_PURPOSE ? 'Class' : `Date of ${purpose.replaceAll('-', ' ')}`;
  const rule = changeWords(change);
  if (isKept)
    return `${what}: stays ${before}, ${decidedBy?.name ?? 'a person'} kept it; ${after} by the rule. ${rule}.`;
  return `${what}: ${before} → ${after}${decidedBy ? `, taken by ${decidedBy.name}` : ''}. ${rule}.`;
}

/** Which rule was changed, and by whom. */
export function changeWords(change: RuleChangeRow): string {
  const { key, proposedBy, decidedBy } = change;
  const act = change.change === 'correction' ? 'corrected' : 'changed';
  return `Rule ${key} (${labelOf(change)}) ${act} by ${proposedBy.name}, approved by ${decidedBy?.name ?? 'nobody'}`;
}
