import { provisionLogins } from './logins.ts';
import { applyMigrations } from './migrations.ts';
import { seedShippedRows } from './shipped-rows.ts';

/** Brings a database to the present: tables, shipped rows, logins. Runs as the owner; safe to repeat and to run twice at once. */
export async function migrate(databaseUrl: string, secret: string): Promise<{ applied: string[] }> {
  const applied = await applyMigrations(databaseUrl);
  await seedShippedRows(databaseUrl);
  await provisionLogins(databaseUrl, secret);
  return { applied };
}

if (process.argv[1] === import.meta.filename) {
  const { DATABASE_URL, OVERTURN_SECRET } = process.env;
  if (!DATABASE_URL || !OVERTURN_SECRET) {
    console.error('Set DATABASE_URL (the owner of the database) and OVERTURN_SECRET, then run this again.');
    process.exit(1);
  }
  const { applied } = await migrate(DATABASE_URL, OVERTURN_SECRET);
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.length} migrations.`);
  process.exit(0);
}
