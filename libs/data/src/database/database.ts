import { escapeLiteral, Pool, types } from 'pg';
import type { PoolClient, QueryResultRow } from 'pg';
import { inOneTrip } from './one-trip.ts';
import { withoutValues } from './plain-error.ts';
import { StatementShape } from './statement-shape.ts';

// Dates of law stay text without a zone; bigint is cents or an event number, both safe integers here.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.NUMERIC, Number);

/** One statement with its values, as `sql` makes it. */
export interface Sql {
  text: string;
  values: unknown[];
  /** What it is without them. */
  shape?: StatementShape;
}

const EMPTY = new StatementShape();
const VALUE = Symbol('a value');

/** A statement as a tagged template: every `${}` becomes a parameter; nested `sql` fragments are spliced in. */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  const values: unknown[] = [];
  let shape = EMPTY.with(strings);
  for (const part of parts) {
    const isPart = isSql(part);
    shape = shape.with(isPart ? (part.shape ?? part.text) : VALUE);
    if (isPart) values.push(...part.values);
    else values.push(part);
  }
  shape.text ??= textOf(strings, parts);
  return { text: shape.text, values, shape };
}

function textOf(strings: TemplateStringsArray, parts: readonly unknown[]): string {
  let text = strings[0] ?? '';
  let count = 0;
  for (const [index, part] of parts.entries()) {
    text += (isSql(part) ? renumbered(part.text, count) : `$${count + 1}`) + strings[index + 1];
    count += isSql(part) ? part.values.length : 1;
  }
  return text;
}

const renumbered = (text: string, by: number): string =>
  text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + by}`);

/** The same statement, planned once a connection: for what runs often. */
export const prepared = ({ text, values, shape }: Sql): Sql & { name?: string } => ({
  text,
  values,
  ...(shape && { name: shape.name }),
});

const isSql = (part: unknown): part is Sql =>
  typeof part === 'object' && part !== null && 'text' in part && 'values' in part;

/** What a transaction offers to repositories. */
export interface Tx {
  organizationId: string;
  /** What the transaction runs on. */
  connection: PoolClient;
  /** All rows. */
  rows<Row extends QueryResultRow>(statement: Sql): Promise<Row[]>;
  /** The first row, or undefined. */
  row<Row extends QueryResultRow>(statement: Sql): Promise<Row | undefined>;
  /** How many rows a write touched. */
  run(statement: Sql): Promise<number>;
  /** A part of the same transaction that sees another organization's rows, and only those. */
  inOrganization<T>(organizationId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Whoever waits longer for a connection fails and is tried again: no round may hang on a server that went away. */
const CONNECT_WITHIN_MS = 30_000;
const NO_ORGANIZATION = '00000000-0000-0000-0000-000000000000';

/** The same transaction with every statement `prepared`: for an act that runs often. */
export const preparing = (tx: Tx): Tx => ({
  ...tx,
  rows: (statement) => tx.rows(prepared(statement)),
  row: (statement) => tx.row(prepared(statement)),
  run: (statement) => tx.run(prepared(statement)),
});

/** Connections of one login. Rows of an organization are reached through `forOrganization` only: row-level security sees to it. */
export class Database {
  readonly pool: Pool;

  constructor(url: string, most = 10) {
    this.pool = new Pool({
      connectionString: url,
      max: most,
      application_name: 'overturn',
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      keepAlive: true,
    });
    this.pool.on('error', () => undefined); // an idle connection that broke is replaced at its next use
  }

  /** One transaction that sees this organization's rows and no others; `userId` opens that person's memberships too. */
  forOrganization<T>(organizationId: string, work: (tx: Tx) => Promise<T>, userId = ''): Promise<T> {
    return this.#transact(organizationId, userId, work);
  }

  /** One transaction without an organization: sees what has no row-level security, and what the login's own policies open. */
  acrossOrganizations<T>(work: (tx: Tx) => Promise<T>, userId = ''): Promise<T> {
    return this.#transact('', userId, work);
  }

  /** One statement in a transaction of its own, in one trip to the server and back. */
  async once<Row extends QueryResultRow>(organizationId: string, statement: Sql, userId = ''): Promise<Row[]> {
    try {
      return await inOneTrip<Row>(this.pool, [organizationId, userId], statement);
    } catch (error) {
      throw withoutValues(error);
    }
  }

  async #transact<T>(organizationId: string, userId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken = false;
    const onBreak = (): void => void (broken = true); // the statement under way says so itself
    client.on('error', onBreak);
    try {
      await client.query(beginFor(organizationId, userId));
      const result = await work(txOf(client, organizationId || NO_ORGANIZATION));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true));
      throw withoutValues(error);
    } finally {
      client.off('error', onBreak);
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** Begins and names the organization in one trip: every act and every page starts with this. */
const beginFor = (organizationId: string, userId: string): string =>
  `begin; select set_config('app.org', ${escapeLiteral(organizationId)}, true), set_config('app.user', ${escapeLiteral(userId)}, true)`;

const txOf = (client: PoolClient, organizationId: string): Tx => ({
  organizationId,
  connection: client,
  rows: async <Row extends QueryResultRow>(statement: Sql) => (await client.query<Row>(statement)).rows,
  row: async <Row extends QueryResultRow>(statement: Sql) => (await client.query<Row>(statement)).rows[0],
  run: async (statement) => (await client.query(statement)).rowCount ?? 0,
  async inOrganization(other, work) {
    await client.query(sql`select set_config('app.org', ${other}, true)`);
    const result = await work(txOf(client, other)); // when it fails, the whole transaction does
    await client.query(sql`select set_config('app.org', ${organizationId}, true)`);
    return result;
  },
});
