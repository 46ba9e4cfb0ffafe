import { describe, expect, it } from '@jest/globals';
import { commandBody, openDenialBody } from '@overturn/contracts/denial-acts';
import { fieldRow } from './field-row.ts';
import { fieldFaults, FORM, schemaFaults } from './form-faults.ts';

const today = '2026-11-20';
const payer = fieldRow({ name: 'payerName', label: 'Payer', type: 'text', required: true });
const npi = fieldRow({ name: 'billingNpi', label: 'Billing provider NPI', type: 'npi' });
const notice = fieldRow({ name: 'noticeOn', label: 'Date on the notice', type: 'date' });
const deadline = fieldRow({ name: 'printedDeadlineOn', label: 'Deadline', type: 'date', mayBeFuture: true });

describe('what a field itself refuses', () => {
  it.each([
    [{ payerName: 'Aster' }, {}],
    [{}, { payerName: 'Payer is needed.' }],
    [{ payerName: 'Aster', noticeOn: '2026-11-21' }, { noticeOn: 'Date on the notice: this day is still to come.' }],
    [{ payerName: 'Aster', printedDeadlineOn: '2027-01-01' }, {}],
  ])('%j: %j', (answer, faults) => expect(fieldFaults([payer, npi, notice, deadline], answer, today)).toEqual(faults));
  it('a mistyped NPI', () =>
    expect(fieldFaults([npi], { billingNpi: '1234567890' }, today).billingNpi).toMatch(/^Billing provider NPI/));
});

describe('what the schema of the api refuses, at its field', () => {
  it('too long, by the field’s own label', () =>
    expect(schemaFaults(openDenialBody, { payerName: 'x'.repeat(201) }, [payer])).toEqual({
      payerName: 'Payer: at most 200 characters.',
    }));
  it('a short reason of a command', () => {
    const reason = fieldRow({ name: 'reason', label: 'Reason', type: 'longText' });
    expect(schemaFaults(commandBody, { kind: 'withdraw', reason: 'a' }, [reason])).toEqual({
      reason: 'Reason: at least 3 characters.',
    });
  });
  it('what no field is to blame for stands over the form', () =>
    expect(schemaFaults(commandBody, { kind: 'change-fact', facts: {} }, [notice])).toEqual({
      [FORM]: 'Name a fact to change.',
    }));
  it('nothing, when it would be taken', () =>
    expect(schemaFaults(openDenialBody, { payerName: 'Aster', source: 'letter' }, [payer])).toEqual({}));
});
