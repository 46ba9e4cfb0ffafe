/**
 * Records the histories that `replay.test.ts` replays: `npm run record:histories [-- <road> …]`. The roads are played on the
 * whole product with moved time. Record anew only what a change under `patched()` cannot keep, and say why in the commit.
 */
import { Desk } from './desk.ts';
import { workBefore } from './older-worker.ts';
import {
  chooseForcedAppeal,
  closeAtTheGate,
  denyAppealFirst,
  grantKept,
  leaveRegimeOpen,
  rescueForgotten,
  ROADS,
  ROLLED_OVER,
} from './roads.ts';
import { keepHistories, takeHistories } from './take-history.ts';

/** Longer than a run gets by itself on the road of two runs, which ends its first one where it wants. */
const ROLLOVER_EVENTS = '330';

const wanted = process.argv.slice(2);
const isWanted = (road: string): boolean => wanted.length === 0 || wanted.includes(road);

interface Circumstances {
  env?: Record<string, string>;
  /** The workflows are as they were before it. */
  before?: string;
}

async function record(roads: typeof ROADS, { env = {}, before }: Circumstances = {}): Promise<void> {
  const chosen = Object.entries(roads).filter(([road]) => isWanted(road));
  if (chosen.length === 0) return;
  const desk = await Desk.open(env);
  const older = before === undefined ? undefined : await workBefore(desk, before);
  try {
    for (const [road, play] of chosen) {
      const began = Date.now();
      const denialId = await play(desk);
      await desk.time.drain();
      const histories = await takeHistories(desk.temporal, denialId);
      keepHistories(road, histories);
      console.log(`${road}: ${histories.length} run(s), ${Date.now() - began} ms`);
    }
  } finally {
    await older?.stop();
    await desk.close();
  }
}

await record(ROADS);
await record(ROLLED_OVER, { env: { OVERTURN_ROLLOVER_EVENTS: ROLLOVER_EVENTS } });
await record({ 'appeal-forced.before-patch': chooseForcedAppeal }, { before: 'appeal-forced-once-drafted' });
await record({ 'answers-unawaited.before-patch': grantKept }, { before: 'answers-are-heard' });
await record({ 'appeal-answered-early.before-patch': denyAppealFirst }, { before: 'appeal-answers-are-heard' });
await record({ 'gate-closes.before-patch': closeAtTheGate }, { before: 'gate-closes' });
await record({ 'rescue-handed-on.before-patch': rescueForgotten }, { before: 'rescue-is-handed-on' });
await record({ 'regime-found.before-patch': leaveRegimeOpen }, { before: 'regime-is-asked' });
