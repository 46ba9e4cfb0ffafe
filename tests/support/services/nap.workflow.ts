import { sleep } from '@temporalio/workflow';

/** Waits, and nothing else: what a test of moved time watches. */
export async function nap(duration: string): Promise<void> {
  await sleep(duration as Parameters<typeof sleep>[0]);
}
