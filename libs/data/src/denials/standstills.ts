import { sql } from '../database/database.ts';
import type { Sql } from '../database/database.ts';

/** True of a task `t` in which a supervisor decided on what the payer wanted with the response `r`, not on what it wanted of the other question. */
const DECIDED: Sql = sql`
  t.denial_id = r.denial_id and t.kind = 'rescue' and t.state = 'completed' and t.outcome <> 'reassigned'
    and t.context ->> 'why' = r.outcome and coalesce(t.context ->> 'regards', r.regards) = r.regards and t.completed_at >= r.created_at`;

/** True while the payer that owes the date `l` waits for us: it wants more for what was sent last, and nobody has decided on that. */
export const WAITS_FOR_US: Sql = sql`
  exists (select from payer_response r
    where r.denial_id = l.denial_id and r.regards || '-response' = l.purpose and r.outcome = 'more-information'
      and r.created_at >= (select max(k.created_at) from packet k where k.denial_id = r.denial_id and k.purpose = r.regards)
      and not exists (select from task t where ${DECIDED}))`;

/**
 * The days on which the payer’s clock for the sending `k` of the denial `d` stood still, as a list in JSON: from the day on which
 * it asked for more to the day on which a supervisor said that it was done. Until then nothing says how long.
 */
export const STANDSTILLS: Sql = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('from', wanted_on, 'to', supplied_on) order by wanted_on), '[]')
   from (select r.answered_on wanted_on, (
           select min((t.completed_at at time zone z.time_zone)::date) from task t join organization z on z.id = t.organization_id
           where ${DECIDED} and t.outcome = 'done') supplied_on
         from payer_response r
         where r.denial_id = d.id and r.regards = k.purpose and r.outcome = 'more-information' and r.created_at >= k.created_at) wanted
   where supplied_on >= wanted_on)`;
