import { Child, type ChildSpec } from './children.ts';

/** What one launcher or test runs. Stopped in the order asked for, so that who uses a service goes before it. */
export class Stack {
  readonly #home: string;
  readonly #say: (line: string) => void;
  readonly #children = new Map<string, Child>();
  #stopping = false;

  constructor(home: string, say: (line: string) => void) {
    this.#home = home;
    this.#say = say;
  }

  async start(spec: ChildSpec): Promise<void> {
    if (this.#stopping) throw new Error('Stopping.');
    const child = new Child(spec, this.#home, this.#say);
    this.#children.set(spec.name, child);
    await child.start();
  }

  /** Stops these one after the other; a name that never ran is passed over. */
  async stop(order: readonly string[]): Promise<void> {
    this.#stopping = true;
    for (const name of order) await this.#children.get(name)?.stop();
  }

  get(name: string): Child {
    const child = this.#children.get(name);
    if (!child) throw new Error(`${name} was not started here.`);
    return child;
  }
}
