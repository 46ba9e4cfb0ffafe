import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from '../messages.ts';
import { takeInOrder } from './inbox.ts';
import type { Inbox } from './inbox.ts';

const message = (number: number): Message => ({ number, kind: 'facts-changed', payload: {} });
const takeAll = (inbox: Inbox, numbers: number[]): number[] =>
  numbers.flatMap((number) => takeInOrder(inbox, message(number)).map((taken) => taken.number));

describe('messages in order, once', () => {
  it.each([
    ['in order', [5, 6, 7], [5, 6, 7]],
    ['the first one late', [6, 7, 5], [5, 6, 7]],
    ['each twice', [5, 5, 6, 6], [5, 6]],
    ['an early one twice', [6, 6, 5], [5, 6]],
    ['one taken before continue-as-new', [4, 5], [5]],
    ['a gap waits', [5, 7], [5]],
  ])('%s', (_, arriving, taken) => expect(takeAll({ lastNumber: 4, early: [] }, arriving)).toEqual(taken));

  it('any order with any repeats is taken as 1, 2, 3 …', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 6 })),
        (order, repeats) => {
          expect(takeAll({ lastNumber: 0, early: [] }, [...repeats, ...order])).toEqual([1, 2, 3, 4, 5, 6]);
        },
      ),
    ));
});
