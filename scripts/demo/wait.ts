const PAUSE_MS = 300;
const LONGEST_MS = 90_000;

/** It did not come in time; the sentence says what. */
export class NeverCame extends Error {}

/** Asks until there is an answer. Throws NeverCame after a minute and a half, or when asked to stop. */
export async function waitFor<T>(
  what: string,
  isStopped: () => boolean,
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const until = Date.now() + LONGEST_MS;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (isStopped() || Date.now() > until) throw new NeverCame(`Waited for ${what}, which did not come.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
