/** Before a release serves: the database brought to the present, our search attributes known to Temporal. For deployments; safe to repeat. */
import { migrate } from '@overturn/data/migrate';
import { registerSearchAttributes } from './launch/temporal.ts';

function need(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}.`);
  return value;
}

const { applied } = await migrate(need('DATABASE_URL'), need('OVERTURN_SECRET'));
console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.length} migrations.`);
await registerSearchAttributes(need('TEMPORAL_ADDRESS'), process.env['TEMPORAL_NAMESPACE'] ?? 'default');
console.log('Temporal knows our search attributes.');
process.exit(0); // migrating keeps its connections for a while
