import type { DenialView, RuleChangeView, RuleImpactPage, RuleList, RuleView } from '@overturn/contracts';
import { dayOf } from '../support/days.ts';
import { letterOf } from '../support/letter.ts';
import { startProduct } from '../support/services/product.ts';
import type { Product } from '../support/services/product.ts';
import { Staff } from '../support/staff.ts';

export const CLOCK = 'erisa.appeal.file';
const PASSWORD = 'correct horse battery staple';
const PAUSE_MS = 200;

export const today = dayOf(new Date());
export const until = async <T>(what: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await what();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
};

/** The whole product with two administrators, a specialist and a key. */
export class RuleGround {
  readonly product: Product;
  readonly machine: Staff;
  readonly ada: Staff;
  readonly ben: Staff;
  readonly lim: Staff;

  private constructor(product: Product, machine: Staff, [ada, ben, lim]: readonly [Staff, Staff, Staff]) {
    this.product = product;
    this.machine = machine;
    this.ada = ada;
    this.ben = ben;
    this.lim = lim;
  }

  static async open(): Promise<RuleGround> {
    const product = await startProduct();
    const machine = Staff.withKey(product.url, product.bootstrapKey);
    const person = async (name: string, role: string): Promise<Staff> => {
      const email = `${name.toLowerCase()}@example.test`;
      await machine.post('/users', { email, name, password: PASSWORD, role });
      return Staff.signIn(product.url, email, PASSWORD);
    };
    const staff = [
      await person('Ada', 'administrator'),
      await person('Ben', 'administrator'),
      await person('Lim', 'specialist'),
    ] as const;
    return new RuleGround(product, machine, staff);
  }

  async versionOf(kind: string, key: string): Promise<RuleView> {
    return (await this.ada.get<RuleList>(`/rules?kind=${kind}`)).items.find((one) => one.key === key)!;
  }

  /** A correction of what is in force; `row`: what is to be otherwise. */
  async correct(kind: string, key: string, row: object, more: object = {}): Promise<RuleChangeView> {
    const { effectiveFrom, citation, row: shipped } = await this.versionOf(kind, key);
    const body = { kind, key, change: 'correction', effectiveFrom, citation, row: { ...shipped, ...row } };
    return this.ada.post('/rules/changes', { ...body, reason: 'The handbook says so.', ...more });
  }

  changeOf(id: string): Promise<RuleChangeView> {
    return this.ada.get(`/rules/changes/${id}`);
  }
  counted(id: string): Promise<RuleChangeView> {
    return this.#once(id, ({ impact }) => impact !== null);
  }
  /** By the second administrator, once it is counted; until it is in force and handed on. */
  async approve(id: string): Promise<RuleChangeView> {
    await this.counted(id);
    await this.ben.post(`/rules/changes/${id}/approve`, {});
    return this.#once(id, ({ state }) => state === 'in-force');
  }
  async impactOf(id: string): Promise<RuleImpactPage['items']> {
    return (await this.ada.get<RuleImpactPage>(`/rules/changes/${id}/impact`)).items;
  }
  #once(id: string, is: (change: RuleChangeView) => boolean): Promise<RuleChangeView> {
    return until(async () => {
      const change = await this.changeOf(id);
      return is(change) ? change : undefined;
    });
  }

  async openDenial(claimNumber: string): Promise<string> {
    const { id } = await this.lim.post<{ id: string }>('/denials', letterOf(today, claimNumber, { regime: 'erisa' }));
    await until(async () => ((await this.lim.openTasks(id)).length > 0 ? id : undefined));
    return id;
  }
  async appealOf(id: string): Promise<DenialView['deadlines'][number]> {
    return (await this.ada.denial(id)).deadlines.find(({ purpose }) => purpose === 'appeal')!;
  }
  /** The appeal's date once the denial says that a later one waits for a person. */
  heldBack(id: string): Promise<DenialView['deadlines'][number]> {
    return until(async () => {
      const appeal = await this.appealOf(id);
      return appeal.lost.some(({ why }) => why?.includes('it waits until a person takes the later date'))
        ? appeal
        : undefined;
    });
  }
  movedTo(id: string, legalDueOn: string): Promise<string> {
    return until(async () => ((await this.appealOf(id)).legalDueOn === legalDueOn ? id : undefined));
  }
}
