import { CHANNELS, REGIME_OPTIONS } from '@overturn/domain/tasks/fields';
import { fieldRow as field } from '../fields/field-row.ts';

/** The facts of a denial that its dates are counted from, as fields of a form. */
export const DATED_FIELDS = [
  field({ name: 'receivedOn', label: 'Denial received on', type: 'date' }),
  field({ name: 'noticeOn', label: 'Date on the notice', type: 'date' }),
  field({ name: 'printedDeadlineOn', label: 'Deadline printed on the letter', type: 'date', mayBeFuture: true }),
  field({ name: 'planDeadlineOn', label: 'Deadline in the plan document', type: 'date', mayBeFuture: true }),
  field({ name: 'regime', label: 'Which rules apply', type: 'choice', options: REGIME_OPTIONS }),
];
export const CHANNEL_FIELD = field({
  name: 'appealChannel',
  label: 'Appeals are sent by',
  type: 'choice',
  options: [...CHANNELS, { value: '', label: 'As it is' }],
});
