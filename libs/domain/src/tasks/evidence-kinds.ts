import { contact, PROOF_NEEDS, proofOfSending, reason } from './fields.ts';
import type { FieldRow, OutcomeRow, TaskKindRow } from './task-kind-row.ts';

/** Every evidence slot is asked for in the same form: what was found and when, or that it does not exist. */
const SLOT_FIELDS: readonly FieldRow[] = [
  { name: 'document', label: 'Documents', type: 'file', many: true, forOutcomes: ['captured'] },
  { name: 'capturedOn', label: 'Captured on', type: 'date', startsFrom: 'today', forOutcomes: ['captured'] },
  { name: 'note', label: 'What it shows', type: 'longText', forOutcomes: ['captured'] },
  reason('does-not-exist'),
];
const SLOT_OUTCOMES = [
  { outcome: 'captured', label: 'Captured', needs: ['capturedOn', ['document', 'note']] },
  { outcome: 'does-not-exist', label: 'Does not exist', needs: ['reason'] },
] as const satisfies readonly OutcomeRow[];

/** What a packet stands on. */
export const EVIDENCE_KINDS = [
  {
    kind: 'gather-directory-proof',
    queue: 'evidence',
    skill: 'evidence',
    title: 'Gather directory proof',
    asks: 'What did the directory say for the date of service?',
    script: ['Capture the payer’s directory page with its date.', 'If it changed since, look for an older capture.'],
    fields: SLOT_FIELDS,
    outcomes: SLOT_OUTCOMES,
    dueIn: { unit: 'businessDays', amount: 3 },
    lateTells: 'supervisor',
    workedBy: 'specialist',
  },
  {
    kind: 'gather-referral-records',
    queue: 'evidence',
    skill: 'evidence',
    title: 'Gather referral and authorization records',
    asks: 'Which referral and authorization records exist?',
    script: [
      'Find the referral and the authorization for this service, provider and date.',
      'Note the number, the NPI and the dates each one names.',
    ],
    fields: SLOT_FIELDS,
    outcomes: SLOT_OUTCOMES,
    dueIn: { unit: 'businessDays', amount: 3 },
    lateTells: 'supervisor',
    workedBy: 'specialist',
  },
  {
    kind: 'gather-network-communications',
    queue: 'evidence',
    skill: 'evidence',
    title: 'Gather communications about network options',
    asks: 'What was said about in-network options, by whom and when?',
    script: [
      'Collect call notes, messages and letters about in-network options.',
      'Keep date, person and reference of each.',
    ],
    fields: SLOT_FIELDS,
    outcomes: SLOT_OUTCOMES,
    dueIn: { unit: 'businessDays', amount: 3 },
    lateTells: 'supervisor',
    workedBy: 'specialist',
  },
  {
    kind: 'log-alternatives',
    queue: 'evidence',
    skill: 'evidence',
    title: 'Log in-network alternatives',
    asks: 'Which in-network providers were contacted, and can any of them do it in reach and in time?',
    script: [
      'Call in-network providers of the specialty, nearest first.',
      'Ask whether they can do this procedure and for their next date.',
      'Log the call even when nobody answers: the date counts.',
    ],
    fields: [
      {
        name: 'alternatives',
        label: 'Providers contacted',
        type: 'rows',
        columns: [
          { name: 'provider', label: 'Provider', type: 'text', required: true },
          { name: 'npi', label: 'NPI', type: 'npi' },
          { name: 'contactedOn', label: 'Contacted on', type: 'date', startsFrom: 'today', required: true },
          { name: 'distanceMiles', label: 'Distance in miles', type: 'integer' },
          { name: 'nextDateOn', label: 'Next date', type: 'date', mayBeFuture: true },
          { name: 'canDoIt', label: 'Can do this procedure', type: 'yesNo' },
          { name: 'answer', label: 'Answer', type: 'text', required: true },
        ],
      },
      { name: 'note', label: 'Note', type: 'longText' },
    ],
    outcomes: [
      { outcome: 'enough', label: 'Enough contacts, nobody fits', needs: ['alternatives'] },
      { outcome: 'provider-found', label: 'A provider was found', needs: ['alternatives'] },
    ],
    dueIn: { unit: 'businessDays', amount: 5 },
    lateTells: 'supervisor',
    workedBy: 'specialist',
  },
  {
    kind: 'supply-information',
    queue: 'evidence',
    skill: 'evidence',
    title: 'Supply what the payer wants',
    asks: 'The payer wants more information. Was it sent in time?',
    script: [
      'Read what the payer wants and by when.',
      'Send exactly that, with the payer’s reference.',
      'Keep the confirmation.',
    ],
    fields: [...proofOfSending('supplied'), reason('cannot-be-supplied')],
    outcomes: [
      { outcome: 'supplied', label: 'Supplied', needs: PROOF_NEEDS },
      { outcome: 'cannot-be-supplied', label: 'Cannot be supplied', needs: ['reason'] },
    ],
    dueIn: { unit: 'ownClock', clock: 'erisa.claim.supply-information' },
    lateTells: 'supervisor',
    workedBy: 'specialist',
  },
  {
    kind: 'chase-payer',
    queue: 'calls',
    skill: 'calls',
    title: 'Chase the payer',
    asks: 'Was the request received, and when does the answer come?',
    script: [
      'Give the reference of the last contact and the date the packet was delivered.',
      'Ask for the status, who decides, and by when.',
      'If they do not have it, ask where to send it again.',
      'Ask for the name of the person and a reference number.',
    ],
    fields: [
      ...contact(),
      {
        name: 'promisedOn',
        label: 'Answer promised by',
        type: 'date',
        mayBeFuture: true,
        forOutcomes: ['still-waiting'],
      },
      { name: 'note', label: 'What was said', type: 'longText' },
    ],
    outcomes: [
      {
        outcome: 'still-waiting',
        label: 'Still waiting',
        needs: ['contactedOn', ['reference', 'representative', 'note']],
      },
      { outcome: 'answered', label: 'They have answered', needs: ['contactedOn'] },
      {
        outcome: 'lost',
        label: 'They do not have it: send again',
        needs: ['contactedOn', ['reference', 'representative', 'note']],
      },
    ],
    dueIn: { unit: 'businessDays', amount: 1 },
    lateTells: 'supervisor',
    workedBy: 'specialist',
  },
] as const satisfies readonly TaskKindRow[];
