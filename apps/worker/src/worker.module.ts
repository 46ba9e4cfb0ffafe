import { Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { WorkerProcess } from './worker-process.ts';
import type { WorkerPorts } from './worker-process.ts';

/** Stops the parts first and closes their connections last, once Nest shuts down. */
class WorkerLifecycle implements OnApplicationShutdown {
  constructor(
    private readonly process: WorkerProcess,
    private readonly ports: WorkerPorts,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.process.stop();
    const { imports, documents, connection, clock, database } = this.ports;
    await Promise.allSettled([imports.close(), documents.close(), connection.close(), clock.close()]);
    await database.close();
  }
}

/** The worker as one small Nest module: nothing is started while the container is being built. */
@Module({})
export class WorkerModule {
  static register(ports: WorkerPorts): DynamicModule {
    const process = new WorkerProcess(ports);
    return {
      module: WorkerModule,
      providers: [
        { provide: WorkerProcess, useValue: process },
        { provide: WorkerLifecycle, useValue: new WorkerLifecycle(process, ports) },
      ],
      exports: [WorkerProcess],
    };
  }
}
