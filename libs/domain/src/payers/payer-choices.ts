import { type PathId, PATHS, pathRow } from '../denial/paths.ts';

/** What a row may be about and may say: each list has its one home here. */
export const PURPOSES = [
  { value: 'exception', label: 'Network exception' },
  { value: 'authorization', label: 'Referral or authorization' },
  { value: 'appeal-1', label: 'Appeal, level 1' },
  { value: 'appeal-2', label: 'Appeal, level 2' },
  { value: 'correction', label: 'Corrected claim' },
  { value: 'status', label: 'Asking where it stands' },
] as const;
export type Purpose = (typeof PURPOSES)[number]['value'];

/** A denial tells the plan's type and no finer product. */
export const PRODUCTS = [
  { value: 'hmo', label: 'HMO' },
  { value: 'epo', label: 'EPO' },
  { value: 'ppo', label: 'PPO' },
  { value: 'pos', label: 'POS' },
  { value: 'indemnity', label: 'Indemnity' },
] as const;

export const ASKERS = [
  { value: 'member', label: 'The member' },
  { value: 'provider', label: 'The provider' },
  { value: 'in-network-provider', label: 'An in-network provider' },
] as const;

export const CHANNEL_KINDS = [
  { value: 'phone', label: 'Phone' },
  { value: 'fax', label: 'Fax' },
  { value: 'portal', label: 'Portal' },
  { value: 'mail', label: 'Mail' },
  { value: '278', label: 'X12 278' },
  { value: 'api', label: 'API' },
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number]['value'];

/** Sent by the engine, done by staff with proof recorded, or outside altogether. */
export const CHANNEL_MODES = [
  { value: 'real', label: 'Real: the engine sends it' },
  { value: 'assisted', label: 'Assisted: staff sends it, the proof is recorded' },
  { value: 'manual', label: 'Manual: staff does it outside' },
] as const;

/** Grounds for an exception are the paths that ask for one. */
export const EXCEPTION_GROUNDS = PATHS.filter(({ asks }) => asks === 'exception').map(({ path, label }) => ({
  value: path,
  label,
}));

export const STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI'.split(
    ' ',
  );

const PURPOSE_OF = { correction: 'correction', exception: 'exception', appeal: 'appeal-1', nothing: 'status' } as const;

/** Which of the payer's rows a path is asked under. */
export function purposeOf(path: PathId, appealsLost = 0): Purpose {
  if (path === 'referral-or-authorization') return 'authorization';
  const purpose = PURPOSE_OF[pathRow(path).asks];
  return purpose === 'appeal-1' && appealsLost > 0 ? 'appeal-2' : purpose;
}
