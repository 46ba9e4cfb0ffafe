import type { Stage } from '@overturn/domain';
import type { Case } from './case.ts';
import { rescue } from './rescue.ts';

/** In network after all: the claim is corrected and resubmitted with proof, not appealed. */
export async function fixClaim(denial: Case): Promise<Stage> {
  const key = denial.here('fix-claim');
  const { outcome } = await denial.mustAsk({ kind: 'fix-claim', key, why: 'in-network' });
  if (outcome === 'resubmitted') {
    denial.state.won = 'correction';
    return 'await-payment';
  }
  const next = await rescue(denial, 'cannot-be-corrected', key);
  return next === 'go-on' ? 'choose-path' : next;
}
