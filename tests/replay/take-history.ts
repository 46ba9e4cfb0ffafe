import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflowIdOf } from '@overturn/domain';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { StoredHistory } from './replay.ts';

export const HISTORIES = join(import.meta.dirname, 'histories');

/** What says where a history was made and is not needed to replay it. */
const OF_THE_MACHINE = ['identity', 'workerVersion', 'binaryChecksum', 'requestId', 'stickyAttributes'];

/** The histories of a denial's runs, from the first to the one that runs or ended last. */
export async function takeHistories(client: Client, denialId: string): Promise<StoredHistory[]> {
  const workflowId = workflowIdOf(denialId);
  const histories: StoredHistory[] = [];
  let { runId }: { runId: string | null | undefined } = await client.workflow.getHandle(workflowId).describe();
  // from the last one back: the test server at times forgets to say in a run that another followed
  while (runId) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    histories.unshift(withoutMachine(JSON.parse(historyToJSON(history))) as StoredHistory);
    runId = history.events![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId;
  }
  return histories;
}

export function keepHistories(road: string, histories: StoredHistory[]): void {
  mkdirSync(HISTORIES, { recursive: true });
  for (const [index, history] of histories.entries()) {
    const name = histories.length === 1 ? road : `${road}.run-${index + 1}`;
    writeFileSync(join(HISTORIES, `${name}.json`), `${JSON.stringify(history)}\n`);
  }
}

function withoutMachine(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMachine);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !OF_THE_MACHINE.includes(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutMachine(inner)]));
}
