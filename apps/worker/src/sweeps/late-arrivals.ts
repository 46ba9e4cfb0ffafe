import { dateIn } from '@overturn/domain/dates/instants';
import type { WorkCalendar } from '@overturn/domain/dates/instants';
import { sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';
import { tellAgainAt, tellLateArrival } from '@overturn/data/reopening/late-arrivals';

interface Undecided {
  id: string;
  organizationId: string;
  denialId: string;
  sentence: string;
  toldOn: string;
}

/** What came after a close and nobody decided is said again every business day, to the manager too. */
export async function tellLateArrivals(database: Database, now: Date): Promise<number> {
  const undecided = await database.acrossOrganizations((tx) =>
    tx.rows<Undecided>(sql`
      select id, organization_id "organizationId", denial_id "denialId", sentence, told_on "toldOn" from late_arrival
      where decided_at is null and told_on < ${now}::timestamptz::date order by told_on, id limit 500`),
  );
  for (const late of undecided) await tellAgain(database, now, late);
  return 0;
}

const tellAgain = (database: Database, now: Date, { organizationId, toldOn, ...late }: Undecided): Promise<void> =>
  database.forOrganization(organizationId, async (tx) => {
    const calendar = (await tx.row<WorkCalendar>(sql`
      select time_zone "timeZone", observed_holidays "observedHolidays", day_start "dayStart", day_end "dayEnd"
      from organization where id = ${organizationId}`))!;
    if (now.toISOString() < tellAgainAt(toldOn, calendar)) return;
    const today = dateIn(calendar.timeZone, now.toISOString());
    const mine = await tx.run(
      sql`update late_arrival set told_on = ${today} where id = ${late.id} and told_on = ${toldOn} and decided_at is null`,
    );
    if (mine === 1) await tellLateArrival(tx, now, late, ['supervisor', 'manager']);
  });
