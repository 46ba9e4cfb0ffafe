import { Query } from 'pg';
import type { Connection, Pool, QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** Names the organization and the person for the transaction under way; answers without a row. */
const ENTER = {
  name: 'enter_organization',
  text: "select where set_config('app.org', $1, true) || set_config('app.user', $2, true) is null",
  types: [],
};

/** Connections on which it is planned. */
const planned = new WeakSet<Connection>();

/**
 * One statement inside an organization, in one trip to the server and back: whose rows it may see is sent before it
 * and both end in one Sync, which makes them one transaction; had the first failed, Postgres would skip the second.
 */
export async function inOneTrip<Row extends QueryResultRow>(
  pool: Pool,
  standing: [organizationId: string, userId: string],
  statement: QueryConfig,
): Promise<Row[]> {
  const query = new Query<Row>(statement);
  const submit = query.submit.bind(query);
  query.submit = (connection) => {
    connection.stream.cork();
    enter(connection, standing);
    submit(connection);
    connection.stream.uncork();
  };
  // the types know queries that stream; one that collects is answered by a promise, with a result for either command
  const [, result] = await (pool.query(query) as unknown as Promise<[QueryResult, QueryResult<Row>]>);
  return result.rows;
}

function enter(connection: Connection, values: string[]): void {
  if (!planned.has(connection)) connection.parse(ENTER, true);
  planned.add(connection);
  connection.bind({ statement: ENTER.name, values }, true);
  connection.execute({}, true);
}
