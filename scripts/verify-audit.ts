/** Checks every organization's audit chain: `DATABASE_URL=… npm run verify:audit`. Ends with 1 at the first seal that does not fit. */
import { findBrokenSeal } from '@overturn/data/audit/audit-seals';
import { Database, sql } from '@overturn/data/database/database';

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('Set DATABASE_URL to the owner’s address of the database, then run this again.');
  process.exit(1);
}
const database = new Database(url, 1);
const organizations = await database.acrossOrganizations((tx) =>
  tx.rows<{ id: string; name: string }>(sql`select id, name from organization order by created_at`),
);
let broken = 0;
for (const { id, name } of organizations) {
  const entry = await database.forOrganization(id, findBrokenSeal);
  console.log(entry === undefined ? `${name}: the chain holds.` : `${name}: entry ${entry} does not fit its seal.`);
  if (entry !== undefined) broken += 1;
}
await database.close();
process.exit(broken > 0 ? 1 : 0);
