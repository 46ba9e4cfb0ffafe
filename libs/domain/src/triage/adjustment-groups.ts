export type Standing = 'provider' | 'member' | 'both' | 'unknown';

export interface AdjustmentGroupRow {
  /** CAS01. */
  group: string;
  label: string;
  /** Whose appeal rights it points to. */
  standing?: 'provider' | 'member';
  /** The patient is left with it. */
  patientOwes?: true;
  /** What it says on a network code. */
  onNetworkCode?: string;
}

/** Who bears an adjustment. CR occurs in 4010 files only. */
export const ADJUSTMENT_GROUPS: readonly AdjustmentGroupRow[] = [
  { group: 'CO', label: 'contractual: the provider bears it', standing: 'provider' },
  {
    group: 'PR',
    label: 'the patient owes it',
    standing: 'member',
    patientOwes: true,
    onNetworkCode: 'Group PR: often only the member may appeal, so a representative form is needed.',
  },
  { group: 'OA', label: 'other' },
  { group: 'PI', label: 'payer initiated' },
  { group: 'CR', label: 'correction or reversal' },
];

/** Both when one adjustment points to the provider and another to the member. */
export function standingOf(groups: ReadonlySet<string | undefined>): Standing {
  const found = new Set(
    ADJUSTMENT_GROUPS.flatMap(({ group, standing }) => (standing && groups.has(group) ? [standing] : [])),
  );
  const [only = 'unknown'] = found;
  return found.size > 1 ? 'both' : only;
}

export const patientOwes = (group: string): boolean =>
  ADJUSTMENT_GROUPS.some((row) => row.group === group && row.patientOwes === true);
