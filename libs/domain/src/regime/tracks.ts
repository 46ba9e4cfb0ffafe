import type { ClockPolicy } from '../clocks/clock-row.ts';
import type { OurReckoning } from '../clocks/evaluation.ts';
import {
  type FilingFacts,
  filingClock,
  type FilingRules,
  type LeftOut,
  NEGOTIATION_CLOCK,
  negotiates,
  reckonFiling,
} from '../clocks/filing-deadline.ts';
import type { RarcRow } from '../triage/rarc-table.ts';
import type { RegimeVerdict } from './judge-regime.ts';
import { type RegimeData, REGIMES } from './regimes.ts';

/** A road of law on which something is filed; several may hold of one denial, each with its own clocks. */
export type TrackId = 'appeal' | 'contract-dispute' | 'federal-dispute' | 'state-dispute';

export interface TrackFacts {
  regime: RegimeVerdict;
  remarks: readonly string[];
  /** Something says that a contract is in force: verified in network, a contract-load code, group CO on a network code. */
  contractHint: boolean;
  /** Whose appeal rights the groups point to. */
  standing: 'provider' | 'member' | 'both' | 'unknown';
}

export interface Track {
  track: TrackId;
  /** The regime whose rows file it. */
  regime: string;
  /** Rows by which it is filed; empty: no row is known, so its date must come from the letter or the state. */
  clocks: readonly string[];
  /** What must be there before it can be filed. */
  needs: readonly string[];
  sentence: string;
}

/** The roads that are open beside each other. */
export function tracksOf(
  { regime, remarks, contractHint, standing }: TrackFacts,
  rarcs: readonly RarcRow[],
  regimes: readonly RegimeData[] = REGIMES,
): Track[] {
  const row = regimes.find((one) => one.regime === regime.regime);
  const settled = regime.settled ? regime.regime : 'unknown';
  const appeal: Track = {
    track: 'appeal',
    regime: regime.regime,
    clocks: row?.files ?? [],
    needs: [
      ...(standing === 'provider' ? [] : ['representative-form']),
      ...(standing !== 'member' && row?.providerNeeds ? row.providerNeeds : []),
    ],
    sentence: `An appeal under ${row?.label ?? regime.regime}${regime.settled ? '' : ', which is not settled'}.`,
  };
  const byContract: Track = {
    track: 'contract-dispute',
    regime: 'contract',
    clocks: ['contract.dispute.file'],
    needs: ['contract-proof'],
    sentence: 'A provider dispute under the contract, beside the member’s appeal.',
  };
  const federal: Track = {
    track: 'federal-dispute',
    regime: 'no-surprises',
    clocks: [NEGOTIATION_CLOCK],
    needs: [],
    sentence: 'The federal negotiation, then the dispute process.',
  };
  const state: Track = {
    track: 'state-dispute',
    regime: 'state',
    clocks: [],
    needs: [],
    sentence: 'A state’s dispute process: no row knows its dates, so ask for them.',
  };
  const said = rarcs.filter(({ rarc }) => remarks.includes(rarc));
  return [
    appeal,
    ...(contractHint && regime.regime !== 'contract' ? [byContract] : []),
    ...(negotiates(remarks, settled, rarcs, regimes) ? [federal] : []),
    ...(said.some(({ surprises }) => surprises && surprises.law !== 'federal') ? [state] : []),
  ];
}

export interface TrackDeadline {
  track: TrackId;
  /** Absent: no row answers. */
  deadline?: OurReckoning;
  lost: readonly OurReckoning[];
  leftOut: readonly LeftOut[];
}

/** The filing date on each road: an appeal by all candidates until the regime is settled, the others by their own rows. */
export function trackDeadlines(
  tracks: readonly Track[],
  facts: FilingFacts,
  policy: ClockPolicy,
  rules: FilingRules,
): TrackDeadline[] {
  return tracks.map(({ track, clocks }) => {
    if (track === 'appeal') return { track, ...reckonFiling(facts, policy, rules) };
    const leftOut: LeftOut[] = [];
    const [deadline, ...lost] = clocks
      .flatMap((id) => filingClock(id, facts, policy, rules.rows, leftOut))
      .sort((a, b) => a.safeDue.localeCompare(b.safeDue));
    return { track, ...(deadline && { deadline }), lost, leftOut };
  });
}
