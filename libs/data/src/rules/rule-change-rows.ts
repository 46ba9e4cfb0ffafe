import type { RuleChangePage, RuleChangeQuery, RuleChangeView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { labelOf, summaryOf } from '@overturn/domain/rules/say-rule';
import type { RuleKind, RuleRow } from '@overturn/domain/rules/rule-version';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { pageOf, readCursor } from '../paging/cursor.ts';

type Counted = Omit<NonNullable<RuleChangeView['impact']>, 'countedAt'>;
/** A row of `rule_change` with its counts. */
export interface RuleChangeRow extends Omit<
  RuleChangeView,
  'label' | 'summary' | 'row' | 'proposedAt' | 'decidedAt' | 'impact'
> {
  kind: RuleKind;
  row: RuleRow;
  proposedBy: Actor;
  proposedAt: Date;
  decidedAt: Date | null;
  position: number | null;
  countedAt: Date | null;
  counts: Counted;
}

const COLUMNS: Sql = sql`c.id, c.kind, c.key, c.change, c.effective_from "effectiveFrom", c.effective_to "effectiveTo", c.says "row", c.was,
  c.citation, c.verified, c.reason, c.state, c.proposed_by "proposedBy", c.proposed_at "proposedAt", c.decided_by "decidedBy",
  c.decided_at "decidedAt", c.decision_reason "decisionReason", c.position, c.counted_at "countedAt",
  (select jsonb_build_object('examined', coalesce(c.examined, 0), 'earlier', count(*) filter (where moves = 'earlier'),
     'later', count(*) filter (where moves = 'later'), 'reclassed', count(*) filter (where moves = 'reclassed'),
     'waiting', count(*) filter (where i.state = 'waiting' and not v.closing))
   from rule_impact i join denial_view v on v.denial_id = i.denial_id where i.change_id = c.id) counts,
  (select jsonb_build_object('examined', k.examined, 'opens', k.opens, 'amountCents', k.amount_cents, 'past', k.past, 'joins', k.joins,
     'reclassed', k.reclassed, 'isUnderWay', k.is_to_do) from kept_recount k where k.change_id = c.id) kept`;

/** Throws NOT_FOUND. `lock`: it is about to be decided. */
export async function findChange(tx: Tx, id: string, lock?: 'lock'): Promise<RuleChangeRow> {
  if (lock) await tx.run(sql`select from rule_change where id = ${id} for update`);
  const row = await tx.row<RuleChangeRow>(
    sql`select ${COLUMNS} from rule_change c where c.organization_id = ${tx.organizationId} and c.id = ${id}`,
  );
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such change of a rule here.', { changeId: id });
  return row;
}

/** Changes, the newest first. */
export async function listChanges(tx: Tx, query: RuleChangeQuery): Promise<RuleChangePage> {
  const { state = null, kind = null, key = null, cursor, limit } = query;
  const rows = await tx.rows<RuleChangeRow>(sql`
    select ${COLUMNS} from rule_change c
    where c.organization_id = ${tx.organizationId} and (${state}::text is null or c.state = ${state})
      and (${kind}::text is null or c.kind = ${kind}) and (${key}::text is null or c.key = ${key}) and ${before(cursor)}
    order by c.proposed_at desc, c.id desc limit ${limit + 1}`);
  const page = pageOf(rows, limit, ({ proposedAt, id }) => [proposedAt, id]);
  return { ...page, items: page.items.map(changeView) };
}

function before(cursor: string | undefined): Sql {
  if (cursor === undefined) return sql`true`;
  const [at, id] = readCursor(cursor, 2);
  return sql`(c.proposed_at, c.id) < (${at}::timestamptz, ${id}::uuid)`;
}

/** Denials and kept claims: nobody decides on a change before. */
export const isCounted = ({ state, countedAt, kept }: Pick<RuleChangeRow, 'state' | 'countedAt' | 'kept'>): boolean =>
  countedAt !== null && !(state === 'proposed' && kept?.isUnderWay);

export function changeView({ position: _, counts, countedAt, ...change }: RuleChangeRow): RuleChangeView {
  return {
    ...change,
    label: labelOf(change),
    summary: summaryOf(change),
    proposedAt: change.proposedAt.toISOString(),
    decidedAt: change.decidedAt?.toISOString() ?? null,
    impact: countedAt && isCounted({ ...change, countedAt }) ? { ...counts, countedAt: countedAt.toISOString() } : null,
  };
}
