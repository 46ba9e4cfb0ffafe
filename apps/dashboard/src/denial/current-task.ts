import type { TaskView } from '@overturn/contracts';

/** A filing date that is here goes before whatever else is due. */
const rank = ({ kind }: TaskView): number => (kind === 'protect-filing-date' ? 0 : 1);
const byDue = (a: TaskView, b: TaskView) => rank(a) - rank(b) || a.dueAt.localeCompare(b.dueAt);

/** Open and claimed ones, the first due first. */
export const openTasks = (tasks: readonly TaskView[]): TaskView[] =>
  tasks.filter(({ state }) => state === 'open' || state === 'claimed').sort(byDue);

/** The task to show: the one asked for while it is open or just answered, else an answer on its way to the engine, else mine, else the first due. */
export function currentTask(tasks: readonly TaskView[], userId: string, wantedId?: string): TaskView | undefined {
  const open = openTasks(tasks);
  const wanted = tasks.find(
    ({ id, state, awaitingEngine }) => id === wantedId && (state === 'open' || state === 'claimed' || awaitingEngine),
  );
  const mine = open.find(({ assignee }) => assignee?.id === userId);
  const answered = tasks
    .filter(({ awaitingEngine }) => awaitingEngine)
    .sort(byDue)
    .at(-1);
  return wanted ?? mine ?? answered ?? open[0];
}
