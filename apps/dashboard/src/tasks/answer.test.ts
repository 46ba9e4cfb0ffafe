import { describe, expect, it } from '@jest/globals';
import { fieldsFor, type TaskKind } from '@overturn/domain';
import { answerOf, faultsOf } from './answer.ts';
import type { FieldValue } from './form-draft.ts';

const today = '2026-11-20';
const faults = (kind: TaskKind, outcome: string, typed: Record<string, FieldValue>) =>
  faultsOf(kind, outcome, answerOf(fieldsFor(kind, outcome), typed), today);

describe('what stops an answer', () => {
  it('proof of sending: date, channel, and number or page', () => {
    expect(Object.keys(faults('protect-filing-date', 'sent', {}))).toEqual(['sentOn', 'channel', 'proofNumber']);
    expect(faults('protect-filing-date', 'sent', { sentOn: today, channel: 'fax', proofNumber: 'X-1' })).toEqual({});
    const page = [{ id: 'f1', name: 'a.pdf' }];
    expect(faults('protect-filing-date', 'sent', { sentOn: today, channel: 'fax', proofFile: page })).toEqual({});
  });
  it.each([
    ['1003000126', undefined],
    ['1234567890', 'Billing provider NPI'],
  ])('NPI %s: %s', (billingNpi, label) => {
    const fault = faults('review-intake', 'corrected', { billingNpi }).billingNpi;
    expect(fault?.slice(0, 20)).toBe(label);
  });
  it('an amount that cannot be read is said, not dropped', () =>
    expect(faults('check-payment', 'right', { paidCents: 'a lot' }).paidCents).toMatch(/amount of money/));
});

describe('what is sent', () => {
  it('cents, booleans, ids; blanks stay out', () => {
    const right = fieldsFor('check-payment', 'right');
    expect(answerOf(right, { paidCents: '$1,234.50', paidOn: '' })).toEqual({ paidCents: 123450 });
    const answered = fieldsFor('ask-provider', 'answered');
    expect(answerOf(answered, { saidInNetwork: 'no', document: [{ id: 'a', name: 'x' }] })).toEqual({
      saidInNetwork: false,
      document: ['a'],
    });
  });
  it('a pasted link of a denial is cut down to its id', () => {
    const id = '0198a1b2-0000-7000-8000-000000000001';
    const fields = fieldsFor('review-intake', 'duplicate');
    expect(answerOf(fields, { duplicateOf: `http://127.0.0.1:3000/denials/${id}?tab=lines` })).toEqual({
      duplicateOf: id,
    });
  });
  it('rows travel with their own types', () =>
    expect(
      answerOf(fieldsFor('log-alternatives', 'enough'), {
        alternatives: [{ provider: 'A', distanceMiles: '12', canDoIt: 'no', npi: '' }],
      }),
    ).toEqual({ alternatives: [{ provider: 'A', distanceMiles: 12, canDoIt: false }] }));
});
