import type { Database } from '../database/database.ts';

/**
 * Does the work while no other process does work of that name; 'busy' when one does. The lock hangs on a session, so it
 * dies with the process. A session that broke is noticed by the work itself: every write compares what it found.
 */
export async function withLease<T>(database: Database, name: string, work: () => Promise<T>): Promise<T | 'busy'> {
  const session = await database.pool.connect();
  let broken = false;
  const onError = (): void => void (broken = true);
  session.on('error', onError);
  try {
    const { rows } = await session.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) held',
      [name],
    );
    if (!rows[0]?.held) return 'busy';
    try {
      return await work();
    } finally {
      await session.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(onError);
    }
  } finally {
    session.off('error', onError);
    session.release(broken);
  }
}
