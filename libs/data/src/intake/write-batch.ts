import type { Actor } from '../audit/audit.ts';
import { withFacts } from '../claims/claim-facts.ts';
import { auditToldFacts, readToldFacts } from '../claims/told-facts.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { openDenials } from '../denials/open-denials.ts';
import type { OpenedDenial } from '../denials/open-facts.ts';
import type { ClaimRecord } from './claim-record.ts';
import { findEarlier } from './earlier-claims.ts';
import type { EarlierFound } from './earlier-claims.ts';
import type { ImportRow } from './import-row.ts';
import type { JudgedClaim } from './claim-judge.ts';
import { factsOf } from './judge-claim.ts';
import { tellDenials } from './tell-denials.ts';
import { writeClaims } from './write-claims.ts';

export interface BatchFound {
  /** Newly opened. */
  denials: number;
  /** Claims that were here before, by the key or as a re-adjudication. */
  duplicates: number;
}

/** Keeps a batch of claims and opens its denials, each with its start message; in the caller's transaction. */
export async function writeBatch(
  tx: Tx,
  now: Date,
  actor: Actor,
  row: ImportRow,
  batch: readonly JudgedClaim[],
): Promise<BatchFound> {
  const read = batch.map(({ claim }) => claim);
  const told = await readToldFacts(tx, read);
  const claims = read.map((claim, place) => withFacts(claim, told.get(place) ?? {}));
  const earlier = await findEarlier(tx, row.id, claims, (place) => batch[place]!.opening !== null);
  const { attached } = earlier;
  const ids = await writeClaims(tx, now, row.id, claims);
  const opened = await openFresh(tx, now, actor, row, batch, ids, earlier);
  const denialOf = new Map(opened.map(({ claimId, denialId }) => [claimId, denialId]));
  await auditToldFacts(
    tx,
    now,
    actor,
    [...told].map(([place, facts]) => {
      const claimId = ids[place]!;
      return { claim: read[place]!, claimId, denialId: denialOf.get(claimId) ?? null, facts };
    }),
  );
  const here = opened.filter(({ existed }) => existed);
  await tellDenials(tx, now, actor, [
    ...[...attached].map(([place, { denialId }]) => ({
      denialId,
      claimId: ids[place]!,
      claim: claims[place]!,
      isNews: true,
      isDenied: batch[place]!.opening !== null,
    })),
    ...here.map(({ denialId, claimId, claim }) => ({ denialId, claimId, claim, isNews: false, isDenied: true })),
  ]);
  await markDuplicates(tx, [
    ...here.map(({ claimId, denialId }) => ({ claimId, denialId })),
    ...[...attached].map(([place, { denialId }]) => ({ claimId: ids[place]!, denialId })),
  ]);
  return { denials: opened.length - here.length, duplicates: here.length + attached.size };
}

async function openFresh(
  tx: Tx,
  now: Date,
  actor: Actor,
  row: ImportRow,
  batch: readonly JudgedClaim[],
  ids: readonly string[],
  { attached, suspicions }: EarlierFound,
): Promise<(OpenedDenial & { claimId: string; claim: ClaimRecord })[]> {
  const places: number[] = [];
  const facts = batch.flatMap(({ claim, opening, sameKeyBefore }, place) => {
    if (!opening || attached.has(place)) return [];
    places.push(place);
    const suspicion = suspicions.get(place) ?? null;
    return [{ ...factsOf(claim, ids[place]!, opening), suspicion, sameKeyBefore, openedBy: row.createdBy }];
  });
  const opened = await openDenials(tx, now, actor, facts);
  return opened.map((denial, nth) => ({
    ...denial,
    claimId: ids[places[nth]!]!,
    claim: batch[places[nth]!]!.claim,
  }));
}

/** Links claims that came again to the claim that opened their denial. */
async function markDuplicates(tx: Tx, found: { claimId: string; denialId: string }[]): Promise<void> {
  if (found.length === 0) return;
  await tx.run(sql`
    update claim c set duplicate_of = d.claim_id
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f("claimId" uuid, "denialId" uuid)
    join denial d on d.id = f."denialId"
    where c.id = f."claimId" and d.claim_id <> c.id`);
}
