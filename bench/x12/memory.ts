/** Generates, writes and reads `memory.ts <claims>` claims in one stream and prints what the process holds on the way. */
import { generateRemittance, readRemittance, writeRemittance } from '@overturn/x12';

const claims = Number(process.argv[2]);
const STEPS = 5;
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1).padStart(6);

function print(read: number): void {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  process.stdout.write(
    `${read.toLocaleString('en-US').padStart(8)} claims: rss ${megabytes(rss)} MB, heap ${megabytes(heapUsed)} MB, buffers ${megabytes(arrayBuffers)} MB\n`,
  );
}

let read = 0;
print(read);
for await (const event of readRemittance(
  writeRemittance(generateRemittance({ claims, denied: 0.1, datedOn: '2026-11-18', seed: 7 })),
)) {
  if (event.type === 'claim' && ++read % (claims / STEPS) === 0) print(read);
}
