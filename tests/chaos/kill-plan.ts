import { setTimeout as sleep } from 'node:timers/promises';
import type { Product } from '../support/services/product.ts';
import { until } from './chaos-ground.ts';
import type { Draws } from './draws.ts';

export const VICTIMS = ['worker', 'api', 'temporal', 'postgres'] as const;
export type Victim = (typeof VICTIMS)[number];

/** One sudden death: when so much of the work is done, and so many milliseconds after that. */
export interface Kill {
  victim: Victim;
  /** 0 to 1. */
  point: number;
  afterMs: number;
  downMs: number;
}

/** How far the work is: 0 to 1, and in words for the protocol. */
export interface Progress {
  done: number;
  said: string;
}

/** The last part of the work is left alone, so that a kill finds something to interrupt. */
const LAST_POINT = 0.85;
const LONGEST_AFTER_MS = 80;
const LONGEST_DOWN_MS = 1_200;
const STARTS = 5;

/** Each process once, in an order of the draw, each in a quarter of the work of its own. */
export function drawKills(draws: Draws): Kill[] {
  const victims = draws.shuffled(VICTIMS);
  return victims.map((victim, index) => ({
    victim,
    point: ((index + draws.below(1_000) / 1_000) / victims.length) * LAST_POINT,
    afterMs: draws.below(LONGEST_AFTER_MS),
    downMs: draws.below(LONGEST_DOWN_MS),
  }));
}

/** Carries the kills out while the work goes on; answers with a line on each, as it came to be. */
export async function killInTurn(
  product: Product,
  kills: readonly Kill[],
  progress: () => Promise<Progress>,
): Promise<{ victim: Victim; done: number; line: string }[]> {
  const carriedOut: { victim: Victim; done: number; line: string }[] = [];
  for (const { victim, point, afterMs, downMs } of kills) {
    await untilDone(point, progress, () => carriedOut.map(({ line }) => line));
    await sleep(afterMs);
    const { done, said } = await progress();
    await product.kill(victim, 'SIGKILL');
    await sleep(downMs);
    await startAgain(product, victim);
    carriedOut.push({ victim, done, line: `${victim} killed with ${said}, down for ${downMs} ms` });
  }
  return carriedOut;
}

/** Says, when it waits in vain, how far the work came and who died before. */
async function untilDone(point: number, progress: () => Promise<Progress>, before: () => string[]): Promise<void> {
  let last = '';
  await until(
    () => [`the work is ${Math.round(point * 100)} % done (${last})`, ...before()].join('; '),
    async () => {
      const { done, said } = await progress();
      last = said;
      return done >= point;
    },
  );
}

/** As whatever watches over a process does: once more when the start fails, for instance while what it needs is away. */
export async function startAgain(product: Product, victim: Victim): Promise<void> {
  for (let start = 1; ; start++) {
    try {
      return await product.restart(victim);
    } catch (error) {
      if (start === STARTS) throw error;
    }
  }
}
