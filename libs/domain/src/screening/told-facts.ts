import { type BusinessCalendar, businessDaysUntil } from '../dates/business-days.ts';
import { type IsoDate, sayDate } from '../dates/iso-date.ts';
import { type FieldValue, readField } from '../tasks/field-values.ts';
import type { TaskKind } from '../tasks/task-kinds.ts';
import { type Standard, standardFor } from './adequacy-standards.ts';
import type { Alternative } from './alternatives.ts';
import type { ScreenFacts } from './findings.ts';
import { type LoggedProvider, type ScreeningFact, screeningFactRow, type ScreeningFacts } from './screening-facts.ts';

/** What was told, as the screener takes it; the name of a fact is the screener's own unless it is named here. */
export function screenFactsTold(
  told: ScreeningFacts,
  { regime, calendar }: { regime: string | undefined; calendar: BusinessCalendar },
): Partial<ScreenFacts> {
  // what only triage asks goes along unread
  const { alternatives, claimErrors, specialty, county, maxMiles, maxWaitBusinessDays, ...same } = told;
  const standard = standardTold({ specialty, county, maxMiles, maxWaitBusinessDays }, regime);
  return {
    ...same,
    ...(claimErrors && { claimErrors: claimErrors === 'nothing' ? [] : [claimErrors] }),
    ...(alternatives && { alternatives: alternatives.map((one) => alternativeOf(one, calendar)) }),
    ...(standard && { standard }),
  };
}

type StandardTold = Pick<ScreeningFacts, 'maxMiles' | 'maxWaitBusinessDays' | 'specialty' | 'county'>;
const WAIT_KINDS: readonly string[] = ['behavioural', 'primary'];

/** The plan's own figures before those of its programme. */
function standardTold(
  told: { [K in keyof StandardTold]-?: StandardTold[K] | undefined },
  regime = 'unknown',
): Standard | undefined {
  const { specialty, county, maxMiles, maxWaitBusinessDays } = told;
  const waitKind = specialty && (WAIT_KINDS.includes(specialty) ? specialty : 'specialty');
  const shipped = standardFor({ regime, waitKind, specialty, county });
  if (!shipped && maxMiles === undefined && maxWaitBusinessDays === undefined) return undefined;
  return {
    verified: true,
    ...shipped,
    ...(maxMiles !== undefined && { maxMiles }),
    ...(maxWaitBusinessDays !== undefined && { maxWaitBusinessDays }),
  };
}

const alternativeOf = (
  { contactedOn, distanceMiles, nextDateOn, canDoIt }: LoggedProvider,
  calendar: BusinessCalendar,
): Alternative => ({
  contactedOn,
  miles: distanceMiles,
  waitBusinessDays:
    nextDateOn === undefined ? undefined : Math.max(0, businessDaysUntil(contactedOn, nextDateOn, calendar)),
  canDoIt,
});

/** A told value, checked and normalized by its row; or one sentence on what is wrong. Null: not known after all. */
export function readScreeningFact(
  name: ScreeningFact,
  typed: unknown,
  today: IsoDate,
): { value: FieldValue | null } | { error: string } {
  if (typed === null) return { value: null };
  const row = screeningFactRow(name);
  const read = readField(row, typed, today);
  return 'error' in read
    ? read
    : read.value === undefined
      ? { error: `${row.label}: answer it, or say that it is not known after all.` }
      : { value: read.value };
}

/** A told value in words. */
export function sayScreeningFact(name: ScreeningFact, value: unknown): string {
  const { type, options } = screeningFactRow(name);
  if (type === 'yesNo') return value === true ? 'Yes' : 'No';
  if (type === 'date') return sayDate(value as IsoDate);
  if (type === 'rows') return (value as readonly LoggedProvider[]).map(sayProvider).join('; ');
  return options?.find((option) => option.value === value)?.label ?? String(value);
}

const sayProvider = ({ provider, contactedOn, answer }: LoggedProvider): string =>
  `${provider} (${sayDate(contactedOn)}): ${answer}`;

type TaskFacts = (outcome: string, fields: Readonly<Record<string, unknown>>) => ScreeningFacts;
/** What the forms of tasks learn beside what they ask for. */
const LEARNT_IN: Partial<Record<TaskKind, TaskFacts>> = {
  'verify-network': (outcome, { facilityStatus }) => ({
    ...(outcome === 'directory-was-wrong' && { directorySaid: 'in-network' }),
    ...((facilityStatus === 'in' || facilityStatus === 'out') && { facilityNetwork: facilityStatus }),
  }),
  'ask-provider': (outcome, { otherDoctor }) => ({
    ...(outcome === 'referral-obtained' && { referral: 'matches' }),
    ...(outcome === 'refused' && { referral: otherDoctor ? 'obtainable' : 'none' }),
  }),
  'log-alternatives': (_, { alternatives }) => ({ alternatives: (alternatives ?? []) as LoggedProvider[] }),
};

export const isLearntIn = (kind: TaskKind): boolean => kind in LEARNT_IN;

/** The screening facts in a task's answer. A log goes on where the one before it ended. */
export function factsLearnt(
  kind: TaskKind,
  outcome: string,
  fields: Readonly<Record<string, unknown>>,
  told: ScreeningFacts,
): ScreeningFacts {
  const learnt = LEARNT_IN[kind]?.(outcome, fields) ?? {};
  return learnt.alternatives
    ? { ...learnt, alternatives: joinLogs(told.alternatives ?? [], learnt.alternatives) }
    : learnt;
}

/** Each contact once: the same provider on the same day is the later row. */
const joinLogs = (before: readonly LoggedProvider[], added: readonly LoggedProvider[]): LoggedProvider[] => [
  ...new Map([...before, ...added].map((row) => [`${row.provider} ${row.contactedOn}`, row] as const)).values(),
];
