import { QUEUES, TASK_KIND_IDS } from '@overturn/domain';
import type { TaskKind } from '@overturn/domain';
import { z } from 'zod';
import { cents, exactly, id, instant, isoDate, pageOf, pageQuery } from './shapes.ts';

const kind = z.enum(TASK_KIND_IDS as [TaskKind, ...TaskKind[]]);

/** One staff task. Its form, outcomes and checklist are in the domain's table of kinds. */
export const taskView = z.object({
  id,
  denialId: id,
  kind,
  queue: z.string(),
  title: z.string(),
  role: z.string(),
  state: z.enum(['open', 'claimed', 'completed', 'cancelled']),
  /** Completed, but still in the seconds in which it can be undone. */
  undoUntil: instant.nullable(),
  /** The engine has not taken the answer yet. */
  awaitingEngine: z.boolean(),
  assignee: z.object({ id, name: z.string() }).nullable(),
  clientId: id,
  teamId: id,
  dueAt: instant,
  dueOn: isoDate,
  snoozedUntil: instant.nullable(),
  raisedAt: instant.nullable(),
  openedAt: instant,
  safeDueOn: isoDate.nullable(),
  legalDueOn: isoDate.nullable(),
  amountCents: cents,
  payerName: z.string(),
  claimNumberTail: z.string(),
  patientInitials: z.string(),
  serviceFrom: isoDate.nullable(),
  procedure: z.string().nullable(),
  stage: z.string(),
  /** What the form needs: lacks named by the gate, document to review or send, why it was raised. */
  context: z.record(z.string(), z.unknown()),
  outcome: z.string().nullable(),
  version: z.int(),
});
export type TaskView = z.infer<typeof taskView>;
export const taskPage = pageOf(taskView);
export type TaskPage = z.infer<typeof taskPage>;
export const taskQuery = pageQuery.extend({
  /** `mine`: claimed by me; `team`: everything I may do; `snoozed`; `raised`: late, told to a supervisor. */
  view: z.enum(['mine', 'team', 'snoozed', 'raised']).default('team'),
  queue: z.enum(QUEUES.map((row) => row.queue) as [string, ...string[]]).optional(),
  denialId: id.optional(),
  state: z.enum(['open', 'completed', 'all']).default('open'),
});
export type TaskQuery = z.infer<typeof taskQuery>;
export const queueCounts = z.object({
  mine: z.int(),
  team: z.int(),
  snoozed: z.int(),
  raised: z.int(),
  queues: z.array(z.object({ queue: z.string(), label: z.string(), open: z.int(), overdue: z.int() })),
});
export type QueueCounts = z.infer<typeof queueCounts>;

export const nextTaskBody = exactly({
  queue: z.string().optional(),
  clientId: id.optional(),
  /** The denial whose step was just done: whoever goes on gives up the undo, and what was held there is let go. */
  denialId: id.optional(),
}).default({});
export type NextTaskBody = z.infer<typeof nextTaskBody>;
export const completeTaskBody = exactly({
  outcome: z.string().min(1).max(60),
  answer: z.record(z.string(), z.unknown()).default({}),
  /** Of a review: the version of the letter that was read; an approval of an older one is refused. */
  documentVersion: z.int().positive().optional(),
});
export type CompleteTaskBody = z.infer<typeof completeTaskBody>;
export const completedTaskView = z.object({ task: taskView, messageId: id, undoUntil: instant.nullable() });
export type CompletedTaskView = z.infer<typeof completedTaskView>;
export const snoozeTaskBody = exactly({ until: instant });
export type SnoozeTaskBody = z.infer<typeof snoozeTaskBody>;
export const assignTaskBody = exactly({ userId: id.nullable() });
export type AssignTaskBody = z.infer<typeof assignTaskBody>;
