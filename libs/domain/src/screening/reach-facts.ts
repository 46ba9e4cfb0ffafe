import { taskKindRow } from '../tasks/task-kinds.ts';
import { COUNTY_TYPES, DISTANCE_STANDARDS } from './adequacy-standards.ts';
import type { ScreeningFactRow } from './screening-fact-row.ts';

const optionsOf = <Value extends string>(values: readonly Value[]): readonly { value: Value; label: string }[] =>
  values.map((value) => ({ value, label: value.replace('-', ' ') }));
const REACH = ['Which in-network providers are in reach, how far, how soon, and can they do it?'];

/** About who in the network is in reach, and how far and how long the plan may send its members. */
export const REACH_FACTS = [
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
] as const satisfies readonly ScreeningFactRow[];
