import { workflowIdOf } from '@overturn/domain';
import { Client, Connection } from '@temporalio/client';
import { until } from './chaos-ground.ts';
import type { ChaosGround } from './chaos-ground.ts';

const AT_ONCE = 8;

/** What one denial's history says happened. */
export interface Told {
  denialId: string;
  /** Runs of its workflow, the first one included. */
  runs: number;
  /** Number and kind of every message signalled, as often as it came. */
  signals: { number: number; kind: string }[];
  /** The number of each step that was asked to be written, in order. */
  steps: number[];
  /** Tasks whose answers took effect, as often as that was asked. */
  applied: string[];
  /** Workflow tasks that failed on the workflow's code itself. */
  broken: number;
}

/** How a server names a failure of the workflow's own code: WORKFLOW_WORKER_UNHANDLED_FAILURE, NON_DETERMINISTIC_ERROR. */
const BROKEN_CAUSES = new Set([14, 24]);

interface Payloads {
  payloads?: { data?: Uint8Array | null }[] | null;
}
const decode = <T>(input: Payloads | null | undefined): T =>
  JSON.parse(Buffer.from(input?.payloads?.[0]?.data ?? []).toString()) as T;

/** Reads the histories of these denials from Temporal itself. */
export async function readHistories(ground: ChaosGround, denialIds: readonly string[]): Promise<Told[]> {
  const connection = await Connection.connect({ address: ground.product.services.temporalAddress });
  const client = new Client({ connection });
  try {
    const runs = await runsByWorkflow(client, ground.organizationId, denialIds);
    const waiting = [...denialIds];
    const told: Told[] = [];
    const lane = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
        told.push(await readHistory(client, id, runs.get(workflowIdOf(id)) ?? 0));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return told;
  } finally {
    await connection.close();
  }
}

/** Every run that the server's index knows, by workflow id; the index follows the histories a moment later. */
async function runsByWorkflow(
  client: Client,
  organizationId: string,
  denialIds: readonly string[],
): Promise<Map<string, number>> {
  const wanted = denialIds.map(workflowIdOf);
  let runs = new Map<string, number>();
  await until('the index of workflows shows all of them', async () => {
    runs = new Map();
    for await (const { workflowId } of client.workflow.list({
      query: `OverturnOrganizationId = '${organizationId}'`,
      pageSize: 1_000,
    }))
      runs.set(workflowId, (runs.get(workflowId) ?? 0) + 1);
    return wanted.every((id) => runs.has(id));
  });
  return runs;
}

async function readHistory(client: Client, denialId: string, runs: number): Promise<Told> {
  const told: Told = { denialId, runs, signals: [], steps: [], applied: [], broken: 0 };
  const { events } = await client.workflow.getHandle(workflowIdOf(denialId)).fetchHistory();
  for (const event of events ?? []) {
    const signal = event.workflowExecutionSignaledEventAttributes;
    if (signal) told.signals.push(decode(signal.input));
    const activity = event.activityTaskScheduledEventAttributes;
    if (activity) {
      const { seq, ops } = decode<{ seq: number; ops: { op: string; taskId?: string }[] }>(activity.input);
      told.steps.push(seq);
      for (const { op, taskId } of ops) if (op === 'apply-answer' && taskId) told.applied.push(taskId);
    }
    const failure = event.workflowTaskFailedEventAttributes;
    if (failure && BROKEN_CAUSES.has(Number(failure.cause))) told.broken += 1;
  }
  return told;
}
