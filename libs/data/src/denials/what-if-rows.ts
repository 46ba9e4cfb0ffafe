import type { Channel, PathId } from '@overturn/domain';
import type { PayerRow } from '@overturn/domain/payers/payer-rows';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { PAYER_ROW } from '../payer-rules/payer-rule-rows.ts';
import type { TermsAsked } from './filing-terms.ts';
import { LAST_SENDINGS } from './payer-answers.ts';
import type { LastSending } from './payer-answers.ts';

/** What the dates of a denial are counted from beside its facts. */
export interface CountedRows {
  openedAt: string;
  channel: Channel | null;
  path: PathId | null;
  /** What it is among its payer's rows, and the rows. */
  about: TermsAsked;
  payerRules: PayerRow[];
  /** The terms that gave its filing dates so far; null: no row said anything. */
  held: PayerTerms[] | null;
  /** The last sending of each question to the payer. */
  sendings: LastSending[];
  /** Where each kept deadline stands, by its purpose. */
  states: Readonly<Record<string, string>>;
}

export async function readCounted(tx: Tx, denialId: string): Promise<CountedRows> {
  const row = await tx.row<CountedRows>(sql`
    select to_json(d.opened_at) #>> '{}' "openedAt", d.appeal_channel channel, v.path, d.payer_terms held,
      jsonb_build_object('payer', p.identifier, 'planType', d.plan_type, 'state', d.state) about,
      (select coalesce(jsonb_agg(${PAYER_ROW}), '[]') from payer_rule r
        where r.organization_id = d.organization_id and r.payer = p.identifier and r.ended_at is null) "payerRules",
      ${LAST_SENDINGS} sendings,
      (select coalesce(jsonb_object_agg(purpose, state), '{}') from deadline where denial_id = d.id) states
    from denial d join payer p on p.id = d.payer_id join denial_view v on v.denial_id = d.id where d.id = ${denialId}`);
  return row!;
}
