import { describe, expect, it } from '@jest/globals';
import type { PathView } from '@overturn/contracts';
import { byAnswerer, evidenceWords, pathGist, pointWords } from './path-words.ts';

const proof = (needed: number, have: number, state: PathView['evidence'][number]['state']) => ({
  ...{ proof: 'contacts', label: 'in-network providers contacted', isEssential: true },
  ...{ needed, have, state },
});
const PATH: PathView = {
  ...{ id: 'access-gap', label: 'Network gap: access', chosen: false, suggested: true, verdict: 'may-apply' },
  ...{ likelihood: 'uncertain', reasons: [], evidence: [proof(3, 1, 'lacking')], whyNot: null, verified: true },
  whoMayAsk: { askers: ['provider'], needsForm: false, sentence: 'Only the provider may ask.' },
  questions: [{ question: 'Who is in reach?', askedOf: 'us', facts: [] }],
};

it.each([
  [proof(1, 0, 'lacking'), 'missing'],
  [proof(1, 1, 'held'), 'there'],
  [proof(1, 3, 'held'), 'there (3)'],
  [proof(3, 1, 'lacking'), '1 of 3'],
  [proof(1, 0, 'does-not-exist'), 'does not exist'],
])('%o is %s', (given, words) => expect(evidenceWords(given)).toBe(words));

describe('questions', () => {
  it('are put together by who can answer, and nobody is named without one', () => {
    const questions = [
      { question: 'a', askedOf: 'us' as const, facts: [] },
      { question: 'b', askedOf: 'payer' as const, facts: [] },
      { question: 'c', askedOf: 'payer' as const, facts: [] },
    ];
    expect(byAnswerer(questions).map(({ heading, questions: some }) => [heading, some.length])).toEqual([
      ['For the payer', 2],
      ['For us', 1],
    ]);
  });
});

it('a path says beforehand what is open, and one that does not apply says nothing', () => {
  expect(pathGist(PATH)).toBe('uncertain, 1 question open, 1 proof missing');
  expect(pathGist({ ...PATH, verdict: 'applies', likelihood: 'very likely', questions: [], evidence: [] })).toBe(
    'very likely',
  );
  expect(pathGist({ ...PATH, verdict: 'does-not' })).toBe('');
});

it.each([
  [12, '+12'],
  [0, '0'],
  [-6, '−6'],
])('%i points are %s', (points, words) => expect(pointWords(points)).toBe(words));
