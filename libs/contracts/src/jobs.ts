import { z } from 'zod';
import { id } from './shapes.ts';

/** Queue jobs: ids only, nothing of a patient crosses into the queue. Work that matters is found again from rows. */
export const JOBS = {
  imports: z.object({ organizationId: id, remittanceId: id }),
  documents: z.object({ organizationId: id, documentId: id }),
} as const;
export type JobQueue = keyof typeof JOBS;
export type JobOf<Queue extends JobQueue> = z.infer<(typeof JOBS)[Queue]>;
