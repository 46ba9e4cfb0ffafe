import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import type { Faults } from '../fields/form-faults.ts';
import type { Values } from '../fields/use-field-form.ts';
import { answerOf } from '../tasks/answer.ts';

/** Codes as people type them: parted by commas or blanks, in small letters or not. */
const codesFrom = (typed: string): string[] =>
  typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

/**
 * What is sent. `externalId` is the draft's own: sent again after an answer that was lost, the denial that it opened is
 * found instead of opened twice.
 */
export function openDenialBody(fields: readonly FieldOf[], values: Values, externalId: string) {
  const { remarks, ...answer } = answerOf(fields, values);
  return { ...answer, ...(typeof remarks === 'string' && { remarks: codesFrom(remarks) }), externalId };
}

const ORDER = [
  { before: 'serviceFrom', after: 'serviceTo', says: 'Service to: this is before its first day.' },
  { before: 'noticeOn', after: 'receivedOn', says: 'Received on: this is before the date on the notice.' },
  { before: 'noticeOn', after: 'printedDeadlineOn', says: 'Deadline it prints: this is before the notice.' },
  {
    before: 'noticeOn',
    after: 'planDeadlineOn',
    says: 'Deadline in the plan document: this is before the notice.',
  },
];
const date = (values: Values, name: string): string => String(values[name] ?? '');

/** What cannot stand beside each other: dates out of their order, half a code. */
export function faultsAmong(values: Values): Faults {
  const wrong = ORDER.filter(
    ({ before, after }) => date(values, after) !== '' && date(values, after) < date(values, before),
  );
  const codes = Array.isArray(values.codes) ? (values.codes as Record<string, string>[]) : [];
  return {
    ...Object.fromEntries(wrong.map(({ after, says }) => [after, says])),
    ...(codes.some(({ group, carc }) => Boolean(group) !== Boolean(carc)) && {
      codes: 'Adjustment codes: each needs its group and its CARC.',
    }),
  };
}
