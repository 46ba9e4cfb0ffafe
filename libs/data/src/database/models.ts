import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import { PrismaClient } from '../prisma/client.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Tx } from './database.ts';

const opened = new WeakMap<PoolClient, Prisma.TransactionClient>();

/**
 * Prisma's models on the transaction's own connection: what they do is part of the act, sees its organization's rows only,
 * and is undone with it. A connection opens them at its first need (about 25 ms) and keeps them.
 */
export function modelsOf({ connection }: Tx): Prisma.TransactionClient {
  const known = opened.get(connection) ?? open(connection);
  opened.set(connection, known);
  return known;
}

function open(connection: PoolClient): Prisma.TransactionClient {
  let refusal: unknown;
  const query = (statement: string): Promise<unknown> =>
    connection.query(statement).catch((error: unknown) => {
      refusal = error;
      throw error;
    });
  const client = new PrismaClient({ adapter: new PrismaPg(poolOf(query)) });
  return client.$extends({
    query: {
      // what Postgres refused comes out as from every other statement: its code decides what is tried again and what is told
      async $allOperations({ args, query: run }): Promise<unknown> {
        refusal = undefined;
        try {
          return (await run(args)) as unknown;
        } catch (error) {
          throw refusal ?? error;
        }
      },
    },
  }) as unknown as Prisma.TransactionClient;
}

/** The one connection in the shape of a pool, as the adapter wants it. */
function poolOf(query: (statement: string) => Promise<unknown>): Pool {
  const pool = Object.create(Pool.prototype) as Pool;
  const itself = (): Pool => pool;
  const connect = (): Promise<never> => Promise.reject(new Error('An act has its transaction already.'));
  return Object.assign(pool, { options: {}, query, connect, on: itself, removeListener: itself });
}
