import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { withLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'overturn-lock-'));

it('lets one in at a time', async () => {
  let inside = 0;
  let most = 0;
  const visit = (): Promise<void> =>
    withLock(join(folder, 'one'), async () => {
      most = Math.max(most, (inside += 1));
      await sleep(20);
      inside -= 1;
    });
  await Promise.all([visit(), visit(), visit()]);
  expect(most).toBe(1);
}, 10_000);

it('takes over from a holder that died', async () => {
  const file = join(folder, 'dead');
  writeFileSync(file, JSON.stringify({ pid: process.pid, began: 'before this process' }));
  expect(await withLock(file, async () => 'in')).toBe('in');
  rmSync(folder, { recursive: true, force: true });
}, 10_000);
