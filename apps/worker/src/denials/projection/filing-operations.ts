import { sayDate } from '@overturn/domain/dates/iso-date';
import { sql } from '@overturn/data/database/database';
import { writeAudit } from '@overturn/data/audit/audit';
import type { FilingPurpose, Op, Tier } from '@overturn/workflows/activities';
import { OVERDUE_TELLS, TIERS } from '@overturn/domain/clocks/tiers';
import { TIMER } from './step-context.ts';
import type { NewNotice, StepContext } from './step-context.ts';

type Of<Name extends Op['op']> = Extract<Op, { op: Name }>;

/** Whom the tier tells, as the domain's table has it. */
function toldOf(tier: Tier, hasOwner: boolean): readonly NewNotice['tell'][] {
  const row = TIERS.find((one) => one.tier === tier);
  if (!row) return OVERDUE_TELLS;
  return row.tells.map((tell) => (tell === 'owner' && !hasOwner ? row.whenNoOwner : tell));
}

/** What is filed, in words. */
export const WHAT: Record<FilingPurpose, string> = {
  appeal: 'Appeal',
  'open-negotiation': 'Open negotiation',
  'contract-dispute': 'Provider dispute',
};
const SAYS: Record<Tier, (what: string, safe: string, legal: string) => string> = {
  'T-20': (what, safe) => `${what}: 20 business days to the safe date ${safe}.`,
  'T-10': (what, safe) => `${what}: 10 business days to the safe date ${safe}.`,
  'T-5': (what, safe) => `${what}: 5 business days to the safe date ${safe}.`,
  'T-1': (what, safe) => `${what}: tomorrow is the safe date ${safe}.`,
  safe: (what, safe, legal) => `${what}: the safe date ${safe} is here; the legal date is ${legal}. File today.`,
  overdue: (what, _, legal) => `${what}: overdue. The legal date ${legal} has passed without proof of filing.`,
};

export async function raiseTier(context: StepContext, { purpose, tier, dueOn }: Of<'raise-tier'>): Promise<void> {
  const { tx, step, now, rows, timeline, notices } = context;
  const told = toldOf(tier, rows.denial.owner_id !== null);
  const deadline = await tx.row<{ legal_due_on: string; citation: string }>(sql`
    select legal_due_on, citation from deadline where denial_id = ${step.denialId} and purpose = ${purpose}`);
  const sentence = SAYS[tier](WHAT[purpose], sayDate(dueOn), deadline ? sayDate(deadline.legal_due_on) : 'unknown');
  if (tier === 'overdue') {
    await tx.run(
      sql`update deadline set state = 'missed' where denial_id = ${step.denialId} and purpose = ${purpose} and state = 'running'`,
    );
  }
  await writeAudit(tx, TIMER, now, {
    act: `deadline.${tier}`,
    subject: { kind: 'deadline', id: purpose },
    denialId: step.denialId,
    after: { tier, safeDueOn: dueOn, told: told },
  });
  timeline.push({
    actor: TIMER,
    code: `tier.${tier}`,
    sentence: `${sentence} Told: ${told.join(', ')}.`,
    citation: deadline?.citation ?? null,
  });
  const dedupeKey = `${purpose}/${tier}/${tier === 'overdue' ? step.now.slice(0, 10) : dueOn}`;
  notices.push(...told.map((tell) => ({ tell, code: `tier.${tier}`, sentence, dedupeKey })));
}
