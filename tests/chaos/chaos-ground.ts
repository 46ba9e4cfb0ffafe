import { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from '../support/services/product.ts';
import type { Product, ProductOptions } from '../support/services/product.ts';
import { Staff } from '../support/staff.ts';

const PASSWORD = 'correct horse battery staple';
const PATIENCE_MS = 150_000;
const ROUND_MS = 25;

export interface Person {
  name: string;
  id: string;
  staff: Staff;
}

/** The whole product with its state on disk, people at their desks, and the owner's own look at the rows. */
export class ChaosGround {
  readonly product: Product;
  readonly organizationId: string;
  readonly machine: Person;
  readonly people: Person[];
  #owner: Pool;

  private constructor(product: Product, organizationId: string, machine: Person, people: Person[]) {
    this.product = product;
    this.organizationId = organizationId;
    this.machine = machine;
    this.people = people;
    this.#owner = new Pool({ connectionString: product.services.databaseUrl, max: 4 });
    this.#owner.on('error', () => undefined); // Postgres is killed on purpose
  }

  static async open(options: ProductOptions = {}): Promise<ChaosGround> {
    const product = await startProduct({ temporal: 'disk', ...options });
    const machine = Staff.withKey(product.url, product.bootstrapKey);
    const { organization, user } = await machine.session();
    const people = [];
    for (const name of ['Ana', 'Ben', 'Cleo']) people.push(await hire(product, machine, name));
    return new ChaosGround(product, organization.id, { name: 'The key', id: user.id, staff: machine }, people);
  }

  async administrator(name: string): Promise<Staff> {
    return (await hire(this.product, this.machine.staff, name, 'administrator')).staff;
  }

  async close(): Promise<void> {
    await this.#owner.end();
    await this.product.stop();
  }

  /** What the owner of the tables sees; waits for a Postgres that is away. */
  async rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return (await this.#owner.query<Row>(text, values)).rows;
      } catch (error) {
        if (Date.now() > until || !isAway(error)) throw error;
        await sleep(ROUND_MS);
      }
    }
  }

  /** The first row of what counts something; there is always one. */
  async row<Row extends object>(text: string, values: unknown[] = []): Promise<Row> {
    return (await this.rows<Row>(text, values))[0]!;
  }

  /** Waits for a fact in the rows; `text` asks for what is still missing and answers with nothing when all is there. */
  async untilNone(what: string, text: string, values: unknown[] = []): Promise<void> {
    await until(what, async () => (await this.rows(text, values)).length === 0);
  }
}

/** Waits for a fact, never for a time. */
export async function until(what: string | (() => string), isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited in vain for this: ${typeof what === 'string' ? what : what()}.`);
    await sleep(ROUND_MS);
  }
}

async function hire(product: Product, machine: Staff, name: string, role = 'specialist'): Promise<Person> {
  const email = `${name.toLowerCase()}@example.test`;
  const { id } = await machine.post<{ id: string }>('/users', { email, name, password: PASSWORD, role });
  return { name, id, staff: await Staff.signIn(product.url, email, PASSWORD) };
}

/** Not reachable, cut off, starting or stopping: anything else is a mistake of the test. */
const isAway = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(ECONN|EPIPE|57P|08)/.test(code) || /terminated|timeout|ended/i.test(message);
};
