/**
 * Checks every organization's audit chain: `npm run verify:audit` that of this home's own database while it runs, with
 * `DATABASE_URL` (the owner's) another one. Ends with 1 at the first seal that does not fit.
 */
import { findBrokenSeal } from '@overturn/data/audit/audit-seals';
import { Database, sql } from '@overturn/data/database/database';
import { knownPostgres } from './launch/installation.ts';
import { homeDir } from './launch/paths.ts';
import { databaseUrl } from './launch/postgres.ts';

const OTHERWISE = 'Start it with “npm start”, or set DATABASE_URL to the owner’s address of the database.';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const embedded = knownPostgres(homeDir());
const url = process.env['DATABASE_URL'] ?? (embedded && databaseUrl(embedded));
if (!url) stop(`There is no database in ${homeDir()}. ${OTHERWISE}`);
const database = new Database(url, 1);
const organizations = await database
  .acrossOrganizations((tx) =>
    tx.rows<{ id: string; name: string }>(sql`select id, name from organization order by created_at`),
  )
  .catch((error: Error) => stop(`The database does not answer (${error.message}). ${OTHERWISE}`));
let broken = 0;
for (const { id, name } of organizations) {
  const entry = await database.forOrganization(id, findBrokenSeal);
  console.log(entry === undefined ? `${name}: the chain holds.` : `${name}: entry ${entry} does not fit its seal.`);
  if (entry !== undefined) broken += 1;
}
await database.close();
process.exit(broken > 0 ? 1 : 0);
