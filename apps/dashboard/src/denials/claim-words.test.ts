import { expect, it } from '@jest/globals';
import { patientWords } from './claim-words.ts';

it.each([
  ['RM', '3456', 'RM, member …3456'],
  ['RM', '', 'RM'],
  ['', '3456', 'member …3456'],
  ['', '', 'no patient named'],
])('initials %j, member %j: %s', (patientInitials, memberTail, words) =>
  expect(patientWords({ patientInitials, memberTail })).toBe(words),
);
