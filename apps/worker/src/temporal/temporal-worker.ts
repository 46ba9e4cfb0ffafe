import type { Config } from '@overturn/config';
import type { DenialActivities } from '@overturn/workflows/activities';
import { DENIAL_TASK_QUEUE } from '@overturn/workflows/messages';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { LogEntry } from '@temporalio/worker';
import { readWorkflowBundle } from './workflow-bundle.ts';

type Settings = Pick<Config, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE'>;

/** The process's one Temporal worker: polls from `run` until `stop`, and `stop` waits for what is being done. */
export class TemporalWorker {
  readonly #connection: NativeConnection;
  readonly #worker: Worker;
  #running: Promise<void> | undefined;

  private constructor(connection: NativeConnection, worker: Worker) {
    this.#connection = connection;
    this.#worker = worker;
  }

  /** Connects and prepares; nothing is polled yet. The signals stay with the application, which stops in its own order. */
  static async open(
    settings: Settings,
    activities: DenialActivities,
    log: (entry: LogEntry) => void,
  ): Promise<TemporalWorker> {
    Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN', log) });
    const connection = await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
    const worker = await Worker.create({
      connection,
      namespace: settings.TEMPORAL_NAMESPACE,
      taskQueue: DENIAL_TASK_QUEUE,
      workflowBundle: await readWorkflowBundle(),
      activities: { ...activities },
      shutdownGraceTime: '10 seconds',
      maxConcurrentActivityTaskExecutions: 40,
    });
    return new TemporalWorker(connection, worker);
  }

  /** Polls. `onEnd` hears of a worker that ended by itself: the process should end too and be started again. */
  run(onEnd: (error: unknown) => void): void {
    this.#running = this.#worker.run();
    this.#running.catch(onEnd);
  }

  async stop(): Promise<void> {
    if (this.#worker.getState() === 'RUNNING') this.#worker.shutdown();
    await this.#running?.catch(() => undefined);
    await this.#connection.close();
  }
}
