import { withOffset } from '../dates/instants.ts';
import type { IsoDate } from '../dates/iso-date.ts';
import { DomainError, isDomainError } from '../errors.ts';
import { inputsOf } from './clock-inputs.ts';
import { type Anchors, CLOCK_INPUTS, type ClockInput, type ClockPolicy, type ClockRow } from './clock-row.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation, TraceStep } from './evaluation.ts';
import { anchorField, anchorsAsked, type PreviewQuestion, rowAsked } from './preview-question.ts';

/** Dates, on hour rows instants with the zone's offset. */
export interface ClockPreview {
  clock: string;
  stage: string;
  owedBy: string;
  precision: 'date' | 'instant';
  timeZone: string;
  legalDue: string;
  safeDue?: string;
  chaseOn?: string;
  lateOn?: string;
  citation: string;
  verified: boolean;
  assumed: boolean;
  effectiveFrom: IsoDate;
  /** Given, and of no meaning to this clock. */
  unused: ClockInput[];
  trace: TraceStep[];
}

/**
 * What a clock answers to one question. `standing`: what holds where the question says nothing.
 * Throws BAD_INPUT or CLOCK_NOT_IN_FORCE with `fields`, each by its name in the question.
 */
export function previewClock(
  question: PreviewQuestion,
  standing: ClockPolicy,
  rows: readonly ClockRow[],
): ClockPreview {
  const row = rowAsked(question, rows);
  const policy = policyOf(question, standing);
  const { timeZone } = policy;
  const anchors = anchorsAsked(question, row, policy);
  const found = evaluated(question, row, anchors, policy, rows);
  const { stage, owedBy, precision, legalDue, citation, verified, assumed, effectiveFrom } = found;
  const local = (value: string): string => (INSTANT.test(value) ? withOffset(value, timeZone) : value);
  const takes = inputsOf(row, rows);
  const given = { ...question, extensionNoticedOn: anchors.extensionNoticedOn };
  return {
    ...{ clock: row.id, stage, owedBy, precision, timeZone, legalDue: local(legalDue) },
    ...(found.kind === 'ours' && { safeDue: local(found.safeDue) }),
    ...(found.kind === 'theirs' && { chaseOn: local(found.chaseOn), lateOn: local(found.lateOn) }),
    ...{ citation, verified, assumed, effectiveFrom },
    unused: CLOCK_INPUTS.filter((input) => given[input] !== undefined && !takes.includes(input)),
    trace: found.trace.map(({ sentence, input, output }) => ({
      sentence,
      input: local(input),
      output: local(output),
    })),
  };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T.+Z$/;

const POLICY = ['timeZone', 'observedHolidays', 'channel', 'levels', 'tolled', 'amount', 'ratingPeriodStart'] as const;
const policyOf = (question: PreviewQuestion, standing: ClockPolicy): ClockPolicy => ({
  ...standing,
  ...Object.fromEntries(POLICY.filter((name) => question[name] !== undefined).map((name) => [name, question[name]])),
});

/** A row that is not in force on that day is the fault of the date that chose it. */
function evaluated(
  question: PreviewQuestion,
  row: ClockRow,
  anchors: Anchors,
  policy: ClockPolicy,
  rows: readonly ClockRow[],
): Evaluation {
  try {
    return evaluate(row.id, anchors, policy, rows);
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'CLOCK_NOT_IN_FORCE') throw error;
    const byPeriod = row.chosenBy === 'ratingPeriodStart' && question.ratingPeriodStart !== undefined;
    const field = byPeriod ? 'ratingPeriodStart' : anchorField(question, row, anchors);
    throw new DomainError(error.code, error.message, { ...error.details, fields: { [field]: error.message } });
  }
}
