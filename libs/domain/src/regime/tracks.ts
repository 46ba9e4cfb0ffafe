import type { ClockPolicy } from '../clocks/clock-row.ts';
import { earliestDates } from '../clocks/earliest-dates.ts';
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
import { NO_TERMS, planUnder } from '../payers/payer-terms.ts';
import type { RarcRow } from '../triage/rarc-table.ts';
import type { RegimeVerdict } from './judge-regime.ts';
import { type RegimeData, regimeData, REGIMES } from './regimes.ts';

/** A road of law on which something is filed; several may hold of one denial, each with its own clocks. */
export type TrackId = 'appeal' | 'contract-dispute' | 'federal-dispute' | 'state-dispute';

export interface TrackFacts {
  regime: RegimeVerdict;
  remarks: readonly string[];
  /** Something says that a contract is in force (`contractHint`). */
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

type Opens = 'always' | 'contract-hint' | 'negotiation-remark' | 'state-remark';
interface TrackRow {
  track: TrackId;
  opens: Opens;
  /** Absent: the denial's own regime, with its rows. */
  regime?: string;
  clocks?: readonly string[];
  needs: readonly string[];
  says: string;
}

export const TRACKS: readonly TrackRow[] = [
  { track: 'appeal', opens: 'always', needs: [], says: 'An appeal under the plan’s own rules.' },
  {
    track: 'contract-dispute',
    opens: 'contract-hint',
    regime: 'contract',
    clocks: ['contract.dispute.file'],
    needs: ['contract-proof'],
    says: 'A provider dispute under the contract, beside the member’s appeal.',
  },
  {
    track: 'federal-dispute',
    opens: 'negotiation-remark',
    regime: 'no-surprises',
    clocks: [NEGOTIATION_CLOCK],
    needs: [],
    says: 'The federal negotiation, then the dispute process.',
  },
  {
    track: 'state-dispute',
    opens: 'state-remark',
    regime: 'state',
    clocks: [],
    needs: [],
    says: 'A state’s dispute process: no row knows its dates, so ask for them.',
  },
];

/** The roads that are open beside each other. */
export function tracksOf(
  facts: TrackFacts,
  rarcs: readonly RarcRow[],
  regimes: readonly RegimeData[] = REGIMES,
  rows: readonly TrackRow[] = TRACKS,
): Track[] {
  const { regime, remarks, contractHint } = facts;
  const said = rarcs.filter(({ rarc }) => remarks.includes(rarc));
  const isOpen: Record<Opens, boolean> = {
    always: true,
    'contract-hint': contractHint,
    'negotiation-remark': negotiates(remarks, regime.settled ? regime.regime : 'unknown', rarcs, regimes),
    'state-remark': said.some(({ surprises }) => surprises && surprises.law !== 'federal'),
  };
  const own = regimeData(regime.regime, regimes);
  return rows
    .filter((row) => isOpen[row.opens] && row.regime !== regime.regime)
    .map((row) => ({
      track: row.track,
      regime: row.regime ?? regime.regime,
      clocks: row.clocks ?? own.files,
      needs: [...row.needs, ...(row.regime ? [] : needsOf(facts, own))],
      sentence: row.regime ? row.says : `${row.says} ${own.label}${regime.settled ? '' : ', not settled'}.`,
    }));
}

/** Whose rights an appeal uses decides what must be signed. */
const needsOf = ({ standing }: TrackFacts, { providerNeeds = [] }: RegimeData): string[] => [
  ...(standing === 'provider' ? [] : ['representative-form']),
  ...(standing === 'member' ? [] : providerNeeds),
];

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
  const under = planUnder(facts.payer ?? NO_TERMS, policy);
  return tracks.map(({ track, clocks }) => {
    if (track === 'appeal') return { track, ...reckonFiling(facts, policy, rules) };
    const leftOut: LeftOut[] = [];
    const found = earliestDates(clocks.flatMap((id) => filingClock(id, facts, under, rules.rows, leftOut)));
    return { track, ...(found ?? { lost: [] }), leftOut };
  });
}
