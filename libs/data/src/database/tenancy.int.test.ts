import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startServices } from '../../../../tests/support/services/services.ts';
import type { Services } from '../../../../tests/support/services/services.ts';
import { handUrls } from '../logins.ts';
import { asOwner } from '../test-support/rows.ts';

/** Every table without row-level security, with the reason. A new one has to be argued for here. */
const OPEN_TABLES: Record<string, string> = {
  user_account: 'looked up by e-mail before an organization is known',
  user_session: 'looked up by the hash of its secret before an organization is known',
  api_key: 'looked up by the hash of the key before an organization is known',
  letter_template: 'shipped, the same for everybody',
  clock_row: 'shipped, the same for everybody',
  carc_row: 'shipped, the same for everybody',
  rarc_row: 'shipped, the same for everybody',
  heartbeat: 'names of processes',
  live_event_floor: 'one number, the same for everybody',
  _prisma_migrations: 'the migrator’s own; no other login reads it',
};

let services: Services;
let tables: string[];
const [mine, theirs] = [randomUUID(), randomUUID()];
beforeAll(async () => {
  services = await startServices();
  tables = await asOwner(services.databaseUrl, async (owner) => {
    const found = await owner.query<{ name: string }>(
      "select relname name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
    );
    return found.rows.map(({ name }) => name).filter((name) => !(name in OPEN_TABLES));
  });
  await asOwner(services.databaseUrl, (owner) => fill(owner, tables, theirs));
}, 120_000);
afterAll(() => services.stop());

const orgColumn = (table: string): string => (table === 'organization' ? 'id' : 'organization_id');

/** One row in every table, made from the catalog alone: whatever its columns are today. */
async function fill(owner: Client, names: readonly string[], organizationId: string): Promise<void> {
  await owner.query("set session_replication_role = 'replica'"); // the rows need no parents: only who sees them is asked
  for (const table of names) {
    const columns = await columnsOf(owner, table);
    const values = columns.map(({ name, type, allowed }) =>
      name === orgColumn(table) ? `'${organizationId}'` : sample(type, allowed),
    );
    await owner.query(
      `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${values.join(', ')})`,
    );
  }
}

interface Column {
  name: string;
  type: string;
  allowed: string | null;
}

async function columnsOf(owner: Client, table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select a.attname name, format_type(a.atttypid, null) type,
       (select (regexp_match(pg_get_constraintdef(c.oid), '''([^'']+)''::text'))[1] from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum] limit 1) allowed
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
       and (a.attname in ('organization_id', $2) or (a.attnotnull and not a.atthasdef)) order by a.attnum`,
    [table, table === 'organization' ? 'id' : 'organization_id'],
  );
  return rows;
}

function sample(type: string, allowed: string | null): string {
  if (allowed !== null) return `'${allowed}'`;
  if (type === 'uuid') return 'uuidv7()';
  if (type.endsWith('[]')) return "'{}'";
  const samples: Record<string, string> = {
    text: "'x'",
    boolean: 'false',
    jsonb: "'{}'",
    date: 'current_date',
    numeric: '1',
    integer: '1',
    bigint: '1',
  };
  return samples[type] ?? (type.startsWith('timestamp') ? 'now()' : "'x'");
}

/** One statement as a login that stands in an organization: how many rows it gave or touched, or why it was refused. */
async function attempt(hand: 'app' | 'engine', organizationId: string, text: string): Promise<number | string> {
  const client = new Client({
    connectionString: handUrls(services.databaseUrl, services.env['OVERTURN_SECRET']!)[hand],
  });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.org', $1, true)", [organizationId]);
    return (await client.query(text)).rowCount ?? 0;
  } catch (error) {
    return String((error as { code?: string }).code);
  } finally {
    await client.end();
  }
}

const REFUSED = '42501';

describe('another organization’s rows', () => {
  it('lie in tables that are all closed by force, but for those with a reason', async () => {
    const open = await asOwner(services.databaseUrl, async (owner) => {
      const { rows } = await owner.query<{ name: string }>(
        `select relname name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
           and not (relrowsecurity and relforcerowsecurity)`,
      );
      return rows.map(({ name }) => name);
    });
    expect(open.toSorted()).toEqual(Object.keys(OPEN_TABLES).toSorted());
    expect(tables.length).toBeGreaterThan(25);
  });

  it('are seen by their own organization: the proof below is no proof of empty tables', async () => {
    for (const table of tables)
      expect([table, await attempt('app', theirs, `select from ${table}`)]).toEqual([table, 1]);
  }, 60_000);

  it('stay unseen, whatever is asked', async () => {
    for (const table of tables) {
      expect([table, await attempt('app', mine, `select from ${table}`)]).toEqual([table, 0]);
      expect([
        table,
        await attempt('app', mine, `select from ${table} where ${orgColumn(table)} = '${theirs}' or true`),
      ]).toEqual([table, 0]);
    }
  }, 60_000);

  it('stay unseen without any organization', async () => {
    for (const table of tables) expect([table, await attempt('app', '', `select from ${table}`)]).toEqual([table, 0]);
  }, 60_000);

  it('can be neither changed nor deleted', async () => {
    for (const table of tables) {
      const column = orgColumn(table);
      expect([0, REFUSED]).toContain(await attempt('app', mine, `update ${table} set ${column} = ${column}`));
      expect([0, REFUSED]).toContain(await attempt('app', mine, `delete from ${table}`));
    }
  }, 60_000);

  it('cannot be added to', async () => {
    for (const table of tables) {
      const text = await asOwner(services.databaseUrl, async (owner) => {
        const columns = await columnsOf(owner, table);
        const values = columns.map(({ name, type, allowed }) =>
          name === orgColumn(table) ? `'${theirs}'` : sample(type, allowed),
        );
        return `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${values.join(', ')})`;
      });
      expect([table, await attempt('app', mine, text)]).toEqual([table, REFUSED]);
    }
  }, 60_000);

  it('stay unseen to the engine too, but for ids and states that it works with across organizations', async () => {
    const seen: string[] = [];
    for (const table of tables)
      if (![0, REFUSED].includes(await attempt('engine', mine, `select from ${table}`))) seen.push(table);
    expect(seen).toEqual([
      'denial_view',
      'finding',
      'kept_recount',
      'late_arrival',
      'live_event',
      'organization',
      'outbox_message',
      'payer_recount',
      'remittance',
      'rule_change',
      'rule_impact',
    ]);
  }, 60_000);

  it('stay unseen to the search of patients', async () => {
    expect(await attempt('app', mine, "select * from search_denials('x', 50)")).toBe(0);
    expect(await attempt('app', mine, 'set local role overturn_search')).toBe(REFUSED);
  });
});

describe('the audit', () => {
  it('only grows: no login changes or deletes an entry, the owner neither', async () => {
    for (const text of ["update audit_entry set act = 'other'", 'delete from audit_entry', 'truncate audit_entry']) {
      expect([text, await attempt('app', theirs, text)]).toEqual([text, REFUSED]);
      expect([text, await attempt('engine', theirs, text)]).toEqual([text, REFUSED]);
      await asOwner(services.databaseUrl, async (owner) => {
        await expect(owner.query(text)).rejects.toMatchObject({ code: REFUSED });
      });
    }
    expect(await attempt('app', theirs, 'insert into audit_seal (entry_id) values (1)')).toBe(REFUSED);
  });
});
