import { z } from 'zod';
import { cents, id, instant, pageOf, pageQuery } from './shapes.ts';

/** One server-sent event: ids only; its number is the SSE id, so `Last-Event-ID` replays what was missed. */
export const liveEventView = z.object({
  id: z.int(),
  kind: z.enum(['task', 'denial', 'remittance', 'command', 'notice', 'document', 'rule']),
  denialId: id.nullable(),
  taskId: id.nullable(),
  subjectId: id.nullable(),
  at: instant,
});
export type LiveEventView = z.infer<typeof liveEventView>;

export const noticeView = z.object({
  id,
  denialId: id,
  taskId: id.nullable(),
  tell: z.string(),
  code: z.string(),
  sentence: z.string(),
  /** Which case: as lists name it, nothing of the patient. */
  payerName: z.string(),
  claimNumberTail: z.string(),
  amountCents: cents,
  at: instant,
  readAt: instant.nullable(),
});
export const noticePage = pageOf(noticeView).extend({ unread: z.int() });
export type NoticePage = z.infer<typeof noticePage>;

export const healthView = z.object({
  state: z.enum(['ok', 'degraded']),
  parts: z.array(z.object({ name: z.string(), state: z.enum(['ok', 'down', 'late']), sentence: z.string() })),
  findings: z.array(
    z.object({
      id,
      kind: z.string(),
      sentence: z.string(),
      foundAt: instant,
      repairedAt: instant.nullable(),
      repair: z.string().nullable(),
      denialId: id.nullable(),
    }),
  ),
  outbox: z.object({ waiting: z.int(), oldestSeconds: z.number().nullable(), isLate: z.boolean() }),
});
export type HealthView = z.infer<typeof healthView>;

export const auditEntryView = z.object({
  id: z.int(),
  at: instant,
  actorKind: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  act: z.string(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  denialId: id.nullable(),
  before: z.unknown(),
  after: z.unknown(),
});
export const auditPage = pageOf(auditEntryView);
export type AuditPage = z.infer<typeof auditPage>;
export const auditQuery = pageQuery.extend({ denialId: id.optional(), act: z.string().max(60).optional() });
export type AuditQuery = z.infer<typeof auditQuery>;

export const storedFileView = z.object({ id, name: z.string(), mediaType: z.string(), sizeBytes: z.int() });
export type StoredFileView = z.infer<typeof storedFileView>;
