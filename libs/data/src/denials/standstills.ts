import { sql } from '../database/database.ts';
import type { Sql } from '../database/database.ts';

/**
 * The days on which the payer’s clock for the sending `k` of the denial `d` stood still, as a list in JSON: from the day on which
 * it asked for more to the day on which a supervisor said that it was done. Until then nothing says how long.
 */
export const STANDSTILLS: Sql = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('from', wanted_on, 'to', supplied_on) order by wanted_on), '[]')
   from (select r.answered_on wanted_on, (
           select min((t.completed_at at time zone z.time_zone)::date) from task t join organization z on z.id = t.organization_id
           where t.denial_id = r.denial_id and t.kind = 'rescue' and t.state = 'completed' and t.outcome = 'done'
             and t.context ->> 'why' = r.outcome and t.completed_at >= r.created_at) supplied_on
         from payer_response r
         where r.denial_id = d.id and r.regards = k.purpose and r.outcome = 'more-information' and r.created_at >= k.created_at) wanted
   where supplied_on >= wanted_on)`;
