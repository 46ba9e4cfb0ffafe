import { z } from 'zod';
import { cents, isoDate, listOf } from './shapes.ts';

/** A code that came on a claim and that no row classes (`unknown`), or a row only together with others (`ambiguous`). */
export const codeToClassify = z.object({
  kind: z.enum(['carc', 'rarc']),
  code: z.string(),
  label: z.string().nullable(),
  why: z.enum(['unknown', 'ambiguous']),
  claims: z.int(),
  openDenials: z.int(),
  /** At stake in the open denials that carry it. */
  amountCents: cents,
  lastSeenOn: isoDate.nullable(),
});
export type CodeToClassify = z.infer<typeof codeToClassify>;
export const codesToClassify = listOf(codeToClassify);
export type CodesToClassify = z.infer<typeof codesToClassify>;
