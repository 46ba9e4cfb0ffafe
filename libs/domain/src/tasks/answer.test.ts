import { describe, expect, it } from '@jest/globals';
import { validateAnswer } from './answer.ts';
import { fieldsFor, hasForm, TASK_KINDS, taskKindRow } from './task-kinds.ts';

const TODAY = '2026-11-22';
const fieldErrors = (run: () => unknown): Record<string, string> => {
  try {
    run();
  } catch (error) {
    return (error as { details: { fields: Record<string, string> } }).details.fields;
  }
  throw new Error('nothing was refused');
};

describe('the table of kinds', () => {
  it.each(TASK_KINDS.map((row) => [row.kind, row] as const))(
    '%s asks only for fields it shows, in choices with options',
    (kind, row) => {
      for (const { outcome, needs } of row.outcomes) {
        expect(outcome).toMatch(/^[a-z]+(-[a-z]+)*$/);
        const shown = fieldsFor(kind, outcome).map((field) => field.name);
        for (const need of needs.flat()) expect(shown).toContain(need);
      }
      for (const field of row.fields) {
        expect(field.type !== 'choice' || (field.options?.length ?? 0) > 1).toBe(true);
        for (const outcome of field.forOutcomes ?? [])
          expect(row.outcomes.map((one) => one.outcome)).toContain(outcome);
      }
      expect(new Set(row.fields.map((field) => field.name)).size).toBe(row.fields.length);
    },
  );

  it('lets only kinds without a form be completed in bulk', () => {
    expect(TASK_KINDS.filter(({ kind }) => !hasForm(kind)).map(({ kind }) => kind)).toEqual([
      'review-intake',
      'choose-path',
      'review-packet',
      'decide-write-off',
    ]);
  });

  it('tells the manager of a late rescue, the supervisor of all else', () => {
    expect(TASK_KINDS.filter(({ lateTells }) => lateTells === 'manager').map(({ kind }) => kind)).toEqual(['rescue']);
    expect(taskKindRow('rescue').workedBy).toBe('supervisor');
  });
});

describe('an answer', () => {
  it('keeps the proof of what was sent', () => {
    const typed = { sentOn: '2026-11-20', channel: 'portal', proofNumber: ' GX-48213 ', proofFile: '' };
    expect(validateAnswer('send-packet', 'sent', typed, TODAY)).toEqual({
      kind: 'send-packet',
      outcome: 'sent',
      fields: { sentOn: '2026-11-20', channel: 'portal', proofNumber: 'GX-48213' },
    });
  });

  it('is refused without proof, with one sentence a field', () => {
    expect(
      fieldErrors(() => validateAnswer('send-packet', 'sent', { sentOn: '2026-11-23', channel: 'pigeon' }, TODAY)),
    ).toEqual({
      sentOn: 'Sent on: this day is still to come.',
      channel: 'Sent by: choose one of: Portal, Fax, Mail, E-mail, Phone.',
      proofNumber: 'One of these is needed: Confirmation number, Confirmation page.',
    });
  });

  it('normalizes what people type', () => {
    const { fields } = validateAnswer(
      'review-intake',
      'corrected',
      {
        billingNpi: '1003 000 126',
        taxId: '12-3456789',
        diagnoses: ['m5450', 'M54.50'],
        receivedOn: '2026-11-20',
        filingDateConfirmed: true,
      },
      TODAY,
    );
    expect(fields).toEqual({
      receivedOn: '2026-11-20',
      billingNpi: '1003000126',
      taxId: '123456789',
      diagnoses: ['M54.50'],
      filingDateConfirmed: true,
    });
  });

  it('drops fields of other outcomes and refuses names the form does not have', () => {
    expect(
      validateAnswer(
        'choose-path',
        'confirmed',
        { path: 'appeal', reason: 'typed, then another outcome chosen' },
        TODAY,
      ).fields,
    ).toEqual({});
    expect(fieldErrors(() => validateAnswer('choose-path', 'confirmed', { colour: 'blue' }, TODAY))).toEqual({
      colour: '“Choose the path” has no field colour.',
    });
  });

  it('reads the log of alternatives row by row', () => {
    const row = {
      provider: 'Lakeside Imaging',
      contactedOn: '2026-11-19',
      distanceMiles: '42',
      answer: 'Next date in six weeks',
      canDoIt: true,
    };
    expect(validateAnswer('log-alternatives', 'enough', { alternatives: [row] }, TODAY).fields).toEqual({
      alternatives: [{ ...row, distanceMiles: 42 }],
    });
    expect(
      fieldErrors(() =>
        validateAnswer('log-alternatives', 'enough', { alternatives: [row, { ...row, answer: '' }] }, TODAY),
      ),
    ).toEqual({ alternatives: 'Providers contacted, row 2: Answer is needed.' });
  });

  it.each([
    ['rescue', 'done', {}, 'next'],
    ['rescue', 'waived', { next: 'close' }, 'reason'],
    ['rescue', 'reassigned', { note: 'Yours.' }, 'person'],
    ['rescue', 'reassigned', { person: 'the supervisor' }, 'person'],
    ['verify-network', 'in-network', { source: 'directory', checkedOn: TODAY }, 'reference'],
    ['record-response', 'approved', { receivedOn: TODAY }, 'benefitLevel'],
    ['protect-filing-date', 'decided-not-to', {}, 'reason'],
    ['check-payment', 'right', { paidCents: 12.5 }, 'paidCents'],
    ['review-packet', 'maybe', {}, 'outcome'],
    ['review-intake', 'corrected', { billingNpi: '1234567890' }, 'billingNpi'],
    ['gather-directory-proof', 'captured', { capturedOn: TODAY, document: ['../etc/passwd'] }, 'document'],
  ] as const)('%s %s with %o says what is wrong with %s', (kind, outcome, typed, field) => {
    expect(Object.keys(fieldErrors(() => validateAnswer(kind, outcome, typed, TODAY)))).toEqual([field]);
  });
});
