import type { IsoDate } from '../dates/iso-date.ts';
import { taskKindRow } from '../tasks/task-kinds.ts';
import { QUESTIONS } from '../triage/questions.ts';
import { CARE_FACTS } from './care-facts.ts';
import { PLAN_FACTS } from './plan-facts.ts';
import { REACH_FACTS } from './reach-facts.ts';
import type { ScreeningFactRow } from './screening-fact-row.ts';

const TABLE = [...CARE_FACTS, ...REACH_FACTS, ...PLAN_FACTS] as const;

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
