import type { DenialView, Problem } from '@overturn/contracts';
import { asOwner } from '@overturn/data/test-support/rows';
import { startHarness } from './api-harness.ts';
import type { Harness } from './api-harness.ts';

const LETTER = {
  payerName: 'Invented Payer',
  claimNumber: 'CLM-778812',
  serviceFrom: '2026-10-01',
  amountCents: 125_000,
  codes: [{ group: 'CO', carc: '242' }],
  procedures: ['99214'],
  noticeOn: '2026-11-12',
};
const OUT = { outcome: 'out-of-network', source: 'directory', checkedOn: '2026-11-20' };

/** An in-network provider who is far away, as a contact is logged. */
export const far = (provider: string, more: object = {}) => ({
  ...{ provider, contactedOn: '2026-11-02', distanceMiles: 80, canDoIt: true, answer: 'No date before January' },
  ...more,
});

/** An api with denials that were verified out of network, and what is told of them. */
export class ScreeningDesk {
  readonly api: Harness;
  #opened = 0;

  private constructor(api: Harness) {
    this.api = api;
  }

  static async open(): Promise<ScreeningDesk> {
    return new ScreeningDesk(await startHarness());
  }

  sql(text: string, values: unknown[]) {
    return asOwner(this.api.services.databaseUrl, (owner) => owner.query<Record<string, unknown>>(text, values));
  }

  async openDenial(changes: object = {}): Promise<string> {
    const body = { ...LETTER, payerClaimNumber: `ICN-${++this.#opened}`, ...changes };
    const { id } = (await this.api.call('POST', '/denials', body)).body;
    await this.sql('update denial set network_status = $2 where id = $1', [id, JSON.stringify(OUT)]);
    return id;
  }

  tell(id: string, facts: object, more: object = {}) {
    const body = { facts, ...more };
    return this.api.call<Problem & { items: DenialView['screeningFacts'] }>(
      'POST',
      `/denials/${id}/screening-facts`,
      body,
    );
  }

  async read(id: string): Promise<DenialView> {
    return (await this.api.call<DenialView>('GET', `/denials/${id}`)).body;
  }
}
