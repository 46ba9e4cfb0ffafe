import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { jsonRows } from '../intake/json-rows.ts';

/** Who acts: a person, an API key, a timer of a workflow, or the system itself. */
export interface Actor {
  kind: 'person' | 'key' | 'timer' | 'system';
  id: string | null;
  name: string;
}

export interface Act {
  act: string;
  subject: { kind: string; id: string | null };
  denialId?: string | null;
  before?: unknown;
  after?: unknown;
}

/** Writes one act into the append-only audit, in the act's own transaction. `at` is the clock port's now. */
export async function writeAudit(
  tx: Tx,
  actor: Actor,
  at: Date,
  { act, subject, denialId, before, after }: Act,
): Promise<void> {
  await tx.run(sql`
    insert into audit_entry (organization_id, at, actor_kind, actor_id, act, subject_kind, subject_id, denial_id, before, after)
    values (${tx.organizationId}, ${at}, ${actor.kind}, ${actor.id}, ${act}, ${subject.kind}, ${subject.id}, ${denialId ?? null},
            ${toJson(before)}, ${toJson(after)})`);
}

/** The same for many acts at once, in one statement. */
export async function writeAudits(tx: Tx, actor: Actor, at: Date, acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return;
  const rows = acts.map(({ subject, ...act }) => ({ ...act, subjectKind: subject.kind, subjectId: subject.id }));
  await tx.run(sql`
    insert into audit_entry (organization_id, at, actor_kind, actor_id, act, subject_kind, subject_id, denial_id, before, after)
    select ${tx.organizationId}, ${at}, ${actor.kind}, ${actor.id}, act, "subjectKind", "subjectId", "denialId", before, after
    from jsonb_to_recordset(${jsonRows(rows)}::jsonb) as a(act text, "subjectKind" text, "subjectId" text, "denialId" uuid,
      before jsonb, after jsonb)`);
}

const toJson = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);
