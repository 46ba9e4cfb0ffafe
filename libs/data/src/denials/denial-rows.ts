import type { DenialRow } from '@overturn/contracts';
import { sql } from '../database/database.ts';
import type { Sql } from '../database/database.ts';
import { CLAIM_GIST } from '../tasks/task-rows.ts';

export interface DenialListRow extends Omit<DenialRow, 'owner' | 'openedAt'> {
  ownerId: string | null;
  ownerName: string | null;
  openedAt: Date;
  sortDueOn: string;
}

/** The columns of a denial's row in any list: of the patient no more than initials, of the claim number the last four. */
export const DENIAL_ROWS: Sql = sql`
  select d.id, v.stage, v.class, v.path, v.payer_id "payerId", p.name "payerName", v.client_id "clientId", cl.name "clientName", ${CLAIM_GIST},
    v.amount_cents "amountCents", v.safe_due_on "safeDueOn", v.legal_due_on "legalDueOn", v.assumed, v.filing_state "filingState",
    d.owner_id "ownerId", o.name "ownerName", v.outcome, d.opened_at "openedAt", v.sort_due_on "sortDueOn"
  from denial_view v
  join denial d on d.id = v.denial_id
  join payer p on p.id = v.payer_id
  join client cl on cl.id = v.client_id
  left join claim c on c.id = d.claim_id
  left join user_account o on o.id = d.owner_id`;

export function denialRowOf({ ownerId, ownerName, openedAt, sortDueOn: _, ...row }: DenialListRow): DenialRow {
  const owner = ownerId === null ? null : { id: ownerId, name: ownerName ?? 'Someone who left' };
  return { ...row, owner, openedAt: openedAt.toISOString() };
}
