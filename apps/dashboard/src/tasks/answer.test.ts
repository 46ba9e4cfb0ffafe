import { describe, expect, it } from '@jest/globals';
import { fieldsFor } from '@overturn/domain';
import { answerOf, faultsOf } from './answer.ts';

const today = '2026-11-20';

describe('what stops an answer', () => {
  it('proof of sending: date, channel, and number or page', () => {
    const fields = fieldsFor('protect-filing-date', 'sent');
    expect(Object.keys(faultsOf(fields, {}, today))).toEqual(['sentOn', 'channel', 'proofNumber', 'proofFile']);
    expect(faultsOf(fields, { sentOn: today, channel: 'fax', proofNumber: 'X-1' }, today)).toEqual({});
    expect(faultsOf(fields, { sentOn: today, channel: 'fax', proofFile: [{ id: 'f', name: 'a.pdf' }] }, today)).toEqual(
      {},
    );
    expect(faultsOf(fields, { sentOn: today, channel: 'fax' }, today).proofNumber).toBe(
      'Needed: this or “Confirmation page”.',
    );
  });
  it('a day to come is no day on which something was sent', () =>
    expect(
      faultsOf(fieldsFor('send-packet', 'sent'), { sentOn: '2026-11-21', channel: 'fax', proofNumber: '1' }, today),
    ).toEqual({ sentOn: 'This day is still to come.' }));
  it.each([
    ['1003000126', undefined],
    ['1234567890', 'This is no NPI'],
    ['100300012', 'This is no NPI'],
  ])('NPI %s: %s', (billingNpi, sentence) => {
    const fault = faultsOf(fieldsFor('review-intake', 'corrected'), { billingNpi }, today).billingNpi;
    expect(fault?.slice(0, 14)).toBe(sentence);
  });
  it('a row of the log needs provider, day and answer', () => {
    const fields = fieldsFor('log-alternatives', 'enough');
    expect(faultsOf(fields, { alternatives: [{ provider: 'North MRI' }] }, today).alternatives).toMatch(/^Row 1/);
    expect(
      faultsOf(
        fields,
        { alternatives: [{ provider: 'North MRI', contactedOn: today, answer: 'No date before March' }] },
        today,
      ),
    ).toEqual({});
  });
});

describe('what is sent', () => {
  it('cents, booleans, ids; blanks stay out', () => {
    expect(answerOf(fieldsFor('check-payment', 'right'), { paidCents: '$1,234.50', paidOn: '' })).toEqual({
      paidCents: 123450,
    });
    expect(
      answerOf(fieldsFor('ask-provider', 'answered'), { saidInNetwork: 'no', document: [{ id: 'a', name: 'x' }] }),
    ).toEqual({ saidInNetwork: false, document: ['a'] });
    expect(answerOf(fieldsFor('review-intake', 'corrected'), { diagnoses: ['m54.16'], taxId: '41-1234567' })).toEqual({
      diagnoses: ['M54.16'],
      taxId: '411234567',
    });
  });
  it('rows travel with their own types', () =>
    expect(
      answerOf(fieldsFor('log-alternatives', 'enough'), {
        alternatives: [{ provider: 'A', distanceMiles: '12', canDoIt: 'no', npi: '' }],
      }),
    ).toEqual({
      alternatives: [{ provider: 'A', distanceMiles: 12, canDoIt: false }],
    }));
});
