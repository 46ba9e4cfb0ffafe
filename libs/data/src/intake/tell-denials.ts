import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { postMessage } from '../outbox/outbox.ts';
import { keepLateArrival } from '../reopening/late-arrivals.ts';
import type { ClaimRecord } from './claim-record.ts';

/** CLP02. */
const REVERSAL = '22';

/** A claim that came for a denial that was here before. */
export interface CameAgain {
  denialId: string;
  claimId: string;
  claim: ClaimRecord;
  /** The payer decided it again; else it is the same denial once more, which an open denial knows already. */
  isNews: boolean;
  /** It is a denial by itself. */
  isDenied: boolean;
}

/**
 * Tells each denial of the claim that came for it, and a person where it is closed; in the denials' order, so that two
 * imports never wait in a ring. A claim that was here before the denial's own is no news.
 */
export async function tellDenials(tx: Tx, now: Date, actor: Actor, came: readonly CameAgain[]): Promise<void> {
  if (came.length === 0) return;
  const views = await tx.rows<{ id: string; closing: boolean; ownClaimId: string }>(sql`
    select v.denial_id id, v.closing, d.claim_id "ownClaimId" from denial_view v join denial d on d.id = v.denial_id
    where v.denial_id = any(${came.map(({ denialId }) => denialId)}::uuid[]) order by v.denial_id for update of v`);
  const viewOf = new Map(views.map((view) => [view.id, view]));
  for (const one of came) {
    const { denialId, claimId } = one;
    const { closing, ownClaimId } = viewOf.get(denialId)!;
    if (claimId < ownClaimId) continue; // ids sort by time
    if (closing) await keepLate(tx, now, actor, one);
    else if (one.isNews) await postMessage(tx, now, { denialId, kind: 'claim-attached', payload: { claimId } });
  }
}

/** What denies again, and what takes money back, has a filing date of its own. */
const keepLate = (tx: Tx, now: Date, actor: Actor, { denialId, claimId, claim, isDenied }: CameAgain): Promise<void> =>
  keepLateArrival(tx, now, actor, {
    denialId,
    kind: 'remittance',
    subjectId: claimId,
    sentence: sentenceOf(claim, isDenied),
    noticeOn: isDenied || claim.claimStatus === REVERSAL ? claim.noticeOn : null,
  });

function sentenceOf({ claimStatus, paidCents }: ClaimRecord, isDenied: boolean): string {
  if (isDenied) return 'A remittance denied this claim again after this denial was closed.';
  const paid = (paidCents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
  const what = claimStatus === REVERSAL ? `took a payment back (${paid})` : `decided this claim again (${paid} paid)`;
  return `A remittance ${what} after this denial was closed.`;
}
