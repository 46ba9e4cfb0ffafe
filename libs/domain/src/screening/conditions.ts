import type { AskedOf } from '../triage/questions.ts';
import type { Findings } from './findings.ts';

/** One yes-or-no about a denial: the finding that answers it, what to say either way, and what to ask while nobody knows. */
export interface ConditionRow {
  condition: string;
  finding: keyof Findings;
  is: readonly (string | boolean)[];
  says: string;
  otherwise: string;
  /** Absent: the finding is always known. */
  asks?: { question: string; of: AskedOf };
}

const NETWORK = 'Who was in network on the date of service?';
const LOG = 'Which in-network providers are in reach, how far, how soon, and can they do it?';

export const CONDITIONS: readonly ConditionRow[] = [
  {
    condition: 'network-denial',
    finding: 'denialIs',
    is: ['network'],
    says: 'The denial is about the network.',
    otherwise: 'The denial is not about the network.',
    asks: { question: 'Is it truly out of network, or a referral or authorization problem?', of: 'payer' },
  },
  {
    condition: 'referral-denial',
    finding: 'denialIs',
    is: ['referral'],
    says: 'The payer names a referral or authorization, not the network.',
    otherwise: 'The payer names no referral or authorization.',
    asks: { question: 'Is it truly out of network, or a referral or authorization problem?', of: 'payer' },
  },
  {
    condition: 'in-network',
    finding: 'network',
    is: ['in'],
    says: 'In network on the date of service after all.',
    otherwise: 'Out of network on the date of service, as verified.',
    asks: { question: NETWORK, of: 'payer' },
  },
  {
    condition: 'out-of-network',
    finding: 'network',
    is: ['out'],
    says: 'Out of network on the date of service, as verified.',
    otherwise: 'In network on the date of service after all.',
    asks: { question: NETWORK, of: 'payer' },
  },
  {
    condition: 'contract-hint',
    finding: 'contractHint',
    is: [true],
    says: 'The contracted rate is not on file: a strong hint that the provider is in network.',
    otherwise: 'No code speaks of a contracted rate.',
    asks: { question: 'Is there a contract in force on the date of service?', of: 'us' },
  },
  {
    condition: 'claim-wrong',
    finding: 'claimWrong',
    is: [true],
    says: 'The claim itself is wrong: it is corrected, not appealed.',
    otherwise: 'The claim itself is right.',
    asks: { question: 'Are NPI, Tax ID and place of service right, and is it no duplicate?', of: 'us' },
  },
  {
    condition: 'record-exists',
    finding: 'referral',
    is: ['matches', 'mismatch'],
    says: 'A referral or authorization is on record.',
    otherwise: 'There is no referral or authorization on record.',
    asks: { question: 'Were the referral and authorization steps done? Which numbers?', of: 'provider' },
  },
  {
    condition: 'record-obtainable',
    finding: 'referral',
    is: ['obtainable'],
    says: 'A referral or authorization can be had after the fact.',
    otherwise: 'None can be had after the fact.',
    asks: { question: 'Does the payer take a retro request?', of: 'payer' },
  },
  {
    condition: 'authorization-denied',
    finding: 'referral',
    is: ['denied'],
    says: 'The authorization itself was denied: that denial is appealed.',
    otherwise: 'No authorization was denied.',
    asks: { question: 'Was an authorization asked for and denied?', of: 'provider' },
  },
  {
    condition: 'protected',
    finding: 'protection',
    is: ['protected'],
    says: 'The No Surprises Act protects the service.',
    otherwise: 'The No Surprises Act does not protect the service.',
    asks: { question: 'Facility, its status on the date, kind of care, consent?', of: 'provider' },
  },
  {
    condition: 'initial-payment',
    finding: 'initialPayment',
    is: [true],
    says: 'The payer made its initial payment under the Act: what is open is the amount, by negotiation.',
    otherwise: 'No remark says that an initial payment was made under the Act.',
  },
  {
    condition: 'directory-said-in',
    finding: 'directory',
    is: ['said-in'],
    says: 'The directory or the plan said in network.',
    otherwise: 'Neither directory nor plan said in network.',
    asks: { question: 'What did directory and plan say before the service?', of: 'us' },
  },
  {
    condition: 'left-network',
    finding: 'leftNetwork',
    is: [true],
    says: 'The provider left the network.',
    otherwise: 'The provider did not leave the network.',
    asks: { question: 'Did the provider’s contract end, and when was that noticed?', of: 'us' },
  },
  {
    condition: 'continuing-care',
    finding: 'continuingCare',
    is: [true],
    says: 'A continuing-care patient.',
    otherwise: 'No continuing-care patient.',
    asks: {
      question:
        'Was the patient in a course of care (serious condition, inpatient, scheduled surgery, pregnant, terminally ill)?',
      of: 'provider',
    },
  },
  {
    condition: 'within-period',
    finding: 'withinContinuity',
    is: [true],
    says: 'The service lies within 90 days of the notice.',
    otherwise: 'The service does not lie within the 90 days from the notice.',
    asks: { question: 'When was the end of the contract noticed?', of: 'us' },
  },
  {
    condition: 'nobody-in-reach',
    finding: 'access',
    is: ['nobody'],
    says: 'No participating provider is within the distance or wait standard.',
    otherwise: 'A participating provider is in reach.',
    asks: { question: LOG, of: 'us' },
  },
  {
    condition: 'nobody-can',
    finding: 'expertise',
    is: ['nobody'],
    says: 'Nobody in the network can do it.',
    otherwise: 'Somebody in the network can do it.',
    asks: { question: LOG, of: 'us' },
  },
  {
    condition: 'gap-granted',
    finding: 'exception',
    is: ['granted'],
    says: 'The gap is granted.',
    otherwise: 'No gap is granted.',
  },
  {
    condition: 'gap-open',
    finding: 'exception',
    is: ['not-asked', 'asked'],
    says: 'No exception was answered yet.',
    otherwise: 'The exception was answered already.',
  },
  {
    condition: 'rate-open',
    finding: 'rateOpen',
    is: [true],
    says: 'The rate is open.',
    otherwise: 'The rate is agreed.',
    asks: { question: 'Is a rate agreed?', of: 'payer' },
  },
  {
    condition: 'paid-out-of-network',
    finding: 'paidLevel',
    is: ['out-of-network'],
    says: 'Paid, but at the out-of-network rate.',
    otherwise: 'Not paid at the out-of-network rate.',
  },
  {
    condition: 'exception-refused',
    finding: 'exception',
    is: ['refused'],
    says: 'The exception was refused.',
    otherwise: 'No exception was refused.',
  },
  {
    condition: 'exception-silent',
    finding: 'exception',
    is: ['silent'],
    says: 'The payer did not answer the exception.',
    otherwise: 'The payer is not silent.',
  },
  {
    condition: 'no-exception-exists',
    finding: 'exception',
    is: ['does-not-exist'],
    says: 'The payer has no exception for it, as it said when asked.',
    otherwise: 'Nobody said that there is no exception.',
  },
  {
    condition: 'exception-beside-the-point',
    finding: 'needsException',
    is: [false],
    says: 'No network exception bears on this denial.',
    otherwise: 'A network exception may settle it.',
  },
  {
    condition: 'filing-forces',
    finding: 'filingForces',
    is: [true],
    says: 'The filing date forces it.',
    otherwise: 'The filing date leaves time.',
  },
  {
    condition: 'overridden',
    finding: 'overridden',
    is: [true],
    says: 'A supervisor decided so, with a reason.',
    otherwise: 'No supervisor decided so.',
  },
  {
    condition: 'appeal-open',
    finding: 'appealOpen',
    is: [true],
    says: 'An internal level of appeal is open.',
    otherwise: 'No internal level of appeal is open.',
  },
  {
    condition: 'internal-done',
    finding: 'internalDone',
    is: [true],
    says: 'The internal levels are done, or deemed done.',
    otherwise: 'The internal levels are not done.',
  },
  {
    condition: 'medical-judgement',
    finding: 'expertise',
    is: ['nobody'],
    says: 'Who can do it is a medical judgement.',
    otherwise: 'No medical judgement is in dispute.',
    asks: { question: LOG, of: 'us' },
  },
  {
    condition: 'payer-late',
    finding: 'payerLate',
    is: [true],
    says: 'The payer missed its own date.',
    otherwise: 'The payer missed no date of its own.',
  },
];
