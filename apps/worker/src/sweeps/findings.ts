import { sql } from '@overturn/data/database/database';
import type { Tx } from '@overturn/data/database/database';

export interface Found {
  organization_id: string;
  denial_id: string;
}
export interface Finding {
  kind: string;
  sentence: string;
  /** What was done about it, where that is so. */
  repair?: string;
}

/** Says what disagrees at `/api/health`: once while it lasts, and each time when it was repaired. */
export async function reportFinding(
  tx: Tx,
  now: Date,
  { organization_id, denial_id }: Found,
  { kind, sentence, repair }: Finding,
): Promise<void> {
  const dedupeKey = `${kind}/${denial_id}${repair ? `/${now.toISOString()}` : ''}`;
  await tx.run(sql`
    insert into finding (organization_id, denial_id, kind, sentence, dedupe_key, found_at, repaired_at, repair)
    values (${organization_id}, ${denial_id}, ${kind}, ${sentence}, ${dedupeKey}, ${now}, ${repair ? now : null}, ${repair ?? null})
    on conflict (dedupe_key) do update set repaired_at = null where finding.repair is null`);
}
