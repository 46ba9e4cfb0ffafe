import { describe, expect, it } from '@jest/globals';
import type { Stage } from '@overturn/domain';
import { stepStates } from './step-states.ts';

const ASKED: Stage[] = ['verify-network', 'choose-path', 'request-exception', 'await-response'];

describe('the step bar ticks only what happened', () => {
  it.each([
    ['closed', ['verify-network'], 'withdrawn', '------'],
    ['closed', ['intake-review'], 'duplicate', '------'],
    ['closed', ASKED, 'withdrawn', 'vvv---'],
    ['closed', [...ASKED, 'await-payment'], 'paid-as-granted', 'vvvv-v'],
    ['closed', [...ASKED, 'appeal', 'await-appeal', 'await-payment'], 'paid-after-appeal', 'vvvvvv'],
    ['closed', [...ASKED, 'appeal', 'await-appeal'], 'lost', 'vvvvv-'],
    ['closed', ['verify-network', 'choose-path'], 'written-off', 'v-----'],
    ['await-payment', ['verify-network', 'fix-claim', 'await-payment'], null, 'v-v--n'],
    ['await-response', ASKED, null, 'vvvn--'],
    ['choose-path', [...ASKED, 'await-payment', 'choose-path'], null, 'vn----'],
    ['verify-network', [], null, 'n-----'],
  ] as const)('%s after %o, %s: %s', (stage, entered, outcome, bar) => {
    const marks = { done: 'v', now: 'n', next: '-' };
    const states = stepStates(stage, entered, outcome);
    expect(states.map((state) => marks[state]).join('')).toBe(bar);
  });
});
