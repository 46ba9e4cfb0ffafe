import { describe, expect, it } from '@jest/globals';
import { commandSentence } from './command-sentence.ts';

const DONE = { payload: {}, before: null, after: null, refusal: null };

describe('a command in the timeline', () => {
  it.each([
    [
      { kind: 'withdraw', payload: { reason: 'The patient paid.' } },
      'Asked to withdraw the denial: done. “The patient paid.”',
    ],
    [
      { kind: 'choose-path', payload: { path: 'access-gap', reason: 'Nobody near.' }, refusal: 'It is on its way.' },
      'Asked to take another path (Network gap: access): not done. It is on its way. “Nobody near.”',
    ],
    [{ kind: 'file-now', payload: { reason: '' } }, 'Asked to file the appeal now: done.'],
    [
      {
        kind: 'change-fact',
        before: { printedDeadlineOn: null, noticeOn: '2026-11-02', planType: 'hmo', regime: 'unknown' },
        after: { printedDeadlineOn: '2027-01-05', noticeOn: '2026-11-02', planType: 'ppo', regime: 'erisa' },
      },
      'Asked to change facts: done. Changed: deadline that the letter prints from nothing to Tue 5 Jan 2027; plan type from “hmo” to “ppo”; regime from “Not known yet” to “Employer plan (ERISA)”.',
    ],
    [
      { kind: 'change-fact', before: { payerDates: [] }, after: { payerDates: 'as-now' } },
      'Asked to change facts: done. Changed: dates by the payer’s rows.',
    ],
  ])('%o', (command, sentence) => expect(commandSentence({ ...DONE, ...command })).toBe(sentence));
});
