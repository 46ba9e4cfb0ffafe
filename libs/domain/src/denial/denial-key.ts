import type { IsoDate } from '../dates/iso-date.ts';

export interface PayerIds {
  /** N104 of the payer. */
  n104?: string | undefined;
  /** REF 2U. */
  ref2u?: string | undefined;
  trn03?: string | undefined;
  name?: string | undefined;
}

export type DenialKeyFacts =
  | {
      source: 'remittance';
      organizationId: string;
      payer: PayerIds;
      /** CLP07. */
      payerClaimNumber?: string | undefined;
      /** CLP01. */
      claimNumber: string;
      serviceFrom?: IsoDate | undefined;
      serviceTo?: IsoDate | undefined;
      /** How many claims of the same remittance came before with the same key: two of one remittance are never one denial. */
      occurrence?: number;
    }
  | { source: 'request'; organizationId: string; externalId: string };

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toUpperCase();

/** The payer as received: the first id there is, else its name. */
export function payerKey({ n104, ref2u, trn03, name }: PayerIds): string {
  const ids: [string, string | undefined][] = [
    ['N104', n104],
    ['2U', ref2u],
    ['TRN03', trn03],
    ['NAME', name],
  ];
  const found = ids.find(([, value]) => value?.trim());
  return found ? `${found[0]}:${plain(found[1]!)}` : 'NONE:';
}

/**
 * One denial, one key; the same facts give the same text. Judgements (class, trigger, payer row) are no part of it.
 * It holds claim numbers: for the database only.
 */
export function denialKey(facts: DenialKeyFacts): string {
  if (facts.source === 'request') return JSON.stringify([facts.organizationId, 'REQUEST', facts.externalId]);
  const { organizationId, payer, payerClaimNumber, claimNumber, serviceFrom, serviceTo, occurrence = 0 } = facts;
  const claim = payerClaimNumber?.trim()
    ? ['CLP07', plain(payerClaimNumber)]
    : ['CLP01', plain(claimNumber), serviceFrom ?? '', serviceTo ?? serviceFrom ?? ''];
  return JSON.stringify([organizationId, payerKey(payer), ...claim, ...(occurrence > 0 ? [`#${occurrence}`] : [])]);
}
