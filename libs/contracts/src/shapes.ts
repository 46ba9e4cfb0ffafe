import { z } from 'zod';

/** Shapes that several nouns share. */
export const id = z.uuid();
/** A date of law, `YYYY-MM-DD`, without a zone. */
export const isoDate = z.iso.date();
/** An instant with its offset. */
export const instant = z.iso.datetime({ offset: true });
/** Money in integer cents. */
export const cents = z.int();

/** What is asked, and nothing else: a name that nobody reads is refused, since its sender believes that it counts. */
export const exactly = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code, inst }) =>
      code === 'unrecognized_keys' && inst instanceof z.ZodObject
        ? `There is nothing of this name. Use ${Object.keys(inst.shape).join(', ')}.`
        : undefined,
  });

/** One page of a list; `nextCursor` asks for the next one, null when there is none. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
/** A list short enough to need no pages. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });
export const pageQuery = exactly({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof pageQuery>;

export const actorView = z.object({
  kind: z.enum(['person', 'key', 'timer', 'system']),
  id: z.string().nullable(),
  name: z.string(),
});
export type ActorView = z.infer<typeof actorView>;

/** RFC 9457. `code` is for machines, `detail` a sentence for staff, `errors` one sentence a bad field. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), sentence: z.string() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof problem>;
