import type { InteractionRow } from '../triage/interactions.ts';

interface FaultRow {
  field: string;
  isWrong(row: InteractionRow): boolean;
  says: string;
}

const isEmpty = (value: object | undefined): boolean => value !== undefined && Object.keys(value).length === 0;
const EXPLAINING = 'explaining-remark';
/** A remark is known to be there. */
const hasRemark = ({ beside }: InteractionRow): boolean =>
  beside?.remarks !== undefined || beside?.feature === EXPLAINING;
const placeholders = ({ says }: InteractionRow): string[] => says.match(/\{[^}]*\}/g) ?? [];

/** What cannot be meant by a row, or could never hold. */
const FAULTS: readonly FaultRow[] = [
  {
    field: 'watches',
    isWrong: ({ watches }) => isEmpty(watches),
    says: 'Say which codes it watches: carcs, groups or classes.',
  },
  {
    field: 'beside',
    isWrong: ({ beside }) => isEmpty(beside),
    says: 'Say beside what, a feature, remarks or another code, or leave it out.',
  },
  {
    field: 'beside.other',
    isWrong: ({ beside }) => isEmpty(beside?.other),
    says: 'Say which other code: carcs, groups or classes, or leave it out.',
  },
  { field: 'without', isWrong: ({ without }) => isEmpty(without), says: 'Say without which feature, or leave it out.' },
  {
    field: 'without.feature',
    isWrong: ({ beside, without }) => without?.feature !== undefined && without.feature === beside?.feature,
    says: 'It cannot hold both with this and without it. Leave one of them out.',
  },
  {
    field: 'means',
    isWrong: ({ means }) => isEmpty(means),
    says: 'Say what they mean together: a class, how surely, what it looks like, a question, an answer, or onlySays: true.',
  },
  {
    field: 'means.onlySays',
    isWrong: ({ means }) => means.onlySays === true && Object.keys(means).length > 1,
    says: 'It means more than its sentence. Leave this out.',
  },
  {
    field: 'means.classOfRemark',
    isWrong: (row) => row.means.classOfRemark === true && row.beside?.feature !== EXPLAINING,
    says: `Only beside a remark that has a class: set beside.feature to ${EXPLAINING}.`,
  },
  {
    field: 'means.class',
    isWrong: ({ means }) => means.class !== undefined && means.classOfRemark === true,
    says: 'Say one class: this, or that of the remark.',
  },
  {
    field: 'says',
    isWrong: (row) => placeholders(row).some((one) => one !== '{code}' && one !== '{remark}'),
    says: 'Only {code} and {remark} are filled in.',
  },
  {
    field: 'says',
    isWrong: (row) => row.says.includes('{remark}') && !hasRemark(row),
    says: `No remark is known here. Name it under beside.remarks, or leave {remark} out.`,
  },
];

/** What is wrong with how codes are said to mean something together, by its columns. */
export const interactionFaults = (row: InteractionRow): Record<string, string> =>
  Object.fromEntries(FAULTS.filter(({ isWrong }) => isWrong(row)).map(({ field, says }) => [`row.${field}`, says]));
