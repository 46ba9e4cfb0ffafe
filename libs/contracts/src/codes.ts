import { z } from 'zod';
import { cents, isoDate, listOf } from './shapes.ts';

/** A code of the organization's claims that waits for a class: no row knows it, or its row may mean several things. */
export const codeToClassify = z.object({
  kind: z.enum(['carc', 'rarc']),
  code: z.string(),
  /** Null: no row knows it. */
  label: z.string().nullable(),
  why: z.enum(['unknown', 'ambiguous']),
  claims: z.int(),
  openDenials: z.int(),
  /** Claims that opened no denial and came again for none: a class that opens denials opens them. */
  keptClaims: z.int(),
  /** What its adjustments took away; of a remark what the claim or the line that carries it left unpaid. */
  amountCents: cents,
  /** Of the latest notice that carries it. */
  lastSeenOn: isoDate.nullable(),
});
export type CodeToClassify = z.infer<typeof codeToClassify>;
/** Most open denials first. */
export const codesToClassify = listOf(codeToClassify);
export type CodesToClassify = z.infer<typeof codesToClassify>;
