import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '@overturn/config';
import { ensureBootstrapKey } from '@overturn/data/accounts/bootstrap-key';
import type { Clock } from '@overturn/data/clock/clock';
import { Database } from '@overturn/data/database/database';
import { CLOCK, CONFIG } from '../ports.ts';

const AGAIN_AFTER_MS = 500;

/** What is made at the first start. Postgres may come later than the api: it is tried until it is done. */
@Injectable()
export class Startup implements OnApplicationBootstrap, OnApplicationShutdown {
  #isDone = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get isDone(): boolean {
    return this.#isDone;
  }

  onApplicationBootstrap(): Promise<void> {
    return this.#try();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.#timer);
  }

  async #try(): Promise<void> {
    try {
      const key = this.config.OVERTURN_BOOTSTRAP_KEY;
      if (key) await ensureBootstrapKey(this.db, await this.clock.now(), key);
      this.#isDone = true;
    } catch {
      this.#timer = setTimeout(() => void this.#try(), AGAIN_AFTER_MS); // readiness says meanwhile what is missing
    }
  }
}
