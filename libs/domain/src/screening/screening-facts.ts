import type { IsoDate } from '../dates/iso-date.ts';
import type { FieldOption, FieldRow } from '../tasks/task-kind-row.ts';
import { taskKindRow } from '../tasks/task-kinds.ts';
import { type AskedOf, QUESTIONS } from '../triage/questions.ts';
import { COUNTY_TYPES, DISTANCE_STANDARDS } from './adequacy-standards.ts';
import { ANCILLARY_SERVICES } from './ancillary-services.ts';
import { FACILITY_KINDS } from './facility-kinds.ts';

/** One fact that no remittance holds and a person can find out: how it is asked, and which open questions it settles. */
export interface ScreeningFactRow extends FieldRow {
  type: 'choice' | 'yesNo' | 'date' | 'integer' | 'text' | 'rows';
  question: string;
  askedOf: AskedOf;
  /** The open questions to which this is an answer, or a part of one, word for word. */
  settles: readonly string[];
}

const optionsOf = <Value extends string>(values: readonly Value[]): readonly { value: Value; label: string }[] =>
  values.map((value) => ({ value, label: value.replace('-', ' ') }));
const IN_OR_OUT = [
  { value: 'in', label: 'In network' },
  { value: 'out', label: 'Out of network' },
] as const satisfies readonly FieldOption[];
const SAID = [
  { value: 'in-network', label: 'In network' },
  { value: 'out-of-network', label: 'Out of network' },
] as const satisfies readonly FieldOption[];

const REACH = ['Which in-network providers are in reach, how far, how soon, and can they do it?'];
const REFERRAL = [
  'Were the referral and authorization steps done? Which numbers?',
  'Were the referral and authorization steps done?',
  'Does the payer take a retro request?',
  'Was an authorization asked for and denied?',
];

const TABLE = [
  {
    name: 'urgency',
    label: 'Urgency',
    type: 'choice',
    question: 'Was it an emergency or urgent?',
    askedOf: 'provider',
    options: [
      { value: 'emergency', label: 'An emergency' },
      { value: 'urgent', label: 'Urgent' },
      { value: 'none', label: 'Neither' },
    ],
    settles: ['Was it an emergency or urgent?', 'Was it an emergency?'],
  },
  {
    name: 'facilityKind',
    label: 'Kind of facility',
    type: 'choice',
    question: 'What kind of facility was it?',
    askedOf: 'provider',
    options: FACILITY_KINDS.map(({ kind, label }) => ({ value: kind, label })),
    help: 'As it is licensed: a free-standing imaging centre often bills as an office.',
    settles: ['What kind of facility was it?'],
  },
  {
    name: 'facilityNetwork',
    label: 'Facility on the date of service',
    type: 'choice',
    question: 'Was the facility participating on the date of service?',
    askedOf: 'payer',
    options: IN_OR_OUT,
    settles: ['Was the facility participating on the date of service?'],
  },
  {
    name: 'service',
    label: 'Kind of care',
    type: 'choice',
    question: 'Which kind of care was it?',
    askedOf: 'provider',
    options: [
      ...ANCILLARY_SERVICES.map(({ service, label }) => ({ value: service, label })),
      { value: 'other', label: 'None of these' },
    ],
    help: 'These are protected at a participating facility whatever the patient signed.',
    settles: ['Is there a consent form, and is it valid?'],
  },
  {
    name: 'consent',
    label: 'Consent form',
    type: 'choice',
    question: 'Is there a consent form, and is it valid?',
    askedOf: 'provider',
    options: [
      { value: 'none', label: 'The patient signed none' },
      { value: 'valid', label: 'Signed, and valid' },
      { value: 'invalid', label: 'Signed, but not valid' },
    ],
    help: 'The notice and consent by which a patient gives up the protection; valid only when it came in time and names the provider.',
    settles: ['Is there a consent form, and is it valid?'],
  },
  {
    name: 'participatingCanFurnish',
    label: 'A participating provider there can furnish it',
    type: 'yesNo',
    question: 'Could a participating provider at the facility have furnished it?',
    askedOf: 'provider',
    settles: ['Is there a consent form, and is it valid?'],
  },
  {
    name: 'networkStatus',
    label: 'Provider on the date of service',
    type: 'choice',
    question: 'Was the provider in network on the date of service?',
    askedOf: 'payer',
    options: [...IN_OR_OUT, { value: 'other-tier', label: 'In another tier or elsewhere' }],
    help: 'The outcome of “Verify network” counts before this.',
    settles: [
      'Who was in network on the date of service?',
      'Was the provider out of network on the date of service?',
      'Is there a contract in force on the date of service?',
    ],
  },
  {
    name: 'denialIs',
    label: 'What the denial is about',
    type: 'choice',
    question: 'Is it truly out of network, or a referral or authorization problem?',
    askedOf: 'payer',
    options: [
      { value: 'network', label: 'The network' },
      { value: 'referral', label: 'A referral or authorization' },
    ],
    settles: ['Is it truly out of network, or a referral or authorization problem?'],
  },
  {
    name: 'claimErrors',
    label: 'What is wrong on the claim',
    type: 'choice',
    question: 'Are NPI, Tax ID and place of service right, and is it no duplicate?',
    askedOf: 'us',
    options: [
      { value: 'nothing', label: 'Nothing' },
      { value: 'npi', label: 'NPI' },
      { value: 'tax-id', label: 'Tax ID' },
      { value: 'place-of-service', label: 'Place of service' },
      { value: 'duplicate', label: 'It is a duplicate' },
      { value: 'other', label: 'Something else, or several' },
    ],
    settles: ['Are NPI, Tax ID and place of service right, and is it no duplicate?'],
  },
  {
    name: 'referral',
    label: 'Referral or authorization',
    type: 'choice',
    question: 'What do the referral and authorization records say?',
    askedOf: 'provider',
    options: [
      { value: 'matches', label: 'On record; it fits service, provider and date' },
      { value: 'mismatch', label: 'On record; it does not fit' },
      { value: 'obtainable', label: 'None yet; it can be had after the fact' },
      { value: 'denied', label: 'Asked for, and denied' },
      { value: 'none', label: 'None, and none can be had' },
    ],
    settles: REFERRAL,
  },
  {
    name: 'directorySaid',
    label: 'Directory or plan said',
    type: 'choice',
    question: 'What did directory and plan say before the service?',
    askedOf: 'us',
    options: SAID,
    settles: ['What did directory and plan say before the service?'],
  },
  {
    name: 'contractEnded',
    label: 'The contract ended',
    type: 'yesNo',
    question: 'Did the provider’s contract with the plan end?',
    askedOf: 'us',
    settles: ['Did the provider’s contract end, and when was that noticed?'],
  },
  {
    name: 'contractEndNoticeOn',
    label: 'Its end was noticed on',
    type: 'date',
    question: 'When was the end of the contract noticed?',
    askedOf: 'us',
    help: 'The date of the notice to the patient: the period of continued care runs from it.',
    settles: [
      'Did the provider’s contract end, and when was that noticed?',
      'When was the end of the contract noticed?',
    ],
  },
  {
    name: 'continuingCare',
    label: 'Course of care',
    type: 'choice',
    question: 'In which course of care was the patient?',
    askedOf: 'provider',
    options: [
      { value: 'serious-condition', label: 'A serious and complex condition' },
      { value: 'inpatient', label: 'Inpatient' },
      { value: 'scheduled-surgery', label: 'Surgery was scheduled' },
      { value: 'pregnant', label: 'Pregnant' },
      { value: 'terminally-ill', label: 'Terminally ill' },
      { value: 'none', label: 'None of these' },
    ],
    settles: [
      'Was the patient in a course of care (serious condition, inpatient, scheduled surgery, pregnant, terminally ill)?',
    ],
  },
  {
    name: 'alternatives',
    label: 'In-network providers',
    type: 'rows',
    question: 'Which in-network providers were contacted, and what did they say?',
    askedOf: 'us',
    columns: taskKindRow('log-alternatives').fields.find(({ type }) => type === 'rows')!.columns!,
    settles: REACH,
  },
  {
    name: 'specialty',
    label: 'Specialty',
    type: 'choice',
    question: 'Which specialty is needed?',
    askedOf: 'provider',
    options: optionsOf(['behavioural', ...DISTANCE_STANDARDS.flatMap(({ specialties }) => specialties), 'other']),
    help: 'With the plan’s programme it gives how far and how long the plan may send its members.',
    settles: REACH,
  },
  {
    name: 'county',
    label: 'County type',
    type: 'choice',
    question: 'In which type of county does the patient live?',
    askedOf: 'us',
    options: optionsOf(COUNTY_TYPES),
    settles: REACH,
  },
  {
    name: 'maxMiles',
    label: 'Farthest, in miles',
    type: 'integer',
    question: 'How far may the plan send its members, in miles?',
    askedOf: 'payer',
    help: 'Where the plan or the payer says it: before any other standard.',
    settles: REACH,
  },
  {
    name: 'maxWaitBusinessDays',
    label: 'Longest wait, in business days',
    type: 'integer',
    question: 'How long may its members wait, in business days?',
    askedOf: 'payer',
    help: 'Where the plan or the payer says it: before any other standard.',
    settles: REACH,
  },
  {
    name: 'rateAgreed',
    label: 'A rate is agreed',
    type: 'yesNo',
    question: 'Is a rate agreed?',
    askedOf: 'payer',
    settles: ['Is a rate agreed?'],
  },
  {
    name: 'exceptionReview',
    label: 'Exception review',
    type: 'choice',
    question: 'Was an exception review considered?',
    askedOf: 'payer',
    options: [
      { value: 'considered', label: 'Yes' },
      { value: 'not-considered', label: 'No' },
      { value: 'does-not-exist', label: 'The payer has no exception for it' },
    ],
    settles: ['Was an exception review considered?'],
  },
  {
    name: 'networkRule',
    label: 'Network rule',
    type: 'text',
    question: 'Which network rule is applied?',
    askedOf: 'payer',
    settles: ['Which network rule is applied?'],
  },
  {
    name: 'moreProofHelps',
    label: 'More proof would change the decision',
    type: 'yesNo',
    question: 'Would more proof change the decision?',
    askedOf: 'payer',
    settles: ['Would more proof change the decision?'],
  },
  {
    name: 'officeSaidInNetwork',
    label: 'The office said so',
    type: 'yesNo',
    question: 'Did the office say in network, or under an exception?',
    askedOf: 'provider',
    settles: ['Did the office say in network, or under an exception?'],
  },
  {
    name: 'whyThisFacility',
    label: 'Why this facility',
    type: 'text',
    question: 'Can the office document why this facility was used?',
    askedOf: 'provider',
    settles: ['Can the office document why this facility was used?'],
  },
  {
    name: 'paidLevel',
    label: 'Paid at',
    type: 'choice',
    question: 'At which benefit level was it paid?',
    askedOf: 'us',
    options: [
      { value: 'in-network', label: 'In-network benefits' },
      { value: 'out-of-network', label: 'Out-of-network benefits' },
      { value: 'nothing', label: 'Nothing was paid' },
    ],
    settles: [],
  },
  {
    name: 'deemedExhausted',
    label: 'Internal levels deemed done',
    type: 'yesNo',
    question: 'Do the internal levels of appeal count as done?',
    askedOf: 'us',
    help: 'Because the payer was late, waived them, or the law says so.',
    settles: [],
  },
] as const satisfies readonly ScreeningFactRow[];

type Row = (typeof TABLE)[number];
export type ScreeningFact = Row['name'];

/** A contacted provider, as the log asks for it. */
export interface LoggedProvider {
  provider: string;
  npi?: string;
  contactedOn: IsoDate;
  distanceMiles?: number;
  nextDateOn?: IsoDate;
  canDoIt?: boolean;
  answer: string;
}
type ValueOf<R> = R extends { type: 'choice'; options: readonly { value: infer Value }[] }
  ? Value
  : R extends { type: 'yesNo' }
    ? boolean
    : R extends { type: 'date' }
      ? IsoDate
      : R extends { type: 'integer' }
        ? number
        : R extends { type: 'text' }
          ? string
          : readonly LoggedProvider[];
/** What was told of a denial; what is absent nobody has told. */
export type ScreeningFacts = { [R in Row as R['name']]?: ValueOf<R> };

export const SCREENING_FACTS: readonly (ScreeningFactRow & { name: ScreeningFact })[] = TABLE;
export const screeningFactRow = (name: ScreeningFact): ScreeningFactRow & { name: ScreeningFact } =>
  SCREENING_FACTS.find((row) => row.name === name)!;

/** The facts that settle an open question, in the order in which they are asked; none: it is answered elsewhere. */
export const factsThatSettle = (question: string): ScreeningFact[] =>
  SCREENING_FACTS.filter(({ settles }) => settles.includes(question)).map(({ name }) => name);

const ELSEWHERE: Readonly<Record<string, string>> = {
  'Which programme is the plan?': 'Answered by “Change a fact”: which rules apply.',
  'Who may ask: the provider, or only the member?': 'Answered by “Change a fact”: whose appeal rights.',
};
/** Where an open question is answered that no such fact settles; undefined: nowhere yet. */
export function answeredElsewhere(question: string): string | undefined {
  const task = QUESTIONS.find(({ asks }) => asks === question)?.task;
  return ELSEWHERE[question] ?? (task && `Answered in the task “${taskKindRow(task).title}”.`);
}
