import { writeAudits } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { jsonRows } from '../intake/json-rows.ts';
import { openWritten } from '../intake/open-written.ts';
import type { OpenedClaim } from '../intake/open-written.ts';
import type { RuleChangeRow } from '../rules/rule-change-rows.ts';
import { sayChange } from '../rules/say-change.ts';
import { addLines } from '../timeline/add-to-timeline.ts';
import { reclassed } from './foresee-kept.ts';
import type { KeptCounts } from './foresee-kept.ts';
import type { Weighed } from './weigh-kept.ts';

/**
 * Gives kept claims the class that they have now, and opens the denials of those that open one, as their remittance would
 * have. Each denial's timeline and the audit say by which change, who proposed it and who approved it.
 */
export async function openKept(
  tx: Tx,
  now: Date,
  engine: Actor,
  change: RuleChangeRow,
  weighed: Weighed,
): Promise<KeptCounts> {
  const { claims, earlier } = weighed;
  const { decidedBy } = change;
  const openedBy = decidedBy?.kind === 'person' ? decidedBy.id : null;
  const opened = await openWritten(tx, now, engine, openedBy, claims, earlier);
  await keepClasses(tx, claims);
  await tell(tx, now, engine, change, weighed, opened);
  const fresh = opened.filter(({ isNew }) => isNew).map(({ denialId }) => denialId);
  const { amountCents, past } = (await tx.row<{ amountCents: number; past: number }>(sql`
    select coalesce(sum(amount_cents), 0)::bigint "amountCents", count(*) filter (where missed_before_intake) past
    from denial where id = any(${fresh}::uuid[])`))!;
  return {
    opens: fresh.length,
    amountCents,
    past,
    joins: opened.length - fresh.length,
    reclassed: reclassed(weighed).length,
  };
}

/** Class and `opens` of claims and lines as they are now. */
async function keepClasses(tx: Tx, claims: Weighed['claims']): Promise<void> {
  const rows = claims.map(({ claimId, claim }) => ({ claimId, class: claim.class, opens: claim.opens }));
  await tx.run(sql`
    update claim c set class = r.class, opens = r.opens
    from jsonb_to_recordset(${jsonRows(rows)}::jsonb) as r("claimId" uuid, class text, opens boolean)
    where c.id = r."claimId" and (c.class, c.opens) is distinct from (r.class, r.opens)`);
  const lines = claims.flatMap(({ claimId, claim }) =>
    claim.lines.map(({ ordinal, class: name }) => ({ claimId, ordinal, class: name })),
  );
  await tx.run(sql`
    update claim_line l set class = r.class
    from jsonb_to_recordset(${jsonRows(lines)}::jsonb) as r("claimId" uuid, ordinal int, class text)
    where l.claim_id = r."claimId" and l.ordinal = r.ordinal and l.class is distinct from r.class`);
}

async function tell(
  tx: Tx,
  now: Date,
  engine: Actor,
  change: RuleChangeRow,
  { claims }: Weighed,
  opened: readonly OpenedClaim[],
): Promise<void> {
  const { id: changeId, key, citation, proposedBy } = change;
  const actor = change.decidedBy ?? engine;
  const sentence = `Its claim was kept until its codes opened it. ${sayChange(change)}.`;
  await addLines(
    tx,
    now,
    opened
      .filter(({ isNew }) => isNew)
      .map(({ denialId }) => ({ denialId, actor, code: 'rule.opened', sentence, citation })),
  );
  const denialOf = new Map(opened.map((one) => [one.claimId, one]));
  const acts = claims.flatMap(({ claim, claimId, classBefore }) => {
    const has = denialOf.get(claimId);
    if (!has && claim.class === classBefore) return [];
    return {
      act: has ? (has.isNew ? 'claim.opened-by-rule' : 'claim.joined-by-rule') : 'claim.classed-by-rule',
      subject: { kind: 'claim', id: claimId },
      denialId: has?.denialId ?? null,
      before: { class: classBefore },
      after: { class: claim.class, changeId, rule: key, proposedBy: proposedBy.name, approvedBy: actor.name },
    };
  });
  await writeAudits(tx, engine, now, acts);
}
