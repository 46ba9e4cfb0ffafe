import { LETTER_TEMPLATES } from '@overturn/domain/letters/templates';
import { Client } from 'pg';

/** Puts what is shipped as data into its tables: what changed since the last release is changed there too. Runs as the owner. */
export async function seedShippedRows(databaseUrl: string): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    await seedTemplates(owner);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}

async function seedTemplates(owner: Client): Promise<void> {
  await owner.query(
    `insert into letter_template (id, kind, version, title, body, effective_from)
     select id, kind, version, title, body, "effectiveFrom"
     from jsonb_to_recordset($1) as shipped(id text, kind text, version int, title text, body text, "effectiveFrom" date)
     on conflict (id) do update set title = excluded.title, body = excluded.body, effective_from = excluded.effective_from`,
    [JSON.stringify(LETTER_TEMPLATES)],
  );
}
