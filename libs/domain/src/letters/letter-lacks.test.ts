import { describe, expect, it } from '@jest/globals';
import { letterLacks } from './letter-lacks.ts';

const lacksOf = (body: string, exhibits: string[] = []): string[] => letterLacks({ title: 'Appeal', body, exhibits });

describe('what keeps a letter from being approved', () => {
  it.each([
    ['Billing provider: Northgate, NPI 1\n\nSincerely,', []],
    [
      'To whom\nBilling provider: [to be completed], NPI [to be completed]\n\n[to be completed]',
      ['Line 2 (Billing provider) is still to be completed.', 'Line 4 is still to be completed.'],
    ],
    ['Łukasz Nguyễn, Čapek, Σωκράτης, Щукин: ≥ 60 miles → none\u200b', []],
    ['Patient: 李 李', ['The letter cannot print “李” (U+674E): write it in another way.']],
    ['Decomposed: Nguye\u0302\u0303n', []],
  ])('%j', (body, said) => expect(lacksOf(body)).toEqual(said));
  it('looks at the exhibits too', () =>
    expect(lacksOf('', ['Exhibit 1: 😀'])).toEqual([expect.stringContaining('U+1F600')]));
});
