import { Client as TemporalClient, Connection } from '@temporalio/client';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ChaosGround } from './chaos-ground.ts';
import { holdsPlanted } from './planted.ts';

/** Where something planted was found: a column, a file, a workflow. */
export type Places = Set<string>;

/** Every column of every table that is ours, the queues' or Prisma's; whatever its type, as text. */
export async function searchTables(ground: ChaosGround): Promise<Places> {
  const places: Places = new Set();
  const columns = await ground.rows<{ schema: string; table: string; column: string }>(
    `select n.nspname "schema", c.relname "table", a.attname "column"
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and a.attnum > 0 and not a.attisdropped
       and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
  );
  const tables = Map.groupBy(columns, ({ schema, table }) => `"${schema}"."${table}"`);
  for (const [table, of] of tables) {
    for (const { row } of await ground.rows<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) "row" from ${table} t`,
    )) {
      for (const { schema, table: name, column } of of) {
        if (holdsPlanted(JSON.stringify(row[column]) ?? '').length > 0)
          places.add(`${schema === 'public' ? '' : `${schema}.`}${name}.${column}`);
      }
    }
  }
  return places;
}

/** Names and bytes of every file in the home, but for Postgres' own and what people stored: their bytes only, not their names. */
export function searchFiles(home: string): Places {
  const places: Places = new Set();
  for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
    const path = relative(home, join(entry.parentPath, entry.name));
    const [top] = path.split('/');
    if (holdsPlanted(entry.name).length > 0) places.add(`name of ${path}`);
    if (!entry.isFile() || top === 'postgres' || top === 'files') continue;
    if (holdsPlanted(fileText(join(home, path))).length > 0) places.add(path);
  }
  return places;
}

/** Ids, memo, search attributes, what is under way and every event of every run that Temporal knows, payloads decoded. */
export async function searchTemporal(
  ground: ChaosGround,
): Promise<{ places: Places; workflows: number; events: number }> {
  const connection = await Connection.connect({ address: ground.product.services.temporalAddress });
  const client = new TemporalClient({ connection });
  const places: Places = new Set();
  let [workflows, events] = [0, 0];
  const look = (place: string, thing: unknown): void => {
    if (holdsPlanted(textOf(thing)).length > 0) places.add(place);
  };
  for await (const { workflowId, runId, raw } of client.workflow.list()) {
    const handle = client.workflow.getHandle(workflowId, runId);
    const history = await handle.fetchHistory();
    workflows += 1;
    events += history.events?.length ?? 0;
    look('workflow id', workflowId);
    look('listed workflow', raw);
    look('described workflow', (await handle.describe()).raw);
    look('workflow history', history);
  }
  await connection.close();
  return { places, workflows, events };
}

/** Every string and every payload of a message, however deep. */
function textOf(thing: unknown): string {
  if (typeof thing === 'string') return `${thing}\n`;
  if (thing instanceof Uint8Array) return `${Buffer.from(thing).toString()}\n`;
  if (typeof thing !== 'object' || thing === null) return '';
  return Object.entries(thing)
    .map(([key, value]) => `${key}\n${textOf(value)}`)
    .join('');
}

/** A journal of SQLite may be gone by now. */
function fileText(path: string): string {
  try {
    return readFileSync(path).toString('latin1');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    return '';
  }
}
