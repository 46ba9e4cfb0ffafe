import { createHmac } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Hands that work on the database while serving; each login belongs to the group role of the same name. */
export const HANDS = ['app', 'engine', 'queue'] as const;
export type Hand = (typeof HANDS)[number];
export type HandUrls = Record<Hand, string>;

export const QUEUE_SCHEMA = 'queue';

/** The addresses of the three logins; names and passwords follow from the database's name and the secret. */
export function handUrls(databaseUrl: string, secret: string): HandUrls {
  const urlOf = (hand: Hand): string => {
    const url = new URL(databaseUrl);
    url.username = loginName(databaseUrl, hand);
    url.password = createHmac('sha256', secret).update(`login/${url.username}`).digest('hex');
    return url.href;
  };
  return { app: urlOf('app'), engine: urlOf('engine'), queue: urlOf('queue') };
}

const loginName = (databaseUrl: string, hand: Hand): string =>
  `${decodeURIComponent(new URL(databaseUrl).pathname.slice(1))}_${hand}_login`;

/** Makes or renews the three logins and the queue's own schema; safe to repeat. Runs as the owner. */
export async function provisionLogins(databaseUrl: string, secret: string): Promise<HandUrls> {
  const urls = handUrls(databaseUrl, secret);
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock(4711002)');
    for (const hand of HANDS) {
      const { username, password } = new URL(urls[hand]);
      const name = escapeIdentifier(decodeURIComponent(username));
      const known = await owner.query('select from pg_roles where rolname = $1', [decodeURIComponent(username)]);
      if (known.rowCount === 0) await owner.query(`create role ${name} login`);
      await owner.query(`alter role ${name} with login password ${escapeLiteral(password)}`);
      await owner.query(`grant overturn_${hand} to ${name}`);
      await owner.query(`alter role ${name} set role to overturn_${hand}`);
    }
    await owner.query(`create schema if not exists ${QUEUE_SCHEMA} authorization overturn_queue`);
  } finally {
    await owner.end();
  }
  return urls;
}
