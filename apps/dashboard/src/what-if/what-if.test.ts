import { describe, expect, it } from '@jest/globals';
import type { DenialView, WhatIfDate } from '@overturn/contracts';
import { faultsAt, whatIfBodyOf } from './what-if-body.ts';
import { datesOf, summaryOf } from './what-if-words.ts';

const DENIAL = {
  facts: { receivedOn: '2026-11-12', noticeOn: '2026-11-10', printedDeadlineOn: null, regime: 'erisa' },
} as unknown as DenialView;

describe('what is asked while a form is typed', () => {
  it.each<[object, object | undefined]>([
    [{ receivedOn: '2026-11-12', regime: 'erisa', wording: 'not dated' }, undefined],
    [{ receivedOn: '', appealChannel: '' }, undefined],
    [{ receivedOn: '2026-11-20', noticeOn: '2026-11-10' }, { receivedOn: '2026-11-20' }],
    [
      { printedDeadlineOn: '2026-12-31', appealChannel: 'mail' },
      { printedDeadlineOn: '2026-12-31', appealChannel: 'mail' },
    ],
    [{ clock: 'erisa.appeal.file', amount: '' }, undefined],
    [{ clock: 'erisa.appeal.file', amount: '90' }, { rule: { clock: 'erisa.appeal.file', amount: 90 } }],
    [{ clock: 'erisa.appeal.file', amount: '-9' }, { rule: { clock: 'erisa.appeal.file', amount: '-9' } }],
  ])('%j', (values, body) => expect(whatIfBodyOf(values as Record<string, string>, DENIAL)).toEqual(body));
  it('what is refused stands at its field', () =>
    expect(
      faultsAt([
        { field: 'rule.amount', sentence: 'a' },
        { field: 'receivedOn', sentence: 'b' },
      ]),
    ).toEqual({ amount: 'a', receivedOn: 'b' }));
});

describe('what would move, in words', () => {
  const counted = {
    clockId: 'c',
    label: 'File the appeal',
    legalDueOn: '2027-05-11',
    safeDueOn: '2027-05-04',
    chaseOn: null,
    lateOn: null,
  };
  const one = (moves: WhatIfDate['moves'], after: WhatIfDate['after'] = counted): WhatIfDate => ({
    ...{ purpose: 'appeal', label: 'File the appeal', moves, before: counted, after, trace: [], citation: null },
    ...{ verified: true, assumed: false, warnings: [] },
  });
  it.each<[WhatIfDate[], string]>([
    [[one('none')], 'No date of this denial would move.'],
    [[one('earlier'), one('none')], 'One date would move: File the appeal earlier, safe Tue 4 May 2027.'],
    [
      [one('new'), one('gone', null)],
      '2 dates would move: File the appeal is new, safe Tue 4 May 2027; File the appeal falls away.',
    ],
  ])('%#', (items, sentence) => expect(summaryOf(items)).toBe(sentence));
  it('a policy’s date is due', () =>
    expect(datesOf({ ...counted, safeDueOn: null })).toEqual([{ label: 'due', on: '2027-05-11' }]));
});
