import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '@overturn/config';
import type { LiveEventView } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { beginReadingAt, EVENTS_AT_ONCE, readEvents } from '@overturn/data/events/read-events';
import { listenForWakes } from '@overturn/data/events/wake';
import type { Wakes } from '@overturn/data/events/wake';
import { appUrl, CONFIG } from '../ports.ts';
import { Work } from '../work.ts';

/** Readers look by themselves this often too: a wake may be lost, an event may not. */
const LOOK_EVERY_MS = 5_000;

/** What came since the last step; `missed` once at the beginning, when events between may be gone. */
interface FeedStep {
  at: number;
  events: LiveEventView[];
  missed: boolean;
}

interface Reader {
  wake(): void;
  stop(): void;
}

/** Follows the numbered events for every open stream; one ear for the whole process. */
@Injectable()
export class EventFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #readers = new Set<Reader>();
  #wakes: Wakes | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(
    private readonly work: Work,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    const wakeAll = (): void => {
      for (const reader of this.#readers) reader.wake();
    };
    this.#wakes = listenForWakes(this.config, appUrl(this.config), wakeAll);
    this.#timer = setInterval(wakeAll, LOOK_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    for (const reader of this.#readers) reader.stop();
    await this.#wakes?.close();
  }

  /** Events after a number (undefined: from now on), until `signal` ends it. The first thing yielded is the number it begins at. */
  async *follow(caller: Caller, from: number | undefined, signal: AbortSignal): AsyncGenerator<FeedStep> {
    let woken = true;
    let resume: (() => void) | undefined;
    let stopped = this.#isStopping;
    const wake = (): void => {
      woken = true;
      resume?.();
    };
    const stop = (): void => {
      stopped = true;
      resume?.();
    };
    const reader: Reader = { wake, stop };
    this.#readers.add(reader);
    signal.addEventListener('abort', stop);
    try {
      const beginning = await this.work.run(caller, (tx) => beginReadingAt(tx, from));
      yield { ...beginning, events: [] };
      let { at } = beginning;
      while (!stopped) {
        if (!woken) await new Promise<void>((resolve) => (resume = resolve));
        resume = undefined;
        woken = false;
        const read = await this.#read(caller, at);
        if (read.last - at >= EVENTS_AT_ONCE) woken = true;
        if (read.events.length > 0) yield { at: read.last, events: read.events, missed: false };
        at = read.last;
      }
    } finally {
      this.#readers.delete(reader);
    }
  }

  /** While Postgres is away nothing can be told; the next wake reads on from the same number. */
  #read(caller: Caller, at: number): Promise<{ events: LiveEventView[]; last: number }> {
    return this.work.run(caller, (tx) => readEvents(tx, caller, at)).catch(() => ({ events: [], last: at }));
  }
}
