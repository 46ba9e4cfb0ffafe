import type { Config } from '@overturn/config';

type Address = Pick<Config, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE'>;

/** Whether Temporal answers for our namespace within so many milliseconds: that its port is open says nothing of it. */
export async function engineAnswers(
  { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE }: Address,
  withinMs: number,
): Promise<boolean> {
  const { Connection } = await import('@temporalio/client');
  const connection = Connection.lazy({ address: TEMPORAL_ADDRESS });
  const ask = () => connection.workflowService.describeNamespace({ namespace: TEMPORAL_NAMESPACE });
  try {
    await connection.withDeadline(Date.now() + withinMs, ask);
    return true;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}
