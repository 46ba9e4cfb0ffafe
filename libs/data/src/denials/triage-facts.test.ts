import { triageDenial } from '@overturn/domain/triage/triage-denial';
import { describe, expect, it } from '@jest/globals';
import { screenRows, verifiedAs } from '../test-support/screen-rows.ts';
import { triageFactsOf } from './triage-facts.ts';

type Changes = Parameters<typeof screenRows>[0];
const open = (changes?: Changes) => triageDenial(triageFactsOf(screenRows(changes))).questions.map(({ id }) => id);

describe('what triage still asks', () => {
  it('is all of it before anybody asked', () =>
    expect(open()).toEqual([
      'V3',
      'V7.rule',
      'V7.exception',
      'V7.proof',
      'V8.said',
      'V8.facility',
      'V8.steps',
      'contract',
    ]));
  it.each([
    ['V7.rule', verifiedAs('out-of-network', { networkRule: 'Tier 1 only' })],
    ['V3', verifiedAs('out-of-network', { billingStatus: 'in', renderingStatus: 'out', facilityStatus: 'in' })],
    [
      'V7.exception',
      { answers: [{ kind: 'record-response', outcome: 'denied', answer: { exceptionReviewed: false } }] },
    ],
    ['V8.steps', { answers: [{ kind: 'ask-provider', outcome: 'answered', answer: { referralNumber: 'R1' } }] }],
  ] as [string, Changes][])('%s no more once it was answered: %o', (id, changes) => {
    expect(open()).toContain(id);
    expect(open(changes)).not.toContain(id);
  });
  it('is the date of the notice while there is none', () =>
    expect(open({ denial: { noticeOn: null } })).toContain('notice-date'));
  it('is asked of what a person opened whatever its codes, and no more of what a reviewer called right', () => {
    const odd: Changes = { adjustments: [{ group: 'CO', carc: '96', amountCents: 1, line: null }] };
    expect(open(odd)).toEqual(expect.arrayContaining(['V2', 'V7.rule', 'remark']));
    const reviewed = open({ ...odd, answers: [{ kind: 'review-intake', outcome: 'corrected', answer: {} }] });
    expect(reviewed).not.toContain('V2');
    expect(reviewed).not.toContain('remark');
    expect(reviewed).toContain('V7.rule');
  });
});
