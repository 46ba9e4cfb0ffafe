import { expect, it } from '@jest/globals';
import { keptWords } from './kept-words.ts';

it.each([
  ['proposed', { examined: 0, opens: 0, past: 0 }, 'No claim without a denial carries it.'],
  ['proposed', { examined: 4, opens: 0, past: 0 }, 'None of them opens a denial.'],
  ['proposed', { examined: 4, opens: 2, past: 0 }, /^Once approved each opens its denial/],
  ['applying', { examined: 4, opens: 2, past: 1 }, /^Each opened its denial.+ a person reviews it first\.$/],
  ['in-force', { examined: 4, opens: 2, past: 0 }, /^Each opened its denial, as its remittance would have\.$/],
  ['rejected', { examined: 4, opens: 2, past: 0 }, 'They stay as they were.'],
] as const)('%s %j: %s', (state, kept, words) => expect(keptWords(state, kept)).toMatch(words));
