import type { QueueCounts } from '@overturn/contracts';
import { QUEUES } from '@overturn/domain';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { mayWork } from './may-work.ts';

interface Counted {
  queue: string;
  mine: number;
  awake: number;
  snoozed: number;
  raised: number;
  overdue: number;
}

/** How many tasks wait for this person, whole and by queue. */
export async function countTasks(tx: Tx, now: Date, caller: Caller): Promise<QueueCounts> {
  const rows = await tx.rows<Counted>(sql`
    select t.queue,
      count(*) filter (where t.assignee_id = ${caller.id} and not asleep.is) mine,
      count(*) filter (where not asleep.is) awake,
      count(*) filter (where asleep.is) snoozed,
      count(*) filter (where t.raised_at is not null) raised,
      count(*) filter (where not asleep.is and t.due_at < ${now}) overdue
    from task t cross join lateral (select coalesce(t.snoozed_until > ${now}, false)) asleep("is")
    where t.organization_id = ${tx.organizationId} and t.state in ('open', 'claimed') and ${mayWork(caller)} group by t.queue`);
  const sum = (part: keyof Omit<Counted, 'queue'>): number => rows.reduce((total, row) => total + row[part], 0);
  return {
    mine: sum('mine'),
    team: sum('awake'),
    snoozed: sum('snoozed'),
    raised: sum('raised'),
    queues: QUEUES.map(({ queue, label }) => {
      const row = rows.find((one) => one.queue === queue);
      return { queue, label, open: row?.awake ?? 0, overdue: row?.overdue ?? 0 };
    }),
  };
}
