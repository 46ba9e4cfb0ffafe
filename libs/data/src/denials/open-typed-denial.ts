import type { OpenDenialBody } from '@overturn/contracts';
import type { Actor } from '../audit/audit.ts';
import { newTo, withFacts } from '../claims/claim-facts.ts';
import { auditToldFacts, readToldFacts } from '../claims/told-facts.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { clientOf, readClients } from '../intake/clients.ts';
import { findEarlier } from '../intake/earlier-claims.ts';
import { factsOf, judgeByHand } from '../intake/judge-claim.ts';
import { holdTriageRules } from '../intake/triage-rules.ts';
import { writeClaims } from '../intake/write-claims.ts';
import { openDenial } from './open-denial.ts';
import type { OpenedDenial, OpenTypedDenial } from './open-facts.ts';
import { openKeptClaim } from './open-kept-claim.ts';
import { keyOf } from './open-key.ts';
import { externalIdOf, saidOf, typedClaim, typedFacts, typedPayer } from './open-typed-claim.ts';

/**
 * Opens a denial that a person typed from a letter or a pre-service request, or a kept claim by its id; by the rules of
 * the import. What its codes do not make a network denial is opened all the same and reviewed first.
 * Throws BAD_INPUT (no payer), NOT_FOUND (no such claim), UNAVAILABLE (no client or team yet).
 */
export const openTypedDenial: OpenTypedDenial = (tx, now, actor, body) =>
  body.claimId ? openKeptClaim(tx, now, actor, body.claimId, body) : openTyped(tx, now, actor, body);

async function openTyped(tx: Tx, now: Date, actor: Actor, body: OpenDenialBody): Promise<OpenedDenial> {
  const payer = await typedPayer(tx, body);
  const payee = { npi: body.billingNpi ?? null, taxId: body.taxId ?? null };
  const clientId = clientOf(await readClients(tx), body.clientId ?? null, payee);
  const claim = typedClaim(body, clientId, payer);
  const key = { ...claim, source: body.source, externalId: externalIdOf(body), sameKeyBefore: 0 };
  const known = await denialWithKey(tx, keyOf(tx.organizationId, key));
  if (known) return { denialId: known, existed: true };

  const judged = judgeByHand(claim, saidOf(body), (await holdTriageRules(tx, now))(body.noticeOn));
  const told = claim.claimNumber ? (await readToldFacts(tx, [claim])).get(0) : undefined;
  const facts = newTo(claim, told ?? {}); // what is typed is the later word
  const { suspicions } = await findEarlier(tx, [{ claim: judged.claim, remittanceId: null, isDenied: true }]);
  const [claimId] = await writeClaims(tx, now, null, [withFacts(judged.claim, facts)]);
  const opened = await openDenial(tx, now, actor, {
    ...factsOf(judged.claim, claimId!, judged),
    ...typedFacts(body),
    source: body.source,
    externalId: key.externalId,
    amountCents: body.amountCents ?? 0,
    suspicion: suspicions.get(0) ?? null,
    sameKeyBefore: 0,
    openedBy: actor.kind === 'person' ? actor.id : null,
  });
  if (Object.keys(facts).length > 0)
    await auditToldFacts(tx, now, actor, [{ claim, claimId: claimId!, denialId: opened.denialId, facts }]);
  return opened;
}

async function denialWithKey(tx: Tx, key: string): Promise<string | undefined> {
  const row = await tx.row<{ id: string }>(
    sql`select id from denial where organization_id = ${tx.organizationId} and key = ${key}`,
  );
  return row?.id;
}
