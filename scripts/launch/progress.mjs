/** Calm lines: one when a step ends, and word of it while it takes long. Plain JavaScript, since the first of them are said by whatever Node the machine has. */

const QUIET_MS = 2_000;
const REMIND_MS = 30_000;

const isTerminal = process.stdout.isTTY === true;

const seconds = (since) => `${Math.max(1, Math.round((Date.now() - since) / 1_000))} s`;

/** @param {string} line */
export const say = (line) => process.stdout.write(`${isTerminal ? '\r\x1b[K' : ''}${line}\n`);

/**
 * Runs `work`; a step of more than two seconds says that it runs, and keeps saying so: in place on a terminal, every 30 seconds elsewhere.
 * @template T
 * @param {string} doing what is being done, for example "Installing packages"
 * @param {(say: (detail: string) => void) => Promise<T>} work may say a detail, shown with the next reminder
 * @returns {Promise<T>}
 */
export async function step(doing, work) {
  const began = Date.now();
  let detail = '';
  let said = false;
  const remind = () => {
    const line = `  ${doing} …${said ? ` ${seconds(began)}` : ''}${detail ? ` (${detail})` : ''}`;
    if (isTerminal) process.stdout.write(`\r\x1b[K${line}`);
    else say(line);
    said = true;
  };
  const first = setTimeout(remind, QUIET_MS);
  const again = setInterval(() => said && remind(), isTerminal ? 1_000 : REMIND_MS);
  try {
    const result = await work((text) => void (detail = text));
    if (said) say(`  ${doing}: done in ${seconds(began)}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(again);
  }
}
