import { appendFileSync } from 'node:fs';

/** Writes down what a runner counted, where the build asks for it (`OVERTURN_RESULTS` names the file). */
export function record(runner: string, passed: number, failed: number): void {
  const file = process.env['OVERTURN_RESULTS'];
  if (file) appendFileSync(file, `${JSON.stringify({ runner, passed, failed })}\n`);
}
