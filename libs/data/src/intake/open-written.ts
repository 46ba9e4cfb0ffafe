import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { openDenials } from '../denials/open-denials.ts';
import type { JudgedClaim } from './claim-judge.ts';
import type { EarlierFound } from './earlier-claims.ts';
import { factsOf } from './judge-claim.ts';
import { tellDenials } from './tell-denials.ts';

/** A claim that is in the database, as it is judged now. */
export interface WrittenClaim extends JudgedClaim {
  claimId: string;
}

/** A claim that has a denial now. */
export interface OpenedClaim {
  claimId: string;
  denialId: string;
  /** Else it came for a denial that was here, by the key or as a re-adjudication. */
  isNew: boolean;
}

/**
 * Opens the denials of claims, each with its start message, and tells those that were here of what came for them; in the
 * caller's transaction. `earlier`: by the claims' places.
 */
export async function openWritten(
  tx: Tx,
  now: Date,
  actor: Actor,
  openedBy: string | null,
  claims: readonly WrittenClaim[],
  earlier: EarlierFound,
): Promise<OpenedClaim[]> {
  const fresh = claims.flatMap((one, place) => {
    const { claim, claimId, opening, sameKeyBefore } = one;
    if (!opening || earlier.attached.has(place)) return [];
    const suspicion = earlier.suspicions.get(place) ?? null;
    return [{ one, facts: { ...factsOf(claim, claimId, opening), suspicion, sameKeyBefore, openedBy } }];
  });
  const opened = await openDenials(
    tx,
    now,
    actor,
    fresh.map(({ facts }) => facts),
  );
  const came = [
    ...[...earlier.attached].map(([place, { denialId }]) => ({ ...claims[place]!, denialId, isNews: true })),
    ...opened.flatMap(({ denialId, existed }, nth) =>
      existed ? [{ ...fresh[nth]!.one, denialId, isNews: false }] : [],
    ),
  ];
  await tellDenials(
    tx,
    now,
    actor,
    came.map((one) => ({ ...one, isDenied: one.opening !== null })),
  );
  await markDuplicates(tx, came);
  return [
    ...opened.flatMap(({ denialId, existed }, nth) =>
      existed ? [] : [{ claimId: fresh[nth]!.one.claimId, denialId, isNew: true }],
    ),
    ...came.map(({ claimId, denialId }) => ({ claimId, denialId, isNew: false })),
  ];
}

/** Links claims that came again to the claim that opened their denial. */
async function markDuplicates(tx: Tx, came: readonly { claimId: string; denialId: string }[]): Promise<void> {
  if (came.length === 0) return;
  const found = came.map(({ claimId, denialId }) => ({ claimId, denialId }));
  await tx.run(sql`
    update claim c set duplicate_of = d.claim_id
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f("claimId" uuid, "denialId" uuid)
    join denial d on d.id = f."denialId"
    where c.id = f."claimId" and d.claim_id <> c.id`);
}
