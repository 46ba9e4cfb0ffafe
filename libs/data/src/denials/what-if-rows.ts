import type { Channel } from '@overturn/domain';
import type { Asked } from '@overturn/domain/clocks/response-date';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

/** What the dates of a denial are counted from beside its facts. */
export interface CountedRows {
  openedAt: string;
  channel: Channel | null;
  /** The last sending of each question to the payer. */
  sendings: { asked: Asked; sentOn: string; deliveredOn: string | null }[];
  /** Where each kept deadline stands, by its purpose. */
  states: Readonly<Record<string, string>>;
}

export async function readCounted(tx: Tx, denialId: string): Promise<CountedRows> {
  const row = await tx.row<CountedRows>(sql`
    select to_json(d.opened_at) #>> '{}' "openedAt", d.appeal_channel channel,
      (select coalesce(jsonb_agg(jsonb_build_object('asked', purpose, 'sentOn', sent_on, 'deliveredOn', delivered_on) order by purpose desc), '[]')
        from (select distinct on (purpose) purpose, sent_on, delivered_on from packet
              where denial_id = d.id and purpose in ('exception', 'appeal') order by purpose, created_at desc, id desc) last) sendings,
      (select coalesce(jsonb_object_agg(purpose, state), '{}') from deadline where denial_id = d.id) states
    from denial d where d.id = ${denialId}`);
  return row!;
}
