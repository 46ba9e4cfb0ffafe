import { type ResponseBody, responseBody } from '@overturn/contracts/denial-acts';
import { BENEFIT_LEVELS } from '@overturn/domain/tasks/fields';
import { api } from '../api/api.ts';
import { fieldRow } from '../fields/field-row.ts';
import { answerOf } from '../tasks/answer.ts';
import type { DenialForm } from './denial-form.ts';

const OUTCOMES = [
  { value: 'acknowledged', label: 'Acknowledged: they have it' },
  { value: 'approved', label: 'Approved' },
  { value: 'partly', label: 'Partly approved' },
  { value: 'denied', label: 'Denied' },
  { value: 'more-information', label: 'Wants more information' },
  { value: 'lost', label: 'Lost: send again' },
];
const REGARDS = [
  { value: 'exception', label: 'The exception' },
  { value: 'appeal', label: 'The appeal' },
  { value: '', label: 'The one that is open' },
];
const FIELDS = [
  fieldRow({ name: 'outcome', label: 'What they answered', type: 'choice', options: OUTCOMES, required: true }),
  fieldRow({ name: 'regards', label: 'It regards', type: 'choice', options: REGARDS }),
  fieldRow({ name: 'answeredOn', label: 'Answered on', type: 'date' }),
  fieldRow({
    name: 'benefitLevel',
    label: 'Benefit level granted',
    type: 'choice',
    options: BENEFIT_LEVELS,
    help: 'Authorized and in-network benefits granted are two facts.',
  }),
  fieldRow({ name: 'reference', label: 'Payer’s reference', type: 'text' }),
  fieldRow({ name: 'printedDeadlineOn', label: 'Deadline it prints', type: 'date', mayBeFuture: true }),
  fieldRow({ name: 'wording', label: 'Exact wording', type: 'longText' }),
  fieldRow({ name: 'fileId', label: 'Letter', type: 'file' }),
];

/** What the payer answered, by letter, portal or telephone; the same answer sent twice arrives once. */
export const RESPONSE_FORM: DenialForm = {
  title: 'Record the payer’s answer',
  button: 'Record',
  said: 'The payer’s answer is recorded. The next step is being prepared.',
  fields: () => FIELDS,
  start: (_, today) => ({ answeredOn: today }),
  schema: responseBody,
  body: (values) => answerOf(FIELDS, values),
  send: (denialId, body, onceKey) =>
    api.respond(denialId, { ...(body as ResponseBody), externalId: `dashboard-${onceKey}` }),
};
