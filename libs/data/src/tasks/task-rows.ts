import type { TaskView } from '@overturn/contracts';
import { taskKindRow } from '@overturn/domain';
import type { TaskKind } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Sql } from '../database/database.ts';

/** As the driver reads it, or as it stands in JSON. */
type Instant = Date | string;

export interface TaskRow {
  id: string;
  denialId: string;
  kind: TaskKind;
  queue: string;
  role: string;
  state: TaskView['state'];
  heldUntil: Instant | null;
  awaitingEngine: boolean;
  assigneeId: string | null;
  assigneeName: string | null;
  clientId: string;
  teamId: string;
  dueAt: Instant;
  dueOn: string;
  snoozedUntil: Instant | null;
  raisedAt: Instant | null;
  openedAt: Instant;
  completedAt: Instant | null;
  safeDueOn: string | null;
  legalDueOn: string | null;
  filingAhead: boolean;
  amountCents: number;
  payerName: string;
  claimNumberTail: string;
  patientInitials: string;
  serviceFrom: string | null;
  procedure: string | null;
  stage: string;
  context: Record<string, unknown>;
  outcome: string | null;
  version: number;
}

/** Who has a task: a person, or a key that claimed it. */
export const ASSIGNEE_NAME = sql`coalesce((select u.name from user_account u where u.id = t.assignee_id), (select k.name from api_key k where k.id = t.assignee_id))`;

/** Of the patient only initials, of the claim number the last four: what a list may show. */
export const CLAIM_GIST = sql`
  coalesce(right(c.claim_number, 4), '') "claimNumberTail",
  coalesce(left(c.patient_first_name, 1), '') || coalesce(left(c.patient_last_name, 1), '') "patientInitials",
  c.service_from "serviceFrom",
  (select l.procedure from claim_line l where l.claim_id = c.id and l.procedure is not null order by l.ordinal limit 1) "procedure"`;

const viewColumns = (assigneeName: Sql): Sql => sql`
  t.id, t.denial_id "denialId", t.kind, t.queue, t.role, t.state, t.assignee_id "assigneeId", ${assigneeName} "assigneeName",
  t.client_id "clientId", t.team_id "teamId", t.due_at "dueAt", t.due_on "dueOn", t.snoozed_until "snoozedUntil",
  t.raised_at "raisedAt", t.opened_at "openedAt", t.completed_at "completedAt", t.safe_due_on "safeDueOn", t.legal_due_on "legalDueOn",
  t.filing_ahead "filingAhead", t.amount_cents "amountCents", p.name "payerName", ${CLAIM_GIST}, v.stage, t.context, t.outcome, t.version`;

const SURROUNDINGS: Sql = sql`
  join denial d on d.id = t.denial_id
  join denial_view v on v.denial_id = t.denial_id
  join payer p on p.id = d.payer_id
  left join claim c on c.id = d.claim_id`;

/** The columns of a task's view over any relation that has the columns of `task`, aliased `t`. */
export const taskViews = (source: Sql): Sql => sql`
  select ${viewColumns(ASSIGNEE_NAME)}, m.held_until "heldUntil", coalesce(m.awaiting, false) "awaitingEngine"
  from ${source} ${SURROUNDINGS}
  left join lateral (
    select case when o.released_at is null then o.not_before end held_until, o.delivered_at is null awaiting
    from outbox_message o where o.task_id = t.id order by o.created_at desc limit 1) m on t.state = 'completed'`;

/** The same over tasks that this caller has just claimed: who has them is known, and nothing is held. */
export const claimedViews = (source: Sql, assigneeName: string): Sql => sql`
  select ${viewColumns(sql`${assigneeName}::text`)}, null::timestamptz "heldUntil", false "awaitingEngine"
  from ${source} ${SURROUNDINGS}`;

const iso = (at: Instant): string => new Date(at).toISOString();

export function taskView({
  assigneeId,
  assigneeName,
  heldUntil,
  completedAt: _,
  filingAhead: __,
  ...row
}: TaskRow): TaskView {
  return {
    ...row,
    title: taskKindRow(row.kind).title,
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? 'Someone who left' },
    undoUntil: heldUntil && iso(heldUntil),
    dueAt: iso(row.dueAt),
    snoozedUntil: row.snoozedUntil && iso(row.snoozedUntil),
    raisedAt: row.raisedAt && iso(row.raisedAt),
    openedAt: iso(row.openedAt),
  };
}
