import type { Asker, PayerRow } from '../payers/payer-rows.ts';
import type { ScreenFacts } from './findings.ts';

export interface WhoMayAsk {
  /** Empty: not known. */
  askers: readonly Asker[];
  /** The member's rights are used: a representative form has to be signed. */
  needsForm: boolean;
  sentence: string;
}

const BY_STANDING: Record<ScreenFacts['standing'], readonly Asker[]> = {
  provider: ['provider'],
  member: ['member'],
  both: ['provider', 'member'],
  unknown: [],
};
const WORDS: Record<Asker, string> = {
  provider: 'the provider',
  member: 'the member',
  'in-network-provider': 'an in-network provider',
};

/** A corrected claim is no request: whoever billed it sends it. */
export const THE_BILLER: WhoMayAsk = {
  askers: ['provider'],
  needsForm: false,
  sentence: 'The provider sends the corrected claim itself: nobody’s rights are needed.',
};

/** Who may start it: the payer's own rule before the group codes. */
export function whoMayAsk({ standing }: Pick<ScreenFacts, 'standing'>, payer: PayerRow | undefined): WhoMayAsk {
  const askers = payer?.askedBy ?? BY_STANDING[standing];
  const needsForm = askers.length > 0 && !askers.includes('provider');
  const who = askers.map((asker) => WORDS[asker]).join(' or ');
  const source = payer?.askedBy ? ` by the payer’s rule, verified on ${payer.verifiedOn}` : '';
  return {
    askers,
    needsForm,
    sentence:
      askers.length === 0
        ? 'Who may ask is not known: neither group code nor payer rule says it.'
        : `Only ${who} may ask${source}${needsForm ? '; for us with a representative form' : ''}.`,
  };
}
