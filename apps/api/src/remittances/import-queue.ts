import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '@overturn/config';
import { openSender, prepareQueues } from '@overturn/data/queues/queues';
import type { JobSender } from '@overturn/data/queues/queues';
import { CONFIG } from '../ports.ts';

/** Asks for a received import to be read, after its row is committed. A queue that is away loses nothing: the worker looks for rows that nobody reads. */
@Injectable()
export class ImportQueue implements OnApplicationShutdown {
  #sender: Promise<JobSender<'imports'>> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async ask(organizationId: string, remittanceId: string): Promise<void> {
    try {
      const sender = await (this.#sender ??= this.#open());
      await sender.add({ organizationId, remittanceId }, { jobId: remittanceId });
    } catch {
      this.#sender = undefined;
    }
  }

  async #open(): Promise<JobSender<'imports'>> {
    await prepareQueues(this.config);
    return openSender(this.config, 'imports');
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.#sender?.catch(() => undefined))?.close();
  }
}
