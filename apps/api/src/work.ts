import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Caller } from '@overturn/data/accounts/caller';
import type { Clock } from '@overturn/data/clock/clock';
import { Database } from '@overturn/data/database/database';
import type { Tx } from '@overturn/data/database/database';
import { onceByKey } from '@overturn/data/idempotency/once-by-key';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { CLOCK } from './ports.ts';

type Act<T> = (tx: Tx, now: Date) => Promise<T>;

/** Postgres chose this transaction to end a deadlock or a conflict: the same act, tried again, is right. */
const TRY_AGAIN = new Set(['40P01', '40001']);
const TRIES = 3;

/** Runs an act in one transaction of the caller's organization, with the clock's now. */
@Injectable()
export class Work implements OnApplicationShutdown {
  readonly #log = new Logger(Work.name);

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Promise<Date> {
    return this.clock.now();
  }

  async run<T>(caller: Caller, act: Act<T>): Promise<T> {
    const now = await this.clock.now();
    const userId = caller.kind === 'person' ? caller.id : '';
    return again(() => this.db.forOrganization(caller.organizationId, (tx) => act(tx, now), userId));
  }

  /** An act that is one statement and brings its own transaction. */
  async single<T>(act: (db: Database, now: Date) => Promise<T>): Promise<T> {
    const now = await this.clock.now();
    return again(() => act(this.db, now));
  }

  /** What an answer leaves behind, and must not fail for: one statement, beside the act. */
  async aside(act: (db: Database, now: Date) => Promise<void>): Promise<void> {
    await this.single(act).catch((error: Error) =>
      this.#log.warn(`Something beside an answer was not kept: ${error.name}`),
    );
  }

  /** A create: with an Idempotency-Key the first answer is kept in the same transaction and given again. */
  create<T extends object>(caller: Caller, key: RequestKey | undefined, act: Act<T>): Promise<T> {
    return this.run(caller, (tx, now) => (key ? onceByKey(tx, now, caller, key, () => act(tx, now)) : act(tx, now)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.db.close();
    await this.clock.close();
  }
}

async function again<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (attempt === TRIES || !TRY_AGAIN.has(String((error as { code?: unknown }).code))) throw error;
    }
  }
}
