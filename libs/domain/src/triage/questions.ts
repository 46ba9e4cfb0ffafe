import type { TaskKind } from '../tasks/task-kinds.ts';

export type AskedOf = 'payer' | 'provider' | 'us';

/** What triage may have to ask, of whom, and in which task the answer is typed. The first part of an id is the field's own number. */
const QUESTION_TABLE = [
  {
    id: 'V2',
    asks: 'Is it truly out of network, or a referral or authorization problem?',
    askedOf: 'payer',
    task: 'verify-network',
    openWhen: 'class-not-sure',
  },
  {
    id: 'V3',
    asks: 'What set it off: the billing provider, the rendering provider, the facility or one line?',
    askedOf: 'payer',
    task: 'verify-network',
    openWhen: 'trigger-not-sure',
  },
  {
    id: 'V7.rule',
    asks: 'Which network rule is applied?',
    askedOf: 'payer',
    task: 'verify-network',
    openWhen: 'denied',
  },
  {
    id: 'V7.exception',
    asks: 'Was an exception review considered?',
    askedOf: 'payer',
    task: 'verify-network',
    openWhen: 'denied',
  },
  {
    id: 'V7.proof',
    asks: 'Would more proof change the decision?',
    askedOf: 'payer',
    task: 'verify-network',
    openWhen: 'denied',
  },
  {
    id: 'V8.said',
    asks: 'Did the office say in network, or under an exception?',
    askedOf: 'provider',
    task: 'ask-provider',
    openWhen: 'denied',
  },
  {
    id: 'V8.facility',
    asks: 'Can the office document why this facility was used?',
    askedOf: 'provider',
    task: 'ask-provider',
    openWhen: 'denied',
  },
  {
    id: 'V8.steps',
    asks: 'Were the referral and authorization steps done?',
    askedOf: 'provider',
    task: 'ask-provider',
    openWhen: 'denied',
  },
  { id: 'remark', asks: 'Which remark explains the denial?', askedOf: 'payer', task: 'review-intake' },
  { id: 'meaning', asks: 'What does the payer mean by this code here?', askedOf: 'payer', task: 'review-intake' },
  {
    id: 'contract',
    asks: 'Is there a contract in force on the date of service?',
    askedOf: 'us',
    task: 'verify-network',
  },
  {
    id: 'network',
    asks: 'Was the provider out of network on the date of service?',
    askedOf: 'payer',
    task: 'verify-network',
  },
  { id: 'emergency', asks: 'Was it an emergency or urgent?', askedOf: 'provider', task: 'ask-provider' },
  {
    id: 'law',
    asks: 'Was it processed under the federal or a state’s rules?',
    askedOf: 'payer',
    task: 'verify-network',
  },
  { id: 'programme', asks: 'Which programme is the plan?', askedOf: 'payer', task: 'find-regime' },
  {
    id: 'notice-date',
    asks: 'What date does the notice bear?',
    askedOf: 'us',
    task: 'review-intake',
  },
  { id: 'which-appeal', asks: 'Which appeal does it answer?', askedOf: 'us', task: 'record-response' },
] as const satisfies readonly {
  id: string;
  asks: string;
  askedOf: AskedOf;
  task: TaskKind;
  openWhen?: 'class-not-sure' | 'trigger-not-sure' | 'denied';
}[];

export type QuestionId = (typeof QUESTION_TABLE)[number]['id'];
export type OpenWhen = 'class-not-sure' | 'trigger-not-sure' | 'denied';
export interface QuestionRow {
  id: string;
  asks: string;
  askedOf: AskedOf;
  /** The task in which it is answered. */
  task: TaskKind;
  openWhen?: OpenWhen;
}
export const QUESTIONS: readonly QuestionRow[] = QUESTION_TABLE;
