import { setTimeout as sleep } from 'node:timers/promises';
import type { Staff } from '../support/staff.ts';

const PATIENCE_MS = 120_000;
const ONE_TRY_MS = 15_000;
const PAUSE_MS = 150;

/** How a request ended after being sent as often as it took; `unanswered` says how many of the tries got no answer that counts. */
export interface Outcome {
  status: number;
  body: Record<string, unknown>;
  unanswered: number;
}

type Ask = Parameters<Staff['request']>;

/** Sends the same request until somebody answers it, as a client does whose server went away: a broken line and 5xx count as no answer. */
export async function persist(staff: Staff, ...ask: Ask): Promise<Outcome> {
  const until = Date.now() + PATIENCE_MS;
  for (let unanswered = 0; ; unanswered++) {
    const answered = await once(staff, ask);
    if (answered && answered.status < 500) return { ...answered, unanswered };
    if (Date.now() > until) throw new Error(`Nobody answers ${ask[0]} ${ask[1]}: ${JSON.stringify(answered)}`);
    await sleep(PAUSE_MS);
  }
}

async function once(staff: Staff, ask: Ask): Promise<Omit<Outcome, 'unanswered'> | undefined> {
  const late = new AbortController();
  try {
    return await Promise.race([
      staff
        .request(...ask)
        .then(async (response) => ({ status: response.status, body: bodyOf(await response.text()) })),
      sleep(ONE_TRY_MS, undefined, { signal: late.signal }),
    ]);
  } catch {
    return undefined; // refused, reset, or cut off in the middle of the answer
  } finally {
    late.abort();
  }
}

const bodyOf = (text: string): Record<string, unknown> =>
  text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
