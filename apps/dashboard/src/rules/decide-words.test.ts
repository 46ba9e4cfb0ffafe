import { describe, expect, it } from '@jest/globals';
import { actsFor, approvalWords, movesWords, whyNotDecide } from './decide-words.ts';

const counted = { examined: 9, earlier: 0, later: 0, reclassed: 0, waiting: 0, countedAt: '2026-11-26T09:00:00Z' };
const kept = { examined: 9, opens: 3, amountCents: 120_000, past: 1, joins: 0, reclassed: 0, isUnderWay: false };
const words = (isMine: boolean) => actsFor(isMine).map(({ act }) => act);

describe('who decides what', () => {
  it('the proposer may withdraw, another may reject; both see the approval', () => {
    expect(words(true)).toEqual(['approve', 'withdraw']);
    expect(words(false)).toEqual(['approve', 'reject']);
  });
  it('nobody approves what they proposed', () =>
    expect(whyNotDecide('approve', true, { impact: counted })).toMatch(/second administrator/));
  it('nobody approves before it is counted whom it moves', () => {
    expect(whyNotDecide('approve', false, { impact: null })).toMatch(/counted/);
    expect(whyNotDecide('approve', false, { impact: counted })).toBeUndefined();
    expect(whyNotDecide('reject', false, { impact: null })).toBeUndefined();
  });
});

describe('what approving does', () => {
  it.each([
    [null, 'Which open denials it moves is being counted.'],
    [counted, 'Once approved it holds for what comes. No open denial moves.'],
    [
      { ...counted, earlier: 1, later: 2 },
      'Once approved it holds, and this is not undone. At once: 1 earlier date. 2 later dates: a filing date of ours waits until a person takes it.',
    ],
    [
      { ...counted, earlier: 3, reclassed: 1 },
      'Once approved it holds, and this is not undone. At once: 3 earlier dates and 1 other class.',
    ],
  ])('%j', (impact, sentence) => expect(approvalWords({ impact, kept: null })).toBe(sentence));
  it.each([
    [kept, 'No open denial moves. 3 kept claims open a denial: $1,200.00, 1 with a filing date that has passed.'],
    [{ ...kept, opens: 1, past: 0 }, 'No open denial moves. 1 kept claim opens a denial: $1,200.00.'],
    [{ ...kept, opens: 0 }, 'Once approved it holds for what comes. No open denial moves.'],
  ])('kept claims %j', (found, words) => expect(approvalWords({ impact: counted, kept: found })).toContain(words));
});

describe('what a change does, in a line', () => {
  it.each([
    ['proposed', null, undefined],
    ['proposed', counted, undefined],
    ['proposed', { ...counted, earlier: 1214, later: 3 }, 'Open denials: 1,214 earlier, 3 later.'],
    ['in-force', { ...counted, earlier: 4, later: 1, waiting: 1 }, '1 later date waits for a person.'],
    ['rejected', { ...counted, earlier: 4 }, undefined],
  ] as const)('%s %j: %s', (state, impact, line) => expect(movesWords({ state, impact, kept: null })).toBe(line));
  it('names the kept claims that open', () => {
    const line = movesWords({ state: 'in-force', impact: { ...counted, earlier: 4 }, kept });
    expect(line).toMatch(/^Open denials: 4 earlier\. 3 kept claims open a denial: /);
    expect(movesWords({ state: 'withdrawn', impact: counted, kept })).toBeUndefined();
  });
});
