import type { Instant, Op, OpenTask, Told } from '../activities.ts';
import { isPast } from './case.ts';
import type { Case } from './case.ts';

type Move = { to: Told; op: 'remind-task' | 'return-task' | 'raise-task'; at: (task: OpenTask) => Instant };

/** A late task is reminded, goes back to its queue, is raised: one after the other. */
const NEXT: Record<Told, Move | null> = {
  nothing: { to: 'reminded', op: 'remind-task', at: ({ remindAt }) => remindAt },
  reminded: { to: 'returned', op: 'return-task', at: ({ returnAt }) => returnAt },
  returned: { to: 'raised', op: 'raise-task', at: ({ raiseAt }) => raiseAt },
  raised: null,
};

export const taskInstants = (denial: Case): Instant[] =>
  Object.values(denial.state.open).flatMap((task) => NEXT[task.told]?.at(task) ?? []);

/** Moves every task on whose own clock has come to it, in one step. */
export async function moveDueTasks(denial: Case): Promise<void> {
  const ops = Object.entries(denial.state.open).flatMap(([key, task]) => dueMoves(key, task));
  if (ops.length > 0) await denial.write(...ops);
}

function dueMoves(key: string, task: OpenTask): Op[] {
  const ops: Op[] = [];
  for (let move = NEXT[task.told]; move && isPast(move.at(task)); move = NEXT[task.told]) {
    task.told = move.to;
    ops.push({ op: move.op, key });
  }
  return ops;
}
