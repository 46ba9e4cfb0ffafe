import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChaosGround } from './chaos-ground.ts';
import { completeWithKills } from './completion-round.ts';
import { Draws } from './draws.ts';
import { brokenSeal } from './facts-in-chains.ts';
import { readHistories } from './facts-in-histories.ts';
import type { Told } from './facts-in-histories.ts';
import { brokenRules, completedTasks, denialsOf, importFacts, messagesOf } from './facts-in-rows.ts';
import { CLAIMS, DENIALS, importWithKills } from './import-round.ts';

/** The network question, and beside it which rules apply. */
const TASKS = 2 * DENIALS;

const ROUND_MS = 240_000;
const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
const twice = (things: readonly unknown[]): number => things.length - new Set(things).size;

/** Every process dies once a round, during an import and then during completions; every fact is read from SQL and from Temporal's histories. */
export function describeKills(rounds: number): void {
  describe.each(Array.from({ length: rounds }, (_, index) => index + 1))(
    'kill -9 of every process, round %i',
    (round) => {
      const draws = new Draws(Number(process.env['OVERTURN_KILL_SEED'] ?? (Date.now() + 7_919 * round) % 1_000_000));
      let ground: ChaosGround;
      beforeAll(async () => void (ground = await ChaosGround.open()), ROUND_MS);
      afterAll(() => ground?.close(), 60_000);

      it(
        `during an import of ${CLAIMS} claims: nothing lost, nothing twice`,
        async () => {
          const { remittanceId, kills, uploads, unanswered } = await importWithKills(ground, draws);
          const facts = await importFacts(ground, remittanceId);
          const histories = await readHistories(ground, await denialsOf(ground, remittanceId));
          const inHistory = summaryOf(histories);
          print([
            `OVERTURN_KILL_SEED=${draws.seed}, import: taken ${uploads} times, ${unanswered} tries unanswered`,
            ...kills.map(({ line }) => `  ${line}`),
            `  rows: ${JSON.stringify(facts)}`,
            `  histories: ${JSON.stringify(inHistory)}`,
          ]);
          expect(kills.filter(({ done }) => done < 1).length).toBeGreaterThan(0);
          expect(facts).toEqual({
            ...{ claims: CLAIMS, positions: CLAIMS, claimNumbers: CLAIMS, claimsSaid: CLAIMS, refused: 0 },
            ...{ denials: DENIALS, deniedClaims: DENIALS, denialsSaid: DENIALS, starts: DENIALS, started: DENIALS },
            ...{ auditOpened: DENIALS, auditOpenedOf: DENIALS, auditImported: 1, auditReceived: 1 },
            ...{ timelineOpened: DENIALS, openTasks: TASKS, timelineTasks: TASKS },
          });
          expect(inHistory).toMatchObject({ workflows: DENIALS, runs: DENIALS, stepsTwice: 0, applied: 0, broken: 0 });
          expect(await brokenRules(ground)).toEqual({});
          expect(await brokenSeal(ground)).toBeUndefined();
        },
        ROUND_MS,
      );

      it(
        'while several people complete tasks: nothing lost, nothing twice',
        async () => {
          const { completions, kills } = await completeWithKills(ground, draws);
          const done = await completedTasks(ground);
          const denialIds = [...new Set(done.map(({ denialId }) => denialId))];
          const histories = await readHistories(ground, denialIds);
          const inHistory = summaryOf(histories);
          const accepted = completions.filter(({ status }) => status === 200);
          const unanswered = completions.reduce((sum, one) => sum + one.unanswered, 0);
          const byTask = new Map(done.map((task) => [task.id, task.by]));
          const lost = completions.filter(({ taskId, by, status }) => status === 409 && byTask.get(taskId) === by.id);
          print([
            `OVERTURN_KILL_SEED=${draws.seed}, completions: ${accepted.length} accepted, ${completions.length - accepted.length} refused, ${unanswered} tries unanswered, ${lost.length} accepted in a try whose answer was lost`,
            ...kills.map(({ line }) => `  ${line}`),
            `  rows: ${done.length} tasks completed of ${denialIds.length} denials`,
            `  histories: ${JSON.stringify(inHistory)}`,
          ]);

          expect(kills.filter(({ done: part }) => part < 1).length).toBeGreaterThan(0);
          expect(await brokenRules(ground)).toEqual({});
          expect(await brokenSeal(ground)).toBeUndefined();
          // what was accepted is this person's, once; what was refused is somebody's: perhaps this person's in a try whose answer was lost
          expect(twice(accepted.map(({ taskId }) => taskId))).toBe(0);
          for (const { taskId, by } of accepted) expect(byTask.get(taskId)).toBe(by.id);
          for (const { taskId } of completions) expect(byTask.has(taskId)).toBe(true);
          expect(new Set(completions.map(({ taskId }) => taskId)).size).toBe(done.length);
          // the histories took each message once, and each answer once
          expect(inHistory).toMatchObject({ runs: denialIds.length, stepsTwice: 0, broken: 0, applied: done.length });
          expect(histories.flatMap(({ applied }) => applied).sort()).toEqual(done.map(({ id }) => id).sort());
          const sent = await messagesOf(ground, denialIds);
          expect(
            new Set(
              histories.flatMap((one) =>
                one.signals.map((signal) => `${one.denialId} ${signal.number} ${signal.kind}`),
              ),
            ),
          ).toEqual(new Set(sent.map(({ denialId, number, kind }) => `${denialId} ${number} ${kind}`)));
        },
        ROUND_MS,
      );
    },
  );
}

function summaryOf(histories: readonly Told[]): Record<string, number> {
  const sum = (count: (told: Told) => number): number => histories.reduce((total, told) => total + count(told), 0);
  return {
    workflows: histories.length,
    runs: sum(({ runs }) => runs),
    steps: sum(({ steps }) => steps.length),
    stepsTwice: sum(({ steps }) => twice(steps)),
    signals: sum(({ signals }) => signals.length),
    signalledAgain: sum(({ signals }) => twice(signals.map(({ number }) => number))),
    applied: sum(({ applied }) => applied.length),
    broken: sum(({ broken }) => broken),
  };
}
