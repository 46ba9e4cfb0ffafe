import type { Actor } from '../audit/audit.ts';
import { withFacts } from '../claims/claim-facts.ts';
import { auditToldFacts, readToldFacts } from '../claims/told-facts.ts';
import type { Tx } from '../database/database.ts';
import { findEarlier } from './earlier-claims.ts';
import type { ImportRow } from './import-row.ts';
import type { JudgedClaim } from './claim-judge.ts';
import { openWritten } from './open-written.ts';
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
  const earlier = await findEarlier(
    tx,
    claims.map((claim, place) => ({ claim, remittanceId: row.id, isDenied: batch[place]!.opening !== null })),
  );
  const ids = await writeClaims(tx, now, row.id, claims);
  const written = batch.map((judged, place) => ({ ...judged, claimId: ids[place]! }));
  const opened = await openWritten(tx, now, actor, row.createdBy, written, earlier);
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
  const denials = opened.filter(({ isNew }) => isNew).length;
  return { denials, duplicates: opened.length - denials };
}
