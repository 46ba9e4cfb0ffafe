import type { DenialRow, OpenDenialBody } from '@overturn/contracts';
import { dateIn, DomainError } from '@overturn/domain';
import { actorOf, ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { checkNamed } from '../accounts/named-rows.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { readDatedFacts, refuseWrongDays } from './dated-facts.ts';
import { DENIAL_ROWS, denialRowOf } from './denial-rows.ts';
import type { DenialListRow } from './denial-rows.ts';
import { readOpeningContext } from './open-context.ts';
import { openTypedDenial } from './open-typed-denial.ts';

/** Opens a denial that somebody typed, or a kept claim. Throws DENIAL_EXISTS with the id of the one that is there, and BAD_INPUT for days that cannot be. */
export async function openByHand(tx: Tx, now: Date, caller: Caller, body: OpenDenialBody): Promise<DenialRow> {
  const { denialId, existed } = await openTypedDenial(tx, now, actorOf(caller), await withOwnClient(tx, caller, body));
  if (existed) throw new DomainError('DENIAL_EXISTS', 'This denial is open already, or was.', { denialId });
  await refuseWrongOpening(tx, now, denialId, body);
  const row = await tx.row<DenialListRow>(sql`${DENIAL_ROWS} where v.denial_id = ${denialId}`);
  return denialRowOf(row!);
}

/** By the checks of a changed fact, a kept claim's own notice beside what is typed. */
async function refuseWrongOpening(tx: Tx, now: Date, denialId: string, body: OpenDenialBody): Promise<void> {
  const { timeZone } = await readOpeningContext(tx);
  refuseWrongDays(body, await readDatedFacts(tx, denialId), dateIn(timeZone, now.toISOString()));
}

/** One who works for some clients opens denials of those. */
async function withOwnClient(tx: Tx, caller: Caller, body: OpenDenialBody): Promise<OpenDenialBody> {
  if (body.clientId) await checkNamed(tx, 'client', [body.clientId]);
  if (caller.clientIds.length === 0) return body;
  if (body.claimId) {
    const seen = await tx.row(
      sql`select from claim c where c.id = ${body.claimId} and ${ofClients(caller, sql`c.client_id`)}`,
    );
    if (!seen) throw new DomainError('NOT_FOUND', 'There is no such claim here.', { claimId: body.claimId });
    return body;
  }
  const [first] = caller.clientIds;
  const clientId = body.clientId ?? (caller.clientIds.length === 1 ? first : undefined);
  if (!clientId || !caller.clientIds.includes(clientId))
    throw new DomainError('NOT_ALLOWED', 'Name one of your clients.', {
      fields: { clientId: 'Name one of your clients.' },
    });
  return { ...body, clientId };
}
