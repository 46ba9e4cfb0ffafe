import type { OpenDenialBody } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { factsOf, judgeByHand } from '../intake/judge-claim.ts';
import { holdTriageRules } from '../intake/triage-rules.ts';
import { holdRemittances, readKept } from '../kept-claims/read-kept.ts';
import { openDenial } from './open-denial.ts';
import type { OpenedDenial } from './open-facts.ts';
import { saidOf, typedFacts } from './open-typed-claim.ts';

/**
 * Opens a claim that was kept, as its remittance would have; `body` adds what only a person knows. One whose key another
 * remittance brought is that denial; claims of one remittance are never merged. Throws NOT_FOUND, CONFLICT while its
 * remittance is read.
 */
export async function openKeptClaim(
  tx: Tx,
  now: Date,
  actor: Actor,
  claimId: string,
  body: OpenDenialBody,
): Promise<OpenedDenial> {
  const place = await tx.row<{ remittanceId: string | null }>(
    sql`select remittance_id "remittanceId" from claim where id = ${claimId}`,
  );
  if (!place) throw new DomainError('NOT_FOUND', 'This claim is not there.', { claimId });
  const isLetter = place.remittanceId === null;
  if (place.remittanceId !== null && (await holdRemittances(tx, [place.remittanceId])).size > 0)
    throw new DomainError('CONFLICT', 'Its remittance is still being read. Open the claim once it is imported.', {
      claimId,
    });
  const [kept] = await readKept(tx, [claimId]);
  const { denialId, claim, sameKeyBefore } = kept!;
  if (denialId) return { denialId, existed: true };
  const judged = judgeByHand(claim, saidOf(body), (await holdTriageRules(tx, now))(claim.noticeOn));
  return openDenial(tx, now, actor, {
    ...factsOf(judged.claim, claimId, judged),
    ...typedFacts(body),
    source: isLetter ? 'letter' : 'remittance',
    externalId: isLetter ? (body.externalId ?? claimId) : null,
    suspicion: null,
    sameKeyBefore,
    openedBy: actor.kind === 'person' ? actor.id : null,
  });
}
