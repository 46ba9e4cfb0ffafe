import { isDeepStrictEqual } from 'node:util';
import { screeningFactRow } from '@overturn/domain/screening/screening-facts';
import type { ScreeningFact, ScreeningFacts } from '@overturn/domain/screening/screening-facts';
import { sayScreeningFact } from '@overturn/domain/screening/told-facts';
import { writeAudits } from '../audit/audit.ts';
import type { Act, Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import type { TimelineLine } from '../timeline/add-to-timeline.ts';

/** Null takes a fact back: it is not known after all. */
export type FactsToKeep = { [Name in ScreeningFact]?: ScreeningFacts[Name] | null };
export interface Told {
  saidBy: string | null;
  toldOn: string;
  source: string | null;
}
type Kept = Told & { value: unknown };

/**
 * The latest answer wins; each that changed something is in the audit with what it replaced. Returns the lines for the
 * timeline, which whoever acts writes. In the lock of the denial's view.
 */
export async function keepScreeningFacts(
  tx: Tx,
  now: Date,
  actor: Actor,
  denialId: string,
  facts: FactsToKeep,
  told: Told,
): Promise<TimelineLine[]> {
  const before = await keptOf(tx, denialId);
  const changed = (Object.entries(facts) as [ScreeningFact, unknown][]).flatMap(([name, value]) => {
    const was = before[name] ?? null;
    const is = value === null || value === undefined ? null : { value, ...told };
    return value === undefined || isDeepStrictEqual(was, is) ? [] : [{ name, was, is }];
  });
  for (const { name, is } of changed)
    await (is ? write(tx, now, actor, denialId, name, is) : takeBack(tx, denialId, name));
  if (changed.length > 0) await tx.run(sql`update denial set version = version + 1 where id = ${denialId}`);
  const acts = changed.map(({ name, was, is }): Act => ({
    act: is ? 'question.answered' : 'question.reopened',
    subject: { kind: 'screening-fact', id: name },
    denialId,
    before: was,
    after: is,
  }));
  await writeAudits(tx, actor, now, acts);
  return changed.map(({ name, is }) => ({
    actor,
    code: is ? 'question.answered' : 'question.reopened',
    sentence: is
      ? `${screeningFactRow(name).question} ${sayScreeningFact(name, is.value)}.`
      : `Not known after all: ${screeningFactRow(name).question}`,
  }));
}

async function keptOf(tx: Tx, denialId: string): Promise<Partial<Record<ScreeningFact, Kept>>> {
  const row = await tx.row<{ kept: Partial<Record<ScreeningFact, Kept>> }>(sql`
    select coalesce(jsonb_object_agg(name, jsonb_build_object('value', value, 'saidBy', said_by, 'toldOn', told_on, 'source', source)), '{}') kept
    from screening_fact where denial_id = ${denialId}`);
  return row!.kept;
}

const write = (
  tx: Tx,
  now: Date,
  actor: Actor,
  denialId: string,
  name: ScreeningFact,
  { value, saidBy, toldOn, source }: Kept,
): Promise<number> =>
  tx.run(sql`
    insert into screening_fact (organization_id, denial_id, name, value, said_by, told_on, source, actor, created_at)
    values (${tx.organizationId}, ${denialId}, ${name}, ${JSON.stringify(value)}::jsonb, ${saidBy}, ${toldOn}, ${source},
      ${JSON.stringify(actor)}::jsonb, ${now})
    on conflict (organization_id, denial_id, name) do update set value = excluded.value, said_by = excluded.said_by,
      told_on = excluded.told_on, source = excluded.source, actor = excluded.actor, created_at = excluded.created_at`);

const takeBack = (tx: Tx, denialId: string, name: ScreeningFact): Promise<number> =>
  tx.run(sql`delete from screening_fact where denial_id = ${denialId} and name = ${name}`);
