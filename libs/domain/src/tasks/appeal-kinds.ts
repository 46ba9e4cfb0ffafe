import { PROOF_NEEDS, proofOfSending, reason } from './fields.ts';
import type { TaskKindRow } from './task-kind-row.ts';

/** Appeals, the filing date, and what only a supervisor decides. */
export const APPEAL_KINDS = [
  {
    kind: 'draft-appeal',
    queue: 'appeals',
    skill: 'appeals',
    title: 'Draft the appeal',
    asks: 'For whom does the appeal speak, and does the letter carry everything gathered?',
    script: [
      'Choose whose appeal it is: the provider’s or the member’s.',
      'A member’s appeal needs the representative form.',
      'Carry over the exception request, its answer and every exhibit.',
    ],
    fields: [
      {
        name: 'standing',
        label: 'Whose appeal',
        type: 'choice',
        options: [
          { value: 'provider', label: 'The provider’s' },
          { value: 'member', label: 'The member’s' },
        ],
        forOutcomes: ['drafted'],
      },
      { name: 'representativeForm', label: 'Representative form', type: 'file', forOutcomes: ['drafted'] },
      { name: 'argument', label: 'Added argument', type: 'longText', forOutcomes: ['drafted'] },
      reason('back'),
    ],
    outcomes: [
      { outcome: 'drafted', label: 'Drafted', needs: ['standing'] },
      { outcome: 'back', label: 'Cannot be drafted yet', needs: ['reason'] },
    ],
    dueIn: { unit: 'businessDays', amount: 1 },
    lateTells: 'supervisor',
    workedBy: 'specialist',
  },
  {
    kind: 'protect-filing-date',
    queue: 'appeals',
    skill: 'appeals',
    title: 'Protect the filing date',
    asks: 'The safe date is here. Approve the protective appeal and send it today.',
    script: [
      'Read the drafted appeal; what is missing can follow later.',
      'Send it by the payer’s channel today and keep the proof.',
      'The exception request goes on: if it wins, the appeal is withdrawn.',
    ],
    fields: [...proofOfSending('sent'), reason('decided-not-to')],
    outcomes: [
      { outcome: 'sent', label: 'Sent, with proof', needs: PROOF_NEEDS },
      { outcome: 'decided-not-to', label: 'Decided not to file', needs: ['reason'] },
    ],
    dueIn: { unit: 'sameDay' },
    lateTells: 'supervisor',
    workedBy: 'specialist',
  },
  {
    kind: 'request-external-review',
    queue: 'appeals',
    skill: 'appeals',
    title: 'Request external review',
    asks: 'Is external review possible, and on which ground?',
    script: [
      'Check that the internal levels are done or deemed done.',
      'Argue expertise as a medical judgement where the facts allow it.',
    ],
    fields: [
      { name: 'ground', label: 'Ground', type: 'text', forOutcomes: ['requested'] },
      ...proofOfSending('requested'),
      reason('not-available', 'decided-not-to'),
    ],
    outcomes: [
      { outcome: 'requested', label: 'Requested', needs: ['ground', ...PROOF_NEEDS] },
      { outcome: 'not-available', label: 'Not available', needs: ['reason'] },
      { outcome: 'decided-not-to', label: 'Decided not to', needs: ['reason'] },
    ],
    dueIn: { unit: 'businessDays', amount: 3 },
    lateTells: 'supervisor',
    workedBy: 'specialist',
  },
  {
    kind: 'decide-write-off',
    queue: 'supervisor',
    skill: 'supervision',
    title: 'Decide on a write-off',
    asks: 'Is there anything left to do for this denial?',
    script: ['Read what was tried and what it would take to go on.', 'Check the patient’s share before writing off.'],
    fields: [reason('written-off', 'go-on')],
    outcomes: [
      { outcome: 'go-on', label: 'Go on', needs: [] },
      { outcome: 'written-off', label: 'Write off', needs: ['reason'] },
    ],
    dueIn: { unit: 'businessDays', amount: 2 },
    lateTells: 'supervisor',
    workedBy: 'supervisor',
  },
  {
    kind: 'rescue',
    queue: 'supervisor',
    skill: 'supervision',
    title: 'Rescue',
    asks: 'Something is late or stuck. What happens next?',
    script: ['Read what happened.', 'Do it, hand it to someone, or waive it with the reason.'],
    fields: [
      {
        name: 'next',
        label: 'What happens next',
        type: 'choice',
        options: [
          { value: 'go-on', label: 'Go on where it stands' },
          { value: 'send-again', label: 'Send again' },
          { value: 'appeal', label: 'Appeal' },
          { value: 'accept', label: 'Accept what was granted' },
          { value: 'close', label: 'Close the denial' },
        ],
      },
      { name: 'note', label: 'What was done', type: 'longText', forOutcomes: ['reassigned', 'done'] },
      reason('waived'),
    ],
    outcomes: [
      { outcome: 'done', label: 'Done', needs: ['next'] },
      { outcome: 'reassigned', label: 'Reassigned', needs: [] },
      { outcome: 'waived', label: 'Waived', needs: ['next', 'reason'] },
    ],
    dueIn: { unit: 'businessDays', amount: 1 },
    lateTells: 'manager',
    workedBy: 'supervisor',
  },
] as const satisfies readonly TaskKindRow[];
