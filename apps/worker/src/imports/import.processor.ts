import { runImport } from './run-import.ts';
import type { ImportJob, ImportPorts } from './run-import.ts';

/** The work of the `imports` queue. */
export class ImportProcessor {
  readonly #ports: ImportPorts;

  constructor(ports: ImportPorts) {
    this.#ports = ports;
  }

  /** Throws while another process reads the import, so that the queue asks again: that process may die. */
  async process(job: ImportJob): Promise<void> {
    if ((await runImport(this.#ports, job)) === 'busy') throw new Error('Another process is reading this import.');
  }
}
