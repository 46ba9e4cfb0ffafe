import { denialKey } from '@overturn/domain';
import type { DenialKeyFacts, PayerIds } from '@overturn/domain';
import type { DenialFacts } from './open-facts.ts';

type KeyFacts = Pick<
  DenialFacts,
  'payer' | 'payerClaimNumber' | 'claimNumber' | 'serviceFrom' | 'serviceTo' | 'sameKeyBefore' | 'source' | 'externalId'
>;

const KINDS: Record<string, keyof PayerIds> = { N104: 'n104', '2U': 'ref2u', TRN03: 'trn03', NAME: 'name' };

/** A payer's identifier as kept (`N104:87726`), taken apart again. */
export function payerIdsOf(identifier: string): PayerIds {
  const colon = identifier.indexOf(':');
  const kind = KINDS[identifier.slice(0, colon)];
  return kind ? { [kind]: identifier.slice(colon + 1) } : {};
}

/**
 * The key of a denial. A letter that names its claim has the key that a remittance gives the same claim; a pre-service
 * request, or a letter without a claim number, goes by its external id.
 */
export function keyOf(organizationId: string, facts: KeyFacts): string {
  return denialKey(keyFactsOf(organizationId, facts));
}

function keyFactsOf(organizationId: string, facts: KeyFacts): DenialKeyFacts {
  const namesClaim = Boolean(facts.payerClaimNumber || facts.claimNumber);
  if (facts.source === 'pre-service' || !namesClaim) {
    if (!facts.externalId) throw new Error('A denial without a claim number needs an external id, given or generated.');
    return { source: 'request', organizationId, externalId: facts.externalId };
  }
  return {
    source: 'remittance',
    organizationId,
    payer: payerIdsOf(facts.payer.identifier),
    payerClaimNumber: facts.payerClaimNumber ?? undefined,
    claimNumber: facts.claimNumber ?? '',
    serviceFrom: facts.serviceFrom ?? undefined,
    serviceTo: facts.serviceTo ?? undefined,
    occurrence: facts.sameKeyBefore,
  };
}
