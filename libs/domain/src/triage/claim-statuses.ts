export interface ClaimStatusRow {
  /** CLP02. */
  status: string;
  label: string;
  /** What makes the reading unsure until a person has looked. */
  unsureBecause?: string;
}

/** CLP02. A network denial comes mostly with 1, 2 or 3 and nothing paid: the adjustments say what happened, not the status. */
export const CLAIM_STATUSES: readonly ClaimStatusRow[] = [
  { status: '1', label: 'processed as primary' },
  { status: '2', label: 'processed as secondary' },
  { status: '3', label: 'processed as tertiary' },
  { status: '4', label: 'denied' },
  { status: '19', label: 'primary, forwarded' },
  { status: '20', label: 'secondary, forwarded' },
  { status: '21', label: 'tertiary, forwarded' },
  {
    status: '22',
    label: 'reversal',
    unsureBecause: 'The claim is a reversal (CLP02 22): check which payment it takes back.',
  },
  { status: '23', label: 'not ours, forwarded' },
  { status: '25', label: 'predetermination: nothing was paid for' },
];

export const claimStatusRow = (status: string | undefined): ClaimStatusRow | undefined =>
  CLAIM_STATUSES.find((row) => row.status === status);
