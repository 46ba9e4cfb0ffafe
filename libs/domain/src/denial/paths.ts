/** What a path asks of the payer first. It decides the road: a request waits for an answer, a correction for a new remittance, an appeal is filed at once. */
export type PathAsks = 'correction' | 'exception' | 'appeal' | 'nothing';

const PATH_TABLE = [
  {
    path: 'correction',
    label: 'Correction or reprocessing',
    asks: 'correction',
    when: 'In network on the date after all, or the claim carries a wrong NPI, Tax ID or place of service.',
  },
  {
    path: 'referral-or-authorization',
    label: 'Referral or authorization correction',
    asks: 'exception',
    when: 'The referral or authorization exists, does not match, or can be asked for after the fact.',
  },
  {
    path: 'no-surprises',
    label: 'No Surprises Act correction',
    asks: 'exception',
    when: 'Emergency, ancillary care at a participating facility, or other care there without valid consent.',
  },
  {
    path: 'directory-misinformation',
    label: 'Directory misinformation',
    asks: 'exception',
    when: 'The directory or the plan said in network.',
  },
  {
    path: 'continuity-of-care',
    label: 'Continuity of care',
    asks: 'exception',
    when: 'The provider left the network while a continuing-care patient was in treatment.',
  },
  {
    path: 'access-gap',
    label: 'Network gap: access',
    asks: 'exception',
    when: 'No participating provider within the distance or wait standard.',
  },
  {
    path: 'expertise-gap',
    label: 'Network gap: expertise',
    asks: 'exception',
    when: 'Nobody in the network can do it.',
  },
  {
    path: 'single-case-agreement',
    label: 'Single case agreement',
    asks: 'exception',
    when: 'The gap is granted or the options are inadequate, and the rate is open.',
  },
  {
    path: 'underpayment',
    label: 'Out-of-network underpayment',
    asks: 'appeal',
    when: 'Paid at the out-of-network rate.',
  },
  { path: 'appeal', label: 'Appeal', asks: 'appeal', when: 'The exception was refused, or the filing date forces it.' },
  {
    path: 'external-review',
    label: 'External review',
    asks: 'appeal',
    when: 'The internal levels are done or deemed done.',
  },
  {
    path: 'regulator-complaint',
    label: 'Regulator complaint',
    asks: 'appeal',
    when: 'The payer missed its own deadline.',
  },
  { path: 'no-ground', label: 'No ground', asks: 'nothing', when: 'Nothing applies, or the evidence does not exist.' },
] as const satisfies readonly { path: string; label: string; asks: PathAsks; when: string }[];

export type PathId = (typeof PATH_TABLE)[number]['path'];
/** What the payer is not asked first: an appeal, or what stands for one. */
export type AppealPathId = Extract<(typeof PATH_TABLE)[number], { asks: 'appeal' }>['path'];
export interface PathRow {
  path: PathId;
  label: string;
  asks: PathAsks;
  when: string;
}

export const PATHS: readonly PathRow[] = PATH_TABLE;
export const PATH_IDS: readonly PathId[] = PATH_TABLE.map((row) => row.path);

export const isAppealPath = (path: PathId): path is AppealPathId => pathRow(path).asks === 'appeal';

export function pathRow(path: PathId): PathRow {
  return PATHS.find((row) => row.path === path)!;
}
