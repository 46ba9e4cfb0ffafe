import type { ChaosGround } from './chaos-ground.ts';

/** Keeps what passes through the queues' tables, since a job that is done is deleted. Searched with all other tables. */
export const QUEUE_ROWS = 'passed_through_queue';

export async function keepQueueRows(ground: ChaosGround): Promise<void> {
  await ground.rows(`create table ${QUEUE_ROWS} (row text not null)`);
  await ground.rows(`create function keep_queue_row() returns trigger language plpgsql security definer as
    $$ begin insert into public.${QUEUE_ROWS} values (new::text); return null; end $$`);
  const tables = await ground.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) "name" from pg_tables where schemaname = 'queue'`,
  );
  for (const { name } of tables)
    await ground.rows(
      `create trigger keep_queue_row after insert or update on ${name} for each row execute function keep_queue_row()`,
    );
}

/** Tables whose first write fails, each in another part of the product: a request, an import, a step, a printed letter. */
const REFUSING = ['audit_entry', 'claim', 'timeline_entry', 'document'];
export const TIMES = 2;

/** Lets Postgres refuse a row with an error that quotes it whole, as its errors do; the same write succeeds when tried again. */
export async function quoteRowsOnce(ground: ChaosGround): Promise<void> {
  await ground.rows(`create function quote_row() returns trigger language plpgsql security definer as
    $$ begin
      if new::text ~* 'quillfeather|vandersnoot' and nextval('public.refused_' || tg_table_name) <= ${TIMES} then
        raise exception using errcode = '22P02', message = 'invalid input: ' || new::text, detail = new::text;
      end if;
      return new;
    end $$`);
  for (const table of REFUSING) {
    await ground.rows(`create sequence refused_${table}`);
    await ground.rows(
      `create trigger quote_row before insert or update on ${table} for each row execute function quote_row()`,
    );
  }
}

/** How often each table refused a row; a refusal that never came shows nothing. */
export async function refusals(ground: ChaosGround): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of REFUSING) {
    const { count } = await ground.row<{ count: string }>(
      `select case when is_called then last_value else 0 end "count" from refused_${table}`,
    );
    counts[table] = Math.min(Number(count), TIMES);
  }
  return counts;
}
