import { expect, it } from '@jest/globals';
import { asksWords, whyNotClaim } from './task-words.ts';

const ben = { id: 'b', name: 'Ben' };
it.each([
  ['free', 'specialist', null, undefined],
  ['held', 'specialist', ben, 'Ben holds it. They can release it, or a supervisor can give it to you.'],
  ['for others', 'supervisor', null, 'This is for a supervisor.'],
] as const)('a task that is %s', (_, role, assignee, sentence) =>
  expect(whyNotClaim({ role, assignee }, 'specialist')).toBe(sentence),
);
it('a supervisor takes what is for specialists too', () =>
  expect(whyNotClaim({ role: 'specialist', assignee: null }, 'supervisor')).toBeUndefined());

it.each([
  ['2026-11-24', /^The filing date has passed: overdue since Tue 24 Nov 2026\./],
  ['2026-11-27', /^The safe date is here\./],
  [null, /^The safe date is here\./],
])('a filing date of %s is asked for in words of today', (legalDueOn, words) =>
  expect(asksWords({ kind: 'protect-filing-date', legalDueOn }, '2026-11-27')).toMatch(words),
);
