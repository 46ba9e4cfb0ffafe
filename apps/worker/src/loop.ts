/** Repeats a piece of work until it is stopped: at once while it finds something, else after a pause. A failure is told and tried again. */
export class Loop {
  readonly #work: () => Promise<number | void>;
  readonly #pauseMs: number;
  readonly #onTrouble: (error: unknown) => void;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(pauseMs: number, work: () => Promise<number | void>, onTrouble: (error: unknown) => void) {
    this.#pauseMs = pauseMs;
    this.#work = work;
    this.#onTrouble = onTrouble;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Waits for the round that is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const moved = await this.#work().catch((error: unknown) => {
        this.#onTrouble(error);
        return 0;
      });
      if (!moved && !this.#stopped) await this.#pause();
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#pauseMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
