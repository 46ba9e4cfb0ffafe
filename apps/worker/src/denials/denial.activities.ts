import type { Database } from '@overturn/data/database/database';
import type { JobSender } from '@overturn/data/queues/queues';
import type { DenialActivities } from '@overturn/workflows/activities';
import { projectStep } from './projection/project-step.ts';

export interface DenialPorts {
  database: Database;
  documents: JobSender<'documents'>;
}

/** What the denial workflow asks for: one activity a step, which writes everything of that step. */
export const denialActivities = ({ database, documents }: DenialPorts): DenialActivities => ({
  async project(step) {
    const { facts, toRender } = await projectStep(database, step);
    // best effort: a sweep finds an approved document that nobody rendered
    const { organizationId } = step;
    await Promise.allSettled(toRender.map((documentId) => documents.add({ organizationId, documentId })));
    return facts;
  },
});
