import { PURPOSES, type Purpose } from '@overturn/domain/payers/payer-choices';

export interface PayersSearch {
  /** The identifier that denials carry. */
  payer?: string;
  /** `all`: rows that hold for every purpose. */
  purpose?: Purpose | 'all';
  stale?: true;
}
const PAYER = /^(N104|2U|TRN03|NAME):.{1,200}$/;
const PURPOSE_IDS = ['all', ...PURPOSES.map(({ value }) => value)] as const;

/** What does not fit falls away, so an old link still opens. */
export function payersSearch({ payer, purpose, stale }: Record<string, unknown>): PayersSearch {
  const known = PURPOSE_IDS.find((one) => one === purpose);
  return {
    ...(typeof payer === 'string' && PAYER.test(payer) && { payer }),
    ...(known && { purpose: known }),
    ...(stale === true && { stale }),
  };
}
