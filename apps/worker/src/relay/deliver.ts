import { workflowIdOf } from '@overturn/domain';
import { DENIAL_TASK_QUEUE, DENIAL_WORKFLOW, MESSAGE_SIGNAL, SEARCH_ATTRIBUTES } from '@overturn/workflows/messages';
import type { DenialInput } from '@overturn/workflows/messages';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, WorkflowIdReusePolicy } from '@temporalio/common';
import type { OutboxRow } from './relay.ts';

/** `unheard`: no run is there to hear it. Throws when it may arrive later. */
export type Delivery = (message: OutboxRow) => Promise<'heard' | 'unheard'>;

const ORGANIZATION = defineSearchAttributeKey(SEARCH_ATTRIBUTES.organization, SearchAttributeType.KEYWORD);

/** How long one message may take; less than the relay keeps it for itself. */
const PATIENCE_MS = 10_000;

/**
 * Delivers one message of the outbox to Temporal; again is harmless, since a run starts once and numbers are taken once.
 * Gives up after ten seconds: a call that never ends would hold back the messages of every denial.
 */
export const deliverTo =
  (client: Client, rolloverEvents: number, patienceMs = PATIENCE_MS): Delivery =>
  (message) =>
    client.withDeadline(Date.now() + patienceMs, () =>
      message.kind === 'start' ? start(client, message, rolloverEvents) : signal(client, message),
    );

async function start(client: Client, message: OutboxRow, rolloverEvents: number): Promise<'heard'> {
  const { denial_id: denialId, organization_id: organizationId, generation } = message;
  const workflowId = workflowIdOf(denialId);
  if (generation > 1 && (await generationOf(client, workflowId)) >= generation) return 'heard';
  const input: DenialInput = {
    denialId,
    organizationId,
    generation,
    lastNumber: Number(message.payload['lastNumber'] ?? 0),
    startAt: message.payload['startAt'] as DenialInput['startAt'],
    ...(message.payload['carried'] != null && { carried: message.payload['carried'], takenUp: true }),
    rolloverEvents,
  };
  const workflowIdReusePolicy =
    generation === 1 ? WorkflowIdReusePolicy.REJECT_DUPLICATE : WorkflowIdReusePolicy.ALLOW_DUPLICATE;
  await client.workflow
    .start(DENIAL_WORKFLOW, {
      workflowId,
      taskQueue: DENIAL_TASK_QUEUE,
      args: [input],
      workflowIdReusePolicy,
      memo: { generation },
      typedSearchAttributes: [{ key: ORGANIZATION, value: organizationId }],
    })
    .catch(async (error: unknown) => {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      // this very start, delivered before; or an older run that has yet to learn that the denial went on without it
      if ((await generationOf(client, workflowId)) < generation) throw error;
    });
  return 'heard';
}

async function generationOf(client: Client, workflowId: string): Promise<number> {
  const description = await client.workflow
    .getHandle(workflowId)
    .describe()
    .catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return undefined; // the engine lost its store
      throw error;
    });
  return description ? Number(description.memo?.['generation'] ?? 1) : 0;
}

async function signal(client: Client, { denial_id, number, kind, payload }: OutboxRow): Promise<'heard' | 'unheard'> {
  try {
    await client.workflow.getHandle(workflowIdOf(denial_id)).signal(MESSAGE_SIGNAL, { number, kind, payload });
    return 'heard';
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return 'unheard';
  }
}
