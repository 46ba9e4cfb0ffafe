import { lacks } from '@overturn/domain';
import type { PacketFacts, PathId } from '@overturn/domain';
import { slotStates } from '@overturn/domain/denial/evidence-slots';
import { purposeOf } from '@overturn/domain/payers/payer-choices';
import { payerRow } from '@overturn/domain/payers/payer-rows';
import { orUnknown } from './known-values.ts';
import type { ScreenRows } from './screen-rows.ts';

/** What a claim brings to a packet. */
export type ClaimFacts = Omit<PacketFacts, 'evidence'>;

/** What keeps a packet on this path from going out, one sentence each: the gate of page and workflow. */
export function packetLacks(claim: ClaimFacts, path: PathId | null, rows: ScreenRows): string[] {
  const { payer, planType, state } = rows.denial;
  const purpose = path ? purposeOf(path) : 'exception';
  const about = { payer, product: orUnknown(planType), state: orUnknown(state), purpose };
  const facts = { ...claim, evidence: slotStates(rows.evidence) };
  return lacks(facts, payerRow(about, rows.payerRules)).map(({ sentence }) => sentence);
}
