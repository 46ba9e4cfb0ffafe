import { CARC_TABLE, CLOCK_ROWS, denialClassRow, RARC_TABLE } from '@overturn/domain';
import { LETTER_TEMPLATES } from '@overturn/domain/letters/templates';
import { Client } from 'pg';

/**
 * What ships as data: each statement takes the rows as one JSON array and brings its table to them. A row that left the
 * shipped set stays: what was opened under it still names it.
 */
const SHIPPED: readonly { statement: string; rows: readonly object[] }[] = [
  {
    rows: CARC_TABLE.map(({ carc, label, class: name }) => ({
      carc,
      label,
      class: name,
      opens: denialClassRow(name).opens,
    })),
    statement: `insert into carc_row (carc, label, class, opens)
      select carc, label, class, opens from jsonb_to_recordset($1) as r(carc text, label text, class text, opens boolean)
      on conflict (carc) do update set label = excluded.label, class = excluded.class, opens = excluded.opens`,
  },
  {
    rows: RARC_TABLE.map(({ rarc, label, opens, regime }) => ({ rarc, label, opens, regime })),
    statement: `insert into rarc_row (rarc, label, opens, regime)
      select rarc, label, opens, regime from jsonb_to_recordset($1) as r(rarc text, label text, opens boolean, regime text)
      on conflict (rarc) do update set label = excluded.label, opens = excluded.opens, regime = excluded.regime`,
  },
  {
    rows: CLOCK_ROWS.map((row) => ({ ...row, row })),
    statement: `insert into clock_row (clock_id, effective_from, effective_to, row, verified, citation)
      select id, "effectiveFrom", "effectiveTo", row, verified, citation from jsonb_to_recordset($1)
        as r(id text, "effectiveFrom" date, "effectiveTo" date, row jsonb, verified boolean, citation text)
      on conflict (clock_id, effective_from) do update set effective_to = excluded.effective_to, row = excluded.row,
        verified = excluded.verified, citation = excluded.citation`,
  },
  {
    rows: LETTER_TEMPLATES,
    statement: `insert into letter_template (id, kind, version, title, body, effective_from)
      select id, kind, version, title, body, "effectiveFrom" from jsonb_to_recordset($1)
        as r(id text, kind text, version int, title text, body text, "effectiveFrom" date)
      on conflict (id) do update set title = excluded.title, body = excluded.body, effective_from = excluded.effective_from`,
  },
];

/** Puts what is shipped as data into its tables, in one transaction. Runs as the owner; safe to repeat. */
export async function seedShippedRows(databaseUrl: string): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    for (const { statement, rows } of SHIPPED) await owner.query(statement, [JSON.stringify(rows)]);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}
