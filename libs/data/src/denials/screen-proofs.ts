import { EVIDENCE_SLOTS } from '@overturn/domain';
import type { ProofId, ProofsHeld } from '@overturn/domain/screening/proofs';
import { wordIn } from './known-values.ts';
import type { ScreenRows } from './screen-rows.ts';

/** Which rows are a proof beside the evidence slots, and how many of it there are. */
const PROVEN_BY: Partial<Record<ProofId, (rows: ScreenRows, today: string) => number>> = {
  remittance: ({ claim }) => one(claim?.isFromRemittance),
  'denial-notice': ({ denial }) => one(denial.wording),
  'place-of-service': ({ claim }) => one(claim?.placeOfService),
  'facility-status': ({ denial, told }) =>
    one(told.facilityNetwork ?? isKnown(wordIn(denial.networkStatus, 'facilityStatus'))),
  'consent-form': ({ told }) => one(told.consent),
  'contract-proof': ({ denial }) => one(denial.networkStatus['outcome'] === 'in-network' && hasReference(denial)),
  'directory-answer': ({ denial }) => one(denial.networkStatus['source'] === 'payer-call' && hasReference(denial)),
  'corrected-claim': ({ packets }) => packets.filter(({ purpose }) => purpose === 'correction').length,
  'representative-form': ({ answers }) => answers.filter(({ answer }) => wordIn(answer, 'representativeForm')).length,
  'final-denial': ({ appeals }) => appeals.filter(({ state }) => state === 'lost').length,
  'clock-record': ({ owed }, today) => owed.filter(({ lateOn }) => lateOn <= today).length,
};

/** How much of each proof there is. A slot that was filled counts, whatever was said of it before. */
export function proofsHeld(rows: ScreenRows, today: string): ProofsHeld {
  const held: ProofsHeld = {};
  for (const { slot } of EVIDENCE_SLOTS) {
    const ofSlot = rows.evidence.filter((row) => row.slot === slot);
    const captured = ofSlot.filter(({ doesNotExist }) => !doesNotExist).length;
    if (ofSlot.length > 0) held[slot] = captured > 0 ? captured : 'none';
  }
  for (const [proof, count] of Object.entries(PROVEN_BY)) {
    const have = count(rows, today);
    if (have > 0) held[proof as ProofId] = have;
  }
  return held;
}

const one = (fact: unknown): number => (fact ? 1 : 0);
const isKnown = (status: string | undefined): boolean => status !== undefined && status !== 'unknown';
const hasReference = ({ networkStatus }: ScreenRows['denial']): boolean =>
  (wordIn(networkStatus, 'reference') ?? wordIn(networkStatus, 'capture')) !== undefined;
