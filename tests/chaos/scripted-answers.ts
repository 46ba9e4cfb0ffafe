import { YESTERDAY } from './letters.ts';

interface Scripted {
  outcome: string;
  answer: Record<string, unknown>;
}

/** What staff answer to the tasks of a denial's first steps; two answers each where the road forks. */
const ANSWERS: Record<string, readonly [Scripted, Scripted]> = {
  'verify-network': [
    { outcome: 'in-network', answer: { source: 'payer-call', checkedOn: YESTERDAY, reference: 'call 7' } },
    { outcome: 'out-of-network', answer: { source: 'directory', checkedOn: YESTERDAY } },
  ],
  'choose-path': [
    { outcome: 'confirmed', answer: {} },
    { outcome: 'confirmed', answer: {} },
  ],
  'fix-claim': [
    {
      outcome: 'resubmitted',
      answer: { corrected: ['contract-proof'], sentOn: YESTERDAY, channel: 'portal', proofNumber: 'R-1' },
    },
    { outcome: 'resubmitted', answer: { corrected: ['npi'], sentOn: YESTERDAY, channel: 'fax', proofNumber: 'R-2' } },
  ],
};

/** Undefined: a task of a later step, which is left to others. */
export const answerFor = (kind: string, which: number): Scripted | undefined => ANSWERS[kind]?.[which];
