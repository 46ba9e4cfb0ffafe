/** One contender on one file, in a process of its own: `measure.ts <contender> <claims> <rounds>`; prints seconds. */
import { generateRemittance, writeRemittance } from '@overturn/x12';
import { CONTENDERS } from './contenders.ts';

const [name = '', claims = '0', rounds = '0'] = process.argv.slice(2);
const CHUNK = 64 * 1024;

const parts = generateRemittance({ claims: Number(claims), denied: 0.1, datedOn: '2026-11-18', seed: 7 });
const bytes = new Uint8Array(Buffer.concat([...writeRemittance(parts)]));
const chunks: Uint8Array[] = [];
for (let from = 0; from < bytes.length; from += CHUNK) chunks.push(bytes.subarray(from, from + CHUNK));

const read = CONTENDERS[name]!;
const seconds: number[] = [];
/** Processor time, helper threads included: it says the same on a busy machine. */
const cpuSeconds: number[] = [];
let miscounted: number | null = null;
for (let round = 0; round < Number(rounds); round++) {
  const cpu = process.cpuUsage();
  const from = performance.now();
  const found = await read(chunks);
  seconds.push((performance.now() - from) / 1000);
  const { user, system } = process.cpuUsage(cpu);
  cpuSeconds.push((user + system) / 1e6);
  if (found !== Number(claims)) miscounted = found;
}
process.stdout.write(JSON.stringify({ bytes: bytes.length, seconds, cpuSeconds, miscounted }));
