import type { Stage } from '@overturn/domain';
import type { Case } from './case.ts';
import { askForRegime } from './find-regime.ts';
import { rescue } from './rescue.ts';

/** Where each finding leads; a finding without a row is asked again, then goes to a supervisor. */
const LEADS_TO: Record<string, Stage> = {
  'in-network': 'fix-claim',
  'out-of-network': 'choose-path',
  'other-tier': 'choose-path',
  'directory-was-wrong': 'choose-path',
};
const ROUNDS = 2;

/** Verifies billing provider, rendering provider, facility and lines, for the date of service; which rules apply is asked beside it. */
export async function verifyNetwork(denial: Case): Promise<Stage> {
  askForRegime(denial);
  for (let round = 1; round <= ROUNDS; round++) {
    const why = round === 1 ? 'opened' : 'network-unknown';
    const { outcome } = await denial.mustAsk({
      kind: 'verify-network',
      key: denial.here(`verify-network/${round}`),
      why,
    });
    const next = LEADS_TO[outcome];
    if (next) return next;
  }
  const next = await rescue(denial, 'network-unknown', denial.here('verify-network'));
  return next === 'go-on' ? 'choose-path' : next;
}
