import { ANCHOR_EVENTS } from '@overturn/domain/clocks/clock-row';
import { DENIAL_CLASS_IDS, REGIME_IDS } from '@overturn/domain';
import type { RuleKind } from '@overturn/domain/rules/rule-version';
import { CONDITIONS } from '@overturn/domain/screening/conditions';
import { ADJUSTMENT_GROUPS } from '@overturn/domain/triage/adjustment-groups';
import { CODE_SHAPE, NO_CODE } from '@overturn/domain/triage/code-shape';
import { APPEAL_ANSWERS, CLAIM_FEATURES } from '@overturn/domain/triage/interactions';
import { QUESTIONS } from '@overturn/domain/triage/questions';
import { z } from 'zod';
import { exactly } from './shapes.ts';
import { amount, clockColumns, day, oneOf } from './clock-columns.ts';

const text = z.string('Write a text.').trim().min(1, 'Write a text.').max(300, 'Write at most 300 characters.');
const several = <Value extends z.ZodType>(value: Value) => z.array(value, 'Give a list.').max(100);
const points = amount(-100, 100);
const confidence = oneOf(['high', 'likely', 'unsure']);
const denialClass = oneOf(DENIAL_CLASS_IDS);
const yes = z.literal(true, 'Say true, or leave it out.');

const clock = exactly({
  ...clockColumns,
  id: text,
  regime: text,
  stage: text,
  owedBy: oneOf(['payer', 'reviewer', 'us', 'member', 'both', 'nobody']),
  otherAnchors: several(oneOf(ANCHOR_EVENTS)).optional(),
  notBefore: oneOf(ANCHOR_EVENTS).optional(),
  readings: several(oneOf(['as-written', 'without-presumption', 'receipt-is-day-1', 'observed-other-way'])).min(
    1,
    'Give at least as-written.',
  ),
  unit: oneOf(['hours', 'calendarDays', 'businessDays', 'months']),
  margin: clockColumns.margin.optional(),
  amountWithTwoLevels: clockColumns.amountWithTwoLevels.optional(),
  receiptPresumptionDays: clockColumns.receiptPresumptionDays.optional(),
  extension: clockColumns.extension.optional(),
  tolling: oneOf(['information-asked']).optional(),
  repeatEveryDays: amount(1, 365).optional(),
  safeDateOf: text.optional(),
  chosenBy: oneOf(['ratingPeriodStart']).optional(),
  ifMissed: text,
});

const carc = exactly({
  carc: text,
  label: text,
  class: denialClass,
  classWhenPatientOwes: denialClass.optional(),
  confidence: confidence.optional(),
  hint: text.optional(),
});

const rarc = exactly({
  rarc: text,
  label: text,
  opens: z.boolean('Say true or false.').default(false),
  class: denialClass.optional(),
  classWhenPaid: denialClass.optional(),
  startsNegotiation: yes.optional(),
  regime: oneOf(REGIME_IDS).optional(),
  rulesOut: oneOf(REGIME_IDS).optional(),
  noAppealRights: yes.optional(),
  points: oneOf(['billing', 'rendering', 'facility']).optional(),
  question: text.optional(),
  askedOf: oneOf(['payer', 'provider']).optional(),
  surprises: exactly({
    branch: oneOf([
      'processed',
      'emergency',
      'participating-facility',
      'air-ambulance',
      'denied',
      'initial-payment',
      'consent-invalid',
      'consent-not-allowed',
      'consent-claimed',
      'may-apply',
      'not-processed',
    ]),
    law: oneOf(['federal', 'state', 'either']),
  }).optional(),
});

const someOf = <Value extends z.ZodType>(value: Value) =>
  several(value).min(1, 'Name at least one, or leave it out.').optional();
const code = z.string(NO_CODE).trim().toUpperCase().regex(CODE_SHAPE, NO_CODE);
const feature = oneOf(CLAIM_FEATURES.map((row) => row.feature)).optional();
const codesSeen = exactly({
  carcs: someOf(code),
  groups: someOf(oneOf(ADJUSTMENT_GROUPS.map(({ group }) => group))),
  classes: someOf(denialClass),
});
const interaction = exactly({
  id: text,
  label: text,
  place: amount(0, 1_000),
  watches: codesSeen.prefault({}),
  beside: exactly({ feature, remarks: someOf(code), other: codesSeen.optional() }).optional(),
  without: exactly({ feature }).optional(),
  means: exactly({
    class: denialClass.optional(),
    classOfRemark: yes.optional(),
    confidence: confidence.optional(),
    looksLike: denialClass.optional(),
    asks: oneOf(QUESTIONS.map(({ id }) => id)).optional(),
    answersAppeal: oneOf(APPEAL_ANSWERS.map(({ answer }) => answer)).optional(),
    onlySays: yes.optional(),
  }).prefault({}),
  says: text,
  retired: yes.optional(),
});

const score = z.looseObject({
  // what else a weight says stays as it ships
  id: text,
  label: text,
  points: z.record(z.string(), points).optional(),
  bands: several(exactly({ atLeast: z.number('Give a number.'), points }))
    .min(1, 'Keep at least one band.')
    .optional(),
  each: points.optional(),
  most: amount(1, 50).optional(),
});

const groundCondition = oneOf(CONDITIONS.map(({ condition }) => condition));
const path = exactly({
  path: text,
  grounds: several(
    exactly({
      path: text,
      all: several(groundCondition).min(1, 'Name at least one condition.'),
      unless: several(groundCondition).optional(),
      likely: confidence,
      contested: yes.optional(),
      verified: z.boolean('Say true or false.'),
    }),
  ).min(1, 'Keep at least one ground.'),
});

const calendar = exactly({
  observedHolidays: z.boolean('Say true or false.'),
  extraMarginDays: amount(0, 60),
  closures: several(day),
});

/** What a rule of each kind may say. */
export const RULE_ROWS = { clock, carc, rarc, interaction, score, path, calendar } as const satisfies Record<
  RuleKind,
  z.ZodType
>;
