import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import type { InjectedSinks } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import type { CaseFacts, Step } from '@overturn/workflows/activities';
import type { DenialInput } from '@overturn/workflows/messages';
import type { StepSinks } from './steps.interceptor.ts';
import { HISTORIES } from './take-history.ts';

type Payloads = { payloads?: { data?: string }[] };
export interface StoredHistory {
  events: {
    eventType: string;
    activityTaskScheduledEventAttributes?: { input?: Payloads };
    activityTaskCompletedEventAttributes?: { result?: Payloads };
    workflowExecutionStartedEventAttributes?: { input?: Payloads };
  }[];
}

export const storedNames = (): string[] =>
  readdirSync(HISTORIES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

export const stored = (...names: string[]): Record<string, StoredHistory> =>
  Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(join(HISTORIES, `${name}.json`), 'utf8'))]));

/** Before anything of Temporal is used: what it logs of replays, broken ones too, is what these tests say themselves. */
export function beQuiet(): void {
  const logging = { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) };
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging } });
}

/** The workflows as they are now, as one file, with what hands out their steps. */
export async function bundleForReplay(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(import.meta.resolve('@overturn/workflows')),
    workflowInterceptorModules: [join(import.meta.dirname, 'steps.interceptor.ts')],
    logger: new DefaultLogger('WARN'),
  });
  return code;
}

/** What is wrong with each of these histories under this code: nothing, or one sentence. */
export async function replay(
  code: string,
  histories: Record<string, StoredHistory>,
): Promise<Record<string, string | null>> {
  const written = new Map<string, Step[]>();
  const sinks: InjectedSinks<StepSinks> = {
    steps: {
      written: {
        fn: ({ workflowId }, step) => void written.set(workflowId, [...(written.get(workflowId) ?? []), plain(step)]),
        callDuringReplay: true,
      },
    },
  };
  const replayed = Object.entries(histories).map(([workflowId, history]) => ({
    workflowId,
    history: historyFromJSON(history),
  }));
  const results: Record<string, string | null> = {};
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { code }, sinks }, replayed))
    results[workflowId] = error
      ? `${error.name}: ${error.message}`
      : otherSteps(histories[workflowId]!, written.get(workflowId) ?? []);
  return results;
}

/** Temporal compares the commands; an activity's input may still differ, and then the run believes what was never written. */
function otherSteps(history: StoredHistory, steps: Step[]): string | null {
  const replayed = steps.map(whatIsWritten);
  const recorded = stepsOf(history).map(whatIsWritten);
  const index = recorded.findIndex((step, nth) => !isDeepStrictEqual(step, replayed[nth]));
  if (index < 0 && recorded.length === replayed.length) return null;
  const [was, is] = [recorded[index], replayed[index]].map((step) => JSON.stringify(step));
  return `Step ${index + 1} of ${recorded.length} differs.\n  recorded ${was}\n  replayed ${is}`;
}

/** Whose step it is and how far messages were taken may be told in other words; what is written, when and in which order may not. */
const whatIsWritten = ({ seq, now, ops }: Step): Pick<Step, 'seq' | 'now' | 'ops'> => ({ seq, now, ops });

/** Every step that a run asked to be written, in order. */
export const stepsOf = ({ events }: StoredHistory): Step[] =>
  events.flatMap(({ activityTaskScheduledEventAttributes: scheduled }) => payloadOf<Step>(scheduled?.input) ?? []);

/** The facts that a run was told after each step. */
export const factsTold = ({ events }: StoredHistory): CaseFacts[] =>
  events.flatMap(({ activityTaskCompletedEventAttributes: done }) => payloadOf<CaseFacts>(done?.result) ?? []);

/** What a run was started with; of a second run, what the first handed over. */
export const startedWith = ({ events }: StoredHistory): DenialInput | undefined =>
  payloadOf<DenialInput>(events[0]?.workflowExecutionStartedEventAttributes?.input);

function payloadOf<T>(found: Payloads | undefined): T | undefined {
  const data = found?.payloads?.[0]?.data;
  return data === undefined ? undefined : (JSON.parse(Buffer.from(data, 'base64').toString()) as T);
}

/** As it stands in a history, and of this realm: it comes from the workflow's thread. */
const plain = (step: Step): Step => JSON.parse(JSON.stringify(step)) as Step;
