import type { ChaosGround } from './chaos-ground.ts';

/** What an import left in the rows: counts to compare, each with how many different things it counts. */
export function importFacts(ground: ChaosGround, remittanceId: string): Promise<Record<string, number>> {
  return ground.row(
    `with c as (select * from claim where remittance_id = $1),
          d as (select d.* from denial d join c on c.id = d.claim_id),
          starts as (select m.* from outbox_message m join d on d.id = m.denial_id where m.kind = 'start'),
          opened as (select a.* from audit_entry a join d on d.id = a.denial_id where a.act = 'denial.opened')
     select (select count(*) from c)::int claims, (select count(distinct position) from c)::int positions,
       (select count(distinct claim_number) from c)::int "claimNumbers", (select count(*) from refused_row where remittance_id = $1)::int refused,
       (select (counts->>'claims')::int from remittance where id = $1) "claimsSaid", (select (counts->>'denials')::int from remittance where id = $1) "denialsSaid",
       (select count(*) from d)::int denials, (select count(distinct claim_id) from d)::int "deniedClaims",
       (select count(*) from starts)::int starts, (select count(distinct denial_id) from starts where delivered_at is not null)::int started,
       (select count(*) from opened)::int "auditOpened", (select count(distinct denial_id) from opened)::int "auditOpenedOf",
       (select count(*) from audit_entry where act = 'remittance.imported' and subject_id = $1::text)::int "auditImported",
       (select count(*) from audit_entry where act = 'remittance.received' and subject_id = $1::text and not (after->>'alreadyImported')::boolean)::int "auditReceived",
       (select count(*) from timeline_entry e join d on d.id = e.denial_id where e.code = 'opened')::int "timelineOpened",
       (select count(*) from task t join d on d.id = t.denial_id where t.state = 'open')::int "openTasks",
       (select count(*) from timeline_entry e join d on d.id = e.denial_id where e.code like 'task.opened.%')::int "timelineTasks"`,
    [remittanceId],
  );
}

/** What must be true of every completed task, as rows that break it: none may come back. */
const BROKEN: Record<string, string> = {
  'a completed task without its one audit row': `select t.id, count(a.id) from task t
     left join audit_entry a on a.subject_id = t.id::text and a.act = 'task.completed' where t.state = 'completed' group by t.id having count(a.id) <> 1`,
  'a completed task without its one delivered message': `select t.id, count(m.id) from task t
     left join outbox_message m on m.task_id = t.id and m.kind = 'task-completed' and m.delivered_at is not null and m.number is not null
     where t.state = 'completed' group by t.id having count(m.id) <> 1`,
  'an audit row or a message of a task that is not completed': `select t.id from task t where t.state <> 'completed' and (
       exists (select from audit_entry a where a.subject_id = t.id::text and a.act = 'task.completed') or exists (select from outbox_message m where m.task_id = t.id))`,
  'completions that are not one timeline line each': `select t.denial_id from task t where t.state = 'completed' group by t.denial_id having count(*) <>
       (select count(*) from timeline_entry e where e.denial_id = t.denial_id and e.code like 'task.completed.%')`,
  'messages of a denial that are not numbered 1, 2, 3 …': `select v.denial_id from denial_view v left join outbox_message m on m.denial_id = v.denial_id and m.kind <> 'start'
     group by v.denial_id, v.last_number having count(m.id) <> v.last_number or count(distinct m.number) <> v.last_number or coalesce(max(m.number), 0) <> v.last_number`,
  'a message that was not delivered': 'select id from outbox_message where delivered_at is null',
  'a task with two packets, or a resubmission with none': `select t.id, count(p.id) from task t left join packet p on p.task_id = t.id where t.state = 'completed'
     group by t.id, t.outcome having count(p.id) <> (case t.outcome when 'resubmitted' then 1 else 0 end)`,
  'a packet that is not in the audit once': `select p.id from packet p left join audit_entry a on a.act = 'packet.sent' and a.subject_id = p.id::text group by p.id having count(a.id) <> 1`,
  'one kind of task open twice for a denial': `select denial_id, kind from task where state in ('open', 'claimed') group by denial_id, kind having count(*) > 1`,
};

/** Every rule above that some row breaks, with the first rows that do. */
export async function brokenRules(ground: ChaosGround): Promise<Record<string, unknown[]>> {
  const broken: Record<string, unknown[]> = {};
  for (const [rule, text] of Object.entries(BROKEN)) {
    const rows = await ground.rows(`${text} limit 5`);
    if (rows.length > 0) broken[rule] = rows;
  }
  return broken;
}

export interface CompletedTask {
  id: string;
  denialId: string;
  by: string | null;
}

/** Every task that the rows say is completed, and by whom. */
export const completedTasks = (ground: ChaosGround): Promise<CompletedTask[]> =>
  ground.rows(
    `select id, denial_id "denialId", coalesce(completed_by, completed_by_key) "by" from task where state = 'completed'`,
  );

/** The messages of these denials as the rows have them. */
export const messagesOf = (
  ground: ChaosGround,
  denialIds: readonly string[],
): Promise<{ denialId: string; number: number; kind: string }[]> =>
  ground.rows(
    `select denial_id "denialId", number, kind from outbox_message where denial_id = any($1::uuid[]) and kind <> 'start' order by number`,
    [denialIds],
  );

export const denialsOf = async (ground: ChaosGround, remittanceId: string): Promise<string[]> =>
  (
    await ground.rows<{ id: string }>(
      'select d.id from denial d join claim c on c.id = d.claim_id where c.remittance_id = $1',
      [remittanceId],
    )
  ).map(({ id }) => id);
