import { type PathId, pathRow } from '../denial/paths.ts';
import type { PayerRow } from '../payers/payer-rows.ts';
import { reachOf } from './alternatives.ts';
import type { ScreenFacts } from './findings.ts';
import type { PathProofRow } from './path-grounds.ts';
import { type ProofId, PROOFS, type ProofsHeld } from './proofs.ts';
import { whoMayAsk } from './who-may-ask.ts';

export interface HeldProof {
  proof: ProofId;
  label: string;
  needed: number;
  have: number;
  state: 'held' | 'lacking' | 'does-not-exist';
  isEssential: boolean;
}

/** What a path must show, by its rows, the payer's and who asks; and what of it is there. */
export function proofsFor(
  path: PathId,
  facts: ScreenFacts,
  payer: PayerRow | undefined,
  rows: readonly PathProofRow[],
): HeldProof[] {
  const held = { ...ofTheLog(facts), ...facts.proofs };
  const isRequest = pathRow(path).asks !== 'correction';
  const needs: PathProofRow[] = [
    ...rows.filter((row) => row.path === path),
    ...(payer?.authorizationFirst && pathRow(path).asks === 'exception'
      ? [{ path, proof: 'authorization-number' as const, essential: true as const }]
      : []),
    ...(isRequest && whoMayAsk(facts, payer).needsForm ? [{ path, proof: 'representative-form' as const }] : []),
  ];
  return needs.map(({ proof, least = 1, essential = false }) => {
    const needed = proof === 'contacts' ? Math.max(least, payer?.minimumContacts ?? least) : least;
    const found = held[proof] ?? 0;
    const have = found === 'none' ? 0 : found;
    return {
      proof,
      label: PROOFS.find((row) => row.proof === proof)!.label,
      needed,
      have,
      state: found === 'none' ? 'does-not-exist' : have >= needed ? 'held' : 'lacking',
      isEssential: essential,
    };
  });
}

/** What the log of in-network providers proves by itself. */
function ofTheLog({ alternatives = [], standard }: ScreenFacts): ProofsHeld {
  const { contacted, distances, waitQuotes, refusals } = reachOf(alternatives, standard);
  return { contacts: contacted, distances, 'wait-quotes': waitQuotes, refusals };
}
