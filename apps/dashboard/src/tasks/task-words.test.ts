import { expect, it } from '@jest/globals';
import { asksWords } from './task-words.ts';

it.each([
  ['2026-11-24', /^The filing date has passed: overdue since Tue 24 Nov 2026\./],
  ['2026-11-27', /^The safe date is here\./],
  [null, /^The safe date is here\./],
])('a filing date of %s is asked for in words of today', (legalDueOn, words) =>
  expect(asksWords({ kind: 'protect-filing-date', legalDueOn }, '2026-11-27')).toMatch(words),
);
