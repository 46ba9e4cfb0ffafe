import { SCREENING_FACTS } from '@overturn/domain/screening/screening-facts';
import type { ScreeningFactRow } from '@overturn/domain/screening/screening-fact-row';
import type { ScreeningFacts } from '@overturn/domain/screening/screening-facts';
import { z } from 'zod';
import { amount, day, oneOf } from './clock-columns.ts';
import { actorView, exactly, instant, isoDate } from './shapes.ts';

const cell = z.union([z.string().max(500), z.number(), z.boolean()]);
/** One schema for each way a fact is asked. */
const VALUES: Record<ScreeningFactRow['type'], (row: ScreeningFactRow) => z.ZodType> = {
  choice: ({ options = [] }) => oneOf(options.map(({ value }) => value)),
  yesNo: () => z.boolean({ error: 'Say true or false.' }),
  date: () => day,
  integer: () => amount(0, 10_000),
  text: () => z.string().trim().min(1).max(500),
  rows: () => z.array(z.record(z.string(), cell)).min(1).max(200),
};
const valueOf = (row: ScreeningFactRow) =>
  VALUES[row.type](row).nullable().optional().meta({ description: row.question });

const told = exactly(
  Object.fromEntries(SCREENING_FACTS.map((row) => [row.name, valueOf(row)] as const)),
) as unknown as z.ZodType<{ [Name in keyof ScreeningFacts]?: ScreeningFacts[Name] | null }>;

/** Facts that a person found out, several at once; null takes one back: it is not known after all. */
export const screeningFactsBody = exactly({
  facts: told,
  /** Whoever knew it: a name, an office, a reference. */
  saidBy: z.string().trim().max(200).optional(),
  /** Absent: today. */
  toldOn: day.optional(),
  /** Where it stands, or how it was learnt. */
  source: z.string().trim().max(1000).optional(),
});
export type ScreeningFactsBody = z.infer<typeof screeningFactsBody>;

export const screeningFactView = z.object({
  name: z.enum(SCREENING_FACTS.map(({ name }) => name) as [string, ...string[]]),
  question: z.string(),
  value: z.unknown(),
  /** The value in words. */
  answer: z.string(),
  saidBy: z.string().nullable(),
  toldOn: isoDate,
  source: z.string().nullable(),
  by: actorView,
  at: instant,
});
export type ScreeningFactView = z.infer<typeof screeningFactView>;
