import { REGIME_IDS } from '@overturn/domain';
import { MOVES } from '@overturn/domain/clocks/moved-dates';
import { CHANNELS } from '@overturn/domain/tasks/fields';
import { z } from 'zod';
import { clockColumns as columns, day, oneOf } from './clock-columns.ts';
import { traceStep } from './denials.ts';
import { exactly } from './shapes.ts';

/** Columns of a clock row as they would read; all others stay as they are in force. */
const rulePatch = exactly({
  clock: z.string('Name the clock by its id. GET /api/clocks lists them.').max(100),
  ...z.object(columns).partial().shape,
}).refine(
  ({ clock: _, ...said }) => Object.values(said).some((value) => value !== undefined),
  'Say what would be otherwise, like amount.',
);

const channels = CHANNELS.map(({ value }) => value);

const facts = {
  receivedOn: day.nullable(),
  noticeOn: day,
  printedDeadlineOn: day.nullable(),
  planDeadlineOn: day.nullable(),
  regime: oneOf(REGIME_IDS),
  appealChannel: oneOf(channels),
  /** When the payer said that it takes longer; it moves what the payer owes, where the rule knows an extension. */
  extensionNoticedOn: day,
  rule: rulePatch,
};

const FACTS = Object.keys(facts).join(', ');

/** What might be otherwise about an open denial; what is left out stays as it is. */
export const whatIfBody = exactly(z.object(facts).partial().shape).refine(
  (body) => Object.values(body).some((value) => value !== undefined),
  `Name what would be otherwise. Use ${FACTS}.`,
);
export type WhatIfBody = z.infer<typeof whatIfBody>;

/** What we owe has `safeDueOn`, what others owe `chaseOn` and `lateOn`, a policy `legalDueOn` alone. */
const countedDate = z.object({
  clockId: z.string(),
  label: z.string(),
  legalDueOn: z.string(),
  safeDueOn: z.string().nullable(),
  chaseOn: z.string().nullable(),
  lateOn: z.string().nullable(),
});
export const whatIfDate = z.object({
  purpose: z.string(),
  label: z.string(),
  moves: z.enum(MOVES),
  /** Null: there is none. */
  before: countedDate.nullable(),
  after: countedDate.nullable(),
  /** Of the date after; empty when it falls away. */
  trace: z.array(traceStep),
  citation: z.string().nullable(),
  verified: z.boolean(),
  assumed: z.boolean(),
  warnings: z.array(z.string()),
});
export type WhatIfDate = z.infer<typeof whatIfDate>;
export const whatIfView = z.object({
  items: z.array(whatIfDate),
  /** What was given and moves nothing, and why. */
  warnings: z.array(z.string()),
});
export type WhatIfView = z.infer<typeof whatIfView>;
