import { describe, expect, it } from '@jest/globals';
import { centsFrom, moneyWords } from './money.ts';

describe('money', () => {
  it.each([
    [418000, '$4,180.00'],
    [0, '$0.00'],
    [5, '$0.05'],
    [-123456789, '−$1,234,567.89'],
  ])('%i cents is %s', (cents, words) => expect(moneyWords(cents)).toBe(words));
  it.each([
    ['4,180', 418000],
    ['$4180.5', 418050],
    ['0.07', 7],
    [' 12.34 ', 1234],
    ['12.345', undefined],
    ['1,23', undefined],
    ['', undefined],
    ['-5', undefined],
  ])('typed “%s” is %s cents', (typed, cents) => expect(centsFrom(typed)).toBe(cents));
});
