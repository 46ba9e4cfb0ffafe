import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection.js';
import type { Clock } from './clock.ts';

/** Reads the time of a Temporal test server, which stands still until a test moves it: months then pass in seconds. */
export async function openTestServerClock(address: string): Promise<Clock> {
  const options = { address, [InternalConnectionOptionsSymbol]: { supportsTestService: true } };
  const connection = await Connection.connect(options);
  const service = connection.testService;
  if (!service)
    throw new Error('This Temporal has no test service: OVERTURN_CLOCK=temporal-test needs a time-skipping server.');
  return {
    async now() {
      const { time } = await service.getCurrentTime({});
      return new Date(Number(time?.seconds ?? 0) * 1000 + Math.floor((time?.nanos ?? 0) / 1e6));
    },
    close: () => connection.close(),
  };
}
