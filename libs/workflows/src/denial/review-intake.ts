import type { ClosureReason, Stage } from '@overturn/domain';
import type { Case } from './case.ts';

/** What a reviewer may find, beside "complete and right". */
export const CLOSES: Partial<Record<string, ClosureReason>> = {
  'not-a-network-denial': 'not-a-network-denial',
  duplicate: 'duplicate',
  'too-late': 'too-late',
};

/** Asks a person until the intake is sound: a filing date already past, a class that is unsure, a claim that came before. */
export async function reviewIntake(denial: Case): Promise<Stage> {
  for (let round = 1; round === 1 || denial.state.facts.reviewWhy; round++) {
    const key = denial.here(`review-intake/${round}`);
    const { outcome } = await denial.mustAsk({
      kind: 'review-intake',
      key,
      why: denial.state.facts.reviewWhy ?? 'intake',
    });
    await denial.once(`${key}/applied`);
    const closes = CLOSES[outcome];
    if (closes) return closeAs(denial, closes);
  }
  return 'verify-network';
}

export function closeAs(denial: Case, reason: ClosureReason): Stage {
  denial.state.closeReason = reason;
  return 'closed';
}
