import { DomainError } from '@overturn/domain';
import type { ClockRow } from '@overturn/domain/clocks/clock-row';
import { CLOCK_ROWS } from '@overturn/domain/clocks/clock-rows';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

/** How an organization counts. */
export interface OwnCalendar {
  timeZone: string;
  observedHolidays: boolean;
  extraMarginDays: number;
}
/** What every opening of an organization reads: its calendar, its teams, the clock rows in force. */
export interface OpeningContext extends OwnCalendar {
  clockRows: readonly ClockRow[];
  /** The client's own team, else the organization's default one. */
  teamOf(clientId: string): string;
}

export async function readOpeningContext(tx: Tx): Promise<OpeningContext> {
  const calendar = await readOwnCalendar(tx);
  const teams = await tx.rows<{ id: string; clientId: string | null }>(
    sql`select id, client_id "clientId" from team order by is_default desc, created_at, id`,
  );
  const clockRows = await readClockRows(tx);
  return {
    ...calendar,
    clockRows,
    teamOf: (clientId) => {
      const team = teams.find((one) => one.clientId === clientId) ?? teams[0];
      if (!team) throw new DomainError('UNAVAILABLE', 'This organization has no team yet: add one first.');
      return team.id;
    },
  };
}

export async function readOwnCalendar(tx: Tx): Promise<OwnCalendar> {
  const calendar = await tx.row<OwnCalendar>(sql`
    select time_zone "timeZone", observed_holidays "observedHolidays", extra_margin_days "extraMarginDays"
    from organization where id = ${tx.organizationId}`);
  if (!calendar) throw new DomainError('NOT_FOUND', 'This organization is not there.');
  return calendar;
}

/** The clock rows in force, every version of each. */
export async function readClockRows(tx: Tx): Promise<readonly ClockRow[]> {
  const rows = await tx.rows<{ row: ClockRow }>(sql`select row from clock_row order by clock_id, effective_from`);
  return rows.length > 0 ? rows.map(({ row }) => row) : CLOCK_ROWS;
}
