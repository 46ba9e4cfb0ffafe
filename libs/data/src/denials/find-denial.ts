import { DomainError } from '@overturn/domain';
import type { Stage } from '@overturn/domain';
import { ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

export interface FoundDenial {
  id: string;
  clientId: string;
  claimId: string | null;
  stage: Stage;
  closing: boolean;
  version: number;
}

/** The denial, if this caller may see it. Throws DENIAL_NOT_FOUND, also for another client's. */
export async function findDenial(tx: Tx, caller: Caller, id: string): Promise<FoundDenial> {
  const row = await tx.row<FoundDenial>(sql`
    select d.id, d.client_id "clientId", d.claim_id "claimId", v.stage, v.closing, d.version
    from denial d join denial_view v on v.denial_id = d.id where d.id = ${id} and ${ofClients(caller, sql`d.client_id`)}`);
  if (!row) throw new DomainError('DENIAL_NOT_FOUND', 'There is no such denial here.', { denialId: id });
  return row;
}
