import { randomUUID } from 'node:crypto';
import { proposeRuleBody } from '@overturn/contracts';
import type { RuleChangeView } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { sql } from '@overturn/data/database/database';
import { decideRule } from '@overturn/data/rules/decide-rule';
import { proposeRule } from '@overturn/data/rules/propose-rule';
import { changeView, findChange } from '@overturn/data/rules/rule-change-rows';
import { workOnRules } from '../../apps/worker/src/sweeps/rule-changes.ts';
import type { IntakeGround, Organization } from './intake-ground.ts';

/** A code that no shipped row knows. */
export const UNKNOWN = 'Z77';

/** An organization with two administrators; what the worker's sweep does is done when a test says so. */
export class KeptGround {
  readonly #ground: IntakeGround;
  readonly organization: Organization;
  readonly #ada: Caller;
  readonly #ben: Caller;

  private constructor(ground: IntakeGround, organization: Organization) {
    this.#ground = ground;
    this.organization = organization;
    this.#ada = this.#administrator('Ada');
    this.#ben = this.#administrator('Ben');
  }

  static async open(ground: IntakeGround): Promise<KeptGround> {
    return new KeptGround(ground, await ground.newOrganization());
  }

  #administrator(name: string): Caller {
    const { id: organizationId } = this.organization;
    const mine = { organizationId, clientIds: [], teamIds: [], isBootstrap: false };
    return { kind: 'person', id: randomUUID(), name, role: 'administrator', ...mine };
  }

  /** Ada gives the unknown code this class, from a day on or from ever. */
  propose(found: string, effectiveFrom: string | null = null): Promise<RuleChangeView> {
    const row = { carc: UNKNOWN, label: 'not by our network', class: found };
    return this.#propose({ kind: 'carc', key: UNKNOWN, effectiveFrom, row });
  }
  /** Ada says that a remark opens a denial by itself. */
  proposeRemark(rarc: string): Promise<RuleChangeView> {
    const row = { rarc, label: 'outside the network', class: 'out-of-network', opens: true };
    return this.#propose({ kind: 'rarc', key: rarc, effectiveFrom: null, row });
  }
  /** Ada says that the unknown code with a remark is about the network; of the code alone she says nothing. */
  proposeTogether(remark: string): Promise<RuleChangeView> {
    const row = {
      ...{ id: 'own', label: 'Not by our network', place: 5, watches: { carcs: [UNKNOWN] } },
      ...{ beside: { remarks: [remark] }, means: { class: 'out-of-network' } },
      says: '{code} with {remark}: not by our network.',
    };
    return this.#propose({ kind: 'interaction', key: 'own', effectiveFrom: null, row });
  }
  #propose(rule: object): Promise<RuleChangeView> {
    const body = { ...rule, change: 'new-version', reason: 'The payer said so.' };
    return this.#ground.app.forOrganization(this.organization.id, (tx) =>
      proposeRule(tx, this.#ground.now(), this.#ada, proposeRuleBody.parse(body)),
    );
  }

  /** Ben approves; the sweep has not seen it yet. */
  approve(id: string): Promise<RuleChangeView> {
    return this.#ground.app.forOrganization(this.organization.id, (tx) =>
      decideRule(tx, this.#ground.now(), this.#ben, id, 'approve', {}),
    );
  }

  change(id: string): Promise<RuleChangeView> {
    return this.#ground.app.forOrganization(this.organization.id, async (tx) => changeView(await findChange(tx, id)));
  }

  sweepOnce(): Promise<number> {
    return workOnRules(this.#ground.engine, this.#ground.now());
  }
  /** Until a round finds nothing more to do. */
  async sweep(): Promise<void> {
    while ((await this.sweepOnce()) > 0);
  }

  /** Proposed, counted, approved and in force. */
  async classed(found: string, effectiveFrom: string | null = null): Promise<RuleChangeView> {
    const { id } = await this.propose(found, effectiveFrom);
    await this.sweep();
    await this.approve(id);
    await this.sweep();
    return this.change(id);
  }

  /** Every claim: its class, and how many denials and starts it has. */
  claims(): Promise<{ number: string; class: string; denials: number; starts: number; isAgain: boolean }[]> {
    return this.#ground.rows(
      this.organization,
      sql`
      select c.claim_number number, c.class, count(distinct d.id) denials, count(m.id) starts, c.duplicate_of is not null "isAgain"
      from claim c left join denial d on d.claim_id = c.id left join outbox_message m on m.denial_id = d.id and m.kind = 'start'
      group by c.id order by c.id`,
    );
  }
}
