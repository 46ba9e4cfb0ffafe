import { REGIMES } from '../regime/regimes.ts';
import type { FieldOption, FieldRow, Need } from './task-kind-row.ts';

/** How a packet reached the payer. */
export const CHANNELS = [
  { value: 'portal', label: 'Portal' },
  { value: 'fax', label: 'Fax' },
  { value: 'mail', label: 'Mail' },
  { value: 'email', label: 'E-mail' },
  { value: 'phone', label: 'Phone' },
] as const satisfies readonly FieldOption[];
export type Channel = (typeof CHANNELS)[number]['value'];

export const BENEFIT_LEVELS = [
  { value: 'in-network', label: 'In-network benefits' },
  { value: 'out-of-network', label: 'Out-of-network benefits' },
  { value: 'other', label: 'Another level' },
  { value: 'not-said', label: 'Not said' },
] as const satisfies readonly FieldOption[];
export type BenefitLevel = (typeof BENEFIT_LEVELS)[number]['value'];

export const NETWORK_STATUSES = [
  { value: 'in', label: 'In network' },
  { value: 'out', label: 'Out of network' },
  { value: 'other-tier', label: 'In another tier or elsewhere' },
  { value: 'unknown', label: 'Unknown' },
] as const satisfies readonly FieldOption[];
export type NetworkStatus = (typeof NETWORK_STATUSES)[number]['value'];

export const REGIME_OPTIONS: readonly FieldOption[] = REGIMES.map(({ regime, label }) => ({ value: regime, label }));

export const PLAN_TYPES = [
  { value: 'hmo', label: 'HMO' },
  { value: 'epo', label: 'EPO' },
  { value: 'ppo', label: 'PPO' },
  { value: 'pos', label: 'POS' },
  { value: 'indemnity', label: 'Indemnity' },
  { value: 'unknown', label: 'Unknown' },
] as const satisfies readonly FieldOption[];
export type PlanType = (typeof PLAN_TYPES)[number]['value'];

export const reason = (...forOutcomes: string[]): FieldRow => ({
  name: 'reason',
  label: 'Reason',
  type: 'longText',
  help: 'Your name and the time are kept with it.',
  ...(forOutcomes.length > 0 && { forOutcomes }),
});

/** Proof that something left us: the same four fields wherever something is sent. */
export const proofOfSending = (...forOutcomes: string[]): FieldRow[] => [
  { name: 'sentOn', label: 'Sent on', type: 'date', startsFrom: 'today', forOutcomes },
  { name: 'channel', label: 'Sent by', type: 'choice', options: CHANNELS, startsFrom: 'payerChannel', forOutcomes },
  {
    name: 'proofNumber',
    label: 'Confirmation number',
    type: 'text',
    forOutcomes,
    help: 'Portal, fax or tracking number, or the call’s reference.',
  },
  { name: 'proofFile', label: 'Confirmation page', type: 'file', forOutcomes },
];
export const PROOF_NEEDS: readonly Need[] = ['sentOn', 'channel', ['proofNumber', 'proofFile']];

/** One contact with the payer, short enough to type during the call. */
export const contact = (...forOutcomes: string[]): FieldRow[] => {
  const shown = forOutcomes.length > 0 ? { forOutcomes } : {};
  return [
    { name: 'contactedOn', label: 'Contacted on', type: 'date', startsFrom: 'today', ...shown },
    { name: 'reference', label: 'Call or message reference', type: 'text', ...shown },
    { name: 'representative', label: 'Who answered', type: 'text', ...shown },
  ];
};
