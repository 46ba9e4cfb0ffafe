import { type RegimeData, REGIMES } from '../regime/regimes.ts';
import { CARC_TABLE, type CarcRow } from './carc-table.ts';
import { byPlace, INTERACTIONS, type InteractionRow } from './interactions.ts';
import { RARC_TABLE, type RarcRow } from './rarc-table.ts';
import type { TriageTables } from './triage-input.ts';
import { WORDING_CLUES, type WordingClue } from './wording-clues.ts';

export interface TriageRules extends TriageTables {
  clues: readonly WordingClue[];
  regimes: readonly RegimeData[];
  /** In their order. */
  interactions: readonly InteractionRow[];
  /** Codes that the organization has classed itself: no interaction judges them again but those that it added. */
  ownCodes: ReadonlySet<string>;
}

/** What an organization knows better. */
export interface OwnTriageRows {
  carcs?: readonly CarcRow[];
  rarcs?: readonly RarcRow[];
  interactions?: readonly InteractionRow[];
  clues?: readonly WordingClue[];
  regimes?: readonly RegimeData[];
}

export const SHIPPED_TRIAGE: TriageRules = {
  carcs: CARC_TABLE,
  rarcs: RARC_TABLE,
  interactions: INTERACTIONS,
  clues: WORDING_CLUES,
  regimes: REGIMES,
  ownCodes: new Set(),
};

/** The shipped rows with the organization's own over them. Its word on a code is final; what a remark starts by law stays. */
export function withOwnRows(own: OwnTriageRows, shipped: TriageRules = SHIPPED_TRIAGE): TriageRules {
  const { carcs = [], rarcs = [], interactions = [], clues = [], regimes = [] } = own;
  const ownCarcs = new Set(carcs.map(({ carc }) => carc));
  const ownRarcs = new Map(rarcs.map((row) => [row.rarc, row]));
  return {
    carcs: [...carcs, ...shipped.carcs.filter(({ carc }) => !ownCarcs.has(carc))],
    rarcs: [
      ...shipped.rarcs.map((row) => ({ ...row, ...ownRarcs.get(row.rarc) })),
      ...rarcs.filter(({ rarc }) => !shipped.rarcs.some((row) => row.rarc === rarc)),
    ],
    interactions: interactionsUnder(interactions, shipped.interactions),
    clues: [...clues, ...shipped.clues],
    regimes: [...regimes, ...shipped.regimes],
    ownCodes: new Set([...shipped.ownCodes, ...ownCarcs, ...ownRarcs.keys()]),
  };
}

/** Its own version of a shipped row stands for it, and leaves alone what that left alone. */
function interactionsUnder(own: readonly InteractionRow[], shipped: readonly InteractionRow[]): InteractionRow[] {
  const ownIds = new Set(own.map(({ id }) => id));
  const shippedIds = new Set(shipped.map(({ id }) => id));
  const placed = ({ id, place }: InteractionRow) => ({ id, place, isOwn: ownIds.has(id) });
  return [
    ...own.map((row) => (shippedIds.has(row.id) ? row : { ...row, isOwn: true as const })),
    ...shipped.filter(({ id }) => !ownIds.has(id)),
  ]
    .filter(({ retired }) => !retired)
    .sort((a, b) => byPlace(placed(a), placed(b)));
}
