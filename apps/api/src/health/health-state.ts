import type { HealthView } from '@overturn/contracts';

/** An answer is handed on within seconds once its undo is over; longer is not usual. */
const LATE_SECONDS = 30;

export const isLate = (oldestSeconds: number | null): boolean => (oldestSeconds ?? 0) > LATE_SECONDS;

interface Seen {
  parts: readonly Pick<HealthView['parts'][number], 'state'>[];
  findings: readonly { repairedAt: unknown }[];
  outbox: { isLate: boolean };
}

/** All is well only when every part answers, no message is late and nothing that was found is open. */
export function healthState({ parts, findings, outbox }: Seen): HealthView['state'] {
  const isWell = parts.every(({ state }) => state === 'ok') && !outbox.isLate;
  return isWell && findings.every(({ repairedAt }) => repairedAt !== null) ? 'ok' : 'degraded';
}
