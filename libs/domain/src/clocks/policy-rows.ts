import { TASK_KINDS } from '../tasks/task-kinds.ts';
import type { ClockRow } from './clock-row.ts';

/** Dates that no law sets: a contract's, a letter's, and our own cadence. */
const ALWAYS = {
  readings: ['as-written'],
  roll: 'none',
  effectiveFrom: '1900-01-01',
  effectiveTo: null,
  verified: false,
} as const;
const CONTRACT = {
  ...ALWAYS,
  regime: 'contract',
  owedBy: 'us',
  anchor: 'noticeOn',
  otherAnchors: ['receivedOn'],
  amount: null,
  unit: 'calendarDays',
  satisfiedBy: 'received',
  citation: 'The provider contract, plan document or letter',
} as const;
const POLICY = {
  ...ALWAYS,
  regime: 'policy',
  satisfiedBy: 'received',
  citation: 'Policy of the organization',
} as const;

export const CONTRACT_ROWS = [
  {
    ...CONTRACT,
    id: 'contract.dispute.file',
    stage: 'File the provider dispute',
    ifMissed: 'The contract’s dispute right is lost.',
  },
  {
    ...CONTRACT,
    id: 'contract.claim.file',
    stage: 'File the claim',
    ifMissed: 'The claim is denied for timely filing.',
  },
  {
    ...CONTRACT,
    id: 'contract.corrected-claim.file',
    stage: 'File the corrected claim',
    ifMissed: 'The correction is denied for timely filing.',
  },
  {
    ...CONTRACT,
    id: 'contract.peer-to-peer.request',
    stage: 'Ask for a peer-to-peer call',
    ifMissed: 'Only the written appeal is left.',
  },
  {
    ...CONTRACT,
    id: 'plan.appeal-2.file',
    stage: 'File the second-level appeal',
    ifMissed: 'The plan’s second level is lost.',
  },
] as const satisfies readonly ClockRow[];

export const CADENCE_ROWS = [
  {
    ...POLICY,
    id: 'exception.response',
    stage: 'Answer to the exception request',
    owedBy: 'payer',
    anchor: 'deliveredOn',
    otherAnchors: ['sentOn'],
    amount: 30,
    unit: 'calendarDays',
    ifMissed: 'Silence: escalate.',
  },
  {
    ...POLICY,
    id: 'appeal.response',
    stage: 'Answer to the appeal',
    owedBy: 'payer',
    anchor: 'deliveredOn',
    otherAnchors: ['sentOn'],
    amount: 60,
    unit: 'calendarDays',
    ifMissed: 'Silence: escalate.',
  },
  {
    ...POLICY,
    id: 'followup.acknowledgement',
    stage: 'Acknowledgement',
    owedBy: 'payer',
    anchor: 'sentOn',
    otherAnchors: ['deliveredOn'],
    amount: 3,
    unit: 'businessDays',
    ifMissed: 'Chase the payer.',
  },
  {
    ...POLICY,
    id: 'followup.chase',
    stage: 'Chase',
    owedBy: 'us',
    anchor: 'sentOn',
    otherAnchors: ['deliveredOn'],
    amount: 14,
    unit: 'calendarDays',
    repeatEveryDays: 7,
    ifMissed: 'The supervisor is told.',
  },
  {
    ...POLICY,
    id: 'followup.silence',
    stage: 'Silence',
    owedBy: 'payer',
    anchor: 'decidedOn',
    amount: 5,
    unit: 'businessDays',
    ifMissed: 'Escalate.',
  },
] as const satisfies readonly ClockRow[];

/** One row a kind of task, from the table of kinds: how soon is said there and nowhere else. */
export const TASK_ROWS: readonly ClockRow[] = TASK_KINDS.map(({ kind, title, dueIn }) => {
  const row = {
    ...POLICY,
    id: `task.${kind}`,
    stage: title,
    owedBy: 'us',
    anchor: 'taskOpenedOn',
    unit: 'businessDays',
    satisfiedBy: 'sent',
    ifMissed: 'It goes back to the queue, then to the supervisor.',
  } as const;
  if (dueIn.unit === 'ownClock')
    return { ...row, otherAnchors: ['informationAskedOn'], amount: null, safeDateOf: dueIn.clock };
  return { ...row, amount: dueIn.unit === 'sameDay' ? 0 : dueIn.amount };
});
