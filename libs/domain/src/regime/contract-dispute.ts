import type { ClockPolicy } from '../clocks/clock-row.ts';
import type { OurDeadline } from '../clocks/evaluation.ts';
import type { FilingFacts, FilingRules } from '../clocks/filing-deadline.ts';
import { judgeRegime } from './judge-regime.ts';
import { trackDeadlines, tracksOf } from './tracks.ts';

/** The filing date of the provider's dispute under the contract, where that road is open beside the appeal. */
export function disputeDeadline(facts: FilingFacts, policy: ClockPolicy, rules: FilingRules): OurDeadline | undefined {
  const { settledRegime, remarks } = facts;
  const tracks = tracksOf(
    { regime: judgeRegime({ settledRegime, remarks }), remarks, contractHint: true, standing: 'unknown' },
    rules.rarcs,
    rules.regimes,
  );
  const dispute = tracks.filter(({ track }) => track === 'contract-dispute');
  const [found] = trackDeadlines(dispute, facts, policy, rules);
  if (!found?.deadline) return undefined;
  const { explain, ...deadline } = found.deadline;
  const leftOut = found.leftOut.map(({ rowId, sentence }) => ({ sentence, input: rowId, output: 'left out' }));
  return { ...deadline, trace: [...explain(), ...leftOut] };
}
