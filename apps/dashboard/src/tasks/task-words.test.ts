import { expect, it } from '@jest/globals';
import { whyNotClaim } from './task-words.ts';

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
