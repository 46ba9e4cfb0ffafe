import { isIsoDate, npiError } from '@overturn/domain';
import { WANTED_FIELDS } from '@overturn/domain/denial/completeness';
import { SLOT_NAMES } from '@overturn/domain/denial/slot-names';
import {
  ASKERS,
  CHANNEL_KINDS,
  CHANNEL_MODES,
  EXCEPTION_GROUNDS,
  PRODUCTS,
  PURPOSES,
  STATES,
} from '@overturn/domain/payers/payer-choices';
import { REGIMES } from '@overturn/domain/regime/regimes';
import { z } from 'zod';
import { addressFault } from './payer-address.ts';
import { exactly, id, instant, isoDate, listOf } from './shapes.ts';

type Choices<Value extends string> = readonly { value: Value }[];
const oneOf = <Value extends string>(what: string, choices: Choices<Value>) => {
  const values = choices.map(({ value }) => value);
  return z.enum(values, `There is no such ${what}. Use ${values.join(', ')}.`);
};
const severalOf = <Value extends string>(what: string, choices: Choices<Value>) => z.array(oneOf(what, choices)).min(1);
const whole = (least: number, most: number, unit: string) => {
  const sentence = `This is a whole number of ${unit}, ${least} to ${most}.`;
  return z.int(sentence).min(least, sentence).max(most, sentence);
};
const DAY = 'This is no date. Write it as year-month-day, like 2026-11-30.';
const day = z.string(DAY).refine(isIsoDate, { error: DAY, abort: true });
const EARLIEST = '2000-01-01';

const PAYER = 'Name the payer as its remittances or letters do, or by its identifier.';
const SOURCE = 'Say where this was read or who said it: a page, a call with its reference, a contract.';
const isNpi = (text: string): boolean => /^\d{10}$/.test(text) && npiError(text) === undefined;

/** What one row is for and what it says. What is left out is open: a less specific row may fill it. */
export const payerRuleBody = exactly({
  payer: z
    .string(PAYER)
    .trim()
    .min(1, PAYER)
    .max(200, PAYER)
    .refine((text) => !isNpi(text), 'This is the NPI of a provider. Name the payer, or give its plan identifier.'),
  product: oneOf('product', PRODUCTS).optional(),
  state: z.enum(STATES, 'There is no such state. Use its two capital letters, like NJ.').optional(),
  purpose: oneOf('purpose', PURPOSES).optional(),
  askedBy: severalOf('asker', ASKERS).optional(),
  channel: oneOf('channel', CHANNEL_KINDS).optional(),
  mode: oneOf('mode', CHANNEL_MODES).optional(),
  address: z.string('Write a number, an address or a link.').trim().min(1).max(500).optional(),
  fields: severalOf(
    'field',
    WANTED_FIELDS.map(({ what }) => ({ value: what })),
  ).optional(),
  documents: severalOf(
    'document',
    SLOT_NAMES.map(({ slot }) => ({ value: slot })),
  ).optional(),
  minimumContacts: whole(0, 50, 'providers').optional(),
  facilityApart: z.boolean('Say true or false.').optional(),
  authorizationFirst: z.boolean('Say true or false.').optional(),
  decisionDays: whole(1, 365, 'calendar days').optional(),
  filingDays: whole(1, 1095, 'calendar days').optional(),
  grounds: severalOf('ground', EXCEPTION_GROUNDS).optional(),
  regime: oneOf(
    'regime',
    REGIMES.map(({ regime }) => ({ value: regime })),
  ).optional(),
  levels: z.literal([1, 2], 'A plan has 1 or 2 levels of appeal.').optional(),
  closures: z.array(day).min(1).max(100).optional(),
  staleAfterDays: whole(1, 3650, 'calendar days').optional(),
  source: z.string(SOURCE).trim().min(3, SOURCE).max(500, SOURCE),
  verifiedOn: day.refine((text) => text >= EARLIEST, `This lies before ${EARLIEST}. Give the day it was checked.`),
}).superRefine((rule, context) => {
  for (const [field, message] of Object.entries(addressFault(rule)))
    context.addIssue({ code: 'custom', path: [field], message });
});
export type PayerRuleBody = z.infer<typeof payerRuleBody>;

export const payerRuleView = z.object({
  ...payerRuleBody.shape,
  id,
  /** Rises with each edit; the ETag. */
  version: z.int(),
  payerName: z.string(),
  /** From this day on nobody has verified it for too long. */
  staleOn: isoDate,
  isStale: z.boolean(),
  changedAt: instant,
  changedBy: z.string(),
  /** Of a row that holds no more: replaced by the next version, or ended. */
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
});
export type PayerRuleView = z.infer<typeof payerRuleView>;

export const payerRuleList = listOf(payerRuleView).extend({
  /** Unless a row names its own. */
  staleAfterDays: z.int(),
});
export type PayerRuleList = z.infer<typeof payerRuleList>;
/** All versions, the newest first. */
export const payerRuleHistory = listOf(payerRuleView);
export type PayerRuleHistory = z.infer<typeof payerRuleHistory>;

const flag = z.enum(['true', 'false'], 'Say true or false.').transform((text) => text === 'true');
export const payerRuleQuery = exactly({
  /** Name or identifier. */
  payer: z.string().trim().max(200).optional(),
  stale: flag.optional(),
});
export type PayerRuleQuery = z.infer<typeof payerRuleQuery>;

export const effectiveRuleQuery = exactly({
  payer: payerRuleBody.shape.payer,
  product: payerRuleBody.shape.product,
  state: payerRuleBody.shape.state,
  purpose: payerRuleBody.shape.purpose,
});
export type EffectiveRuleQuery = z.infer<typeof effectiveRuleQuery>;
export const effectiveRuleView = z.object({
  says: z.string(),
  /** The id of the row that won; null when none fits. */
  winner: id.nullable(),
  /** What holds: the winner's, and from the less specific what it leaves open. */
  holds: z.record(z.string(), z.unknown()).nullable(),
  rows: z.array(
    z.object({ rule: payerRuleView, verdict: z.enum(['won', 'less-specific', 'does-not-fit']), because: z.string() }),
  ),
});
export type EffectiveRuleView = z.infer<typeof effectiveRuleView>;

export const FORMATS = ['csv', 'json'] as const;
export const exportRulesQuery = exactly({ format: z.enum(FORMATS, 'Export as csv or json.').default('csv') });
export type ExportRulesQuery = z.infer<typeof exportRulesQuery>;
export const importRulesQuery = exactly({ dryRun: flag.default(false) });
export type ImportRulesQuery = z.infer<typeof importRulesQuery>;

const importedRow = z.object({ line: z.int(), payer: z.string(), what: z.string() });
export const ruleImportView = z.object({
  dryRun: z.boolean(),
  /** False: nothing was written. */
  written: z.boolean(),
  says: z.string(),
  added: z.array(importedRow),
  changed: z.array(importedRow.extend({ fields: z.array(z.string()) })),
  unchanged: z.int(),
  refused: z.array(z.object({ line: z.int(), field: z.string(), remedy: z.string() })),
});
export type RuleImportView = z.infer<typeof ruleImportView>;
