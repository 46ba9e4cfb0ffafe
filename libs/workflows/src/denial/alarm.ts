import { condition, workflowInfo } from '@temporalio/workflow';
import type { Instant } from '../activities.ts';
import { isPast, Turn } from './case.ts';
import type { Case } from './case.ts';
import { applyCommands } from './commands.ts';
import { filingInstants, raiseDueTiers } from './filing-clock.ts';
import { moveDueTasks, taskInstants } from './task-clock.ts';

/** One alarm timer a denial: wakes at its earliest instant, does what is due, and is armed again, until the case is closed. */
export async function keepAlarm(denial: Case): Promise<void> {
  while (!denial.ended && denial.turn?.to !== 'next-run') {
    if (denial.hasOrphans) await denial.write();
    await applyCommands(denial);
    await raiseDueTiers(denial);
    await moveDueTasks(denial);
    if (isLong(denial)) denial.turn ??= new Turn('next-run');
    const next = earliest(denial);
    const changed = () =>
      denial.ended ||
      denial.turn?.to === 'next-run' ||
      denial.hasOrphans ||
      denial.state.commands.length > 0 ||
      earliest(denial) !== next;
    if (next === undefined) await condition(changed);
    else await condition(changed, Date.parse(next) - Date.now(), { summary: `next alarm of ${denial.state.stage}` });
  }
}

function isLong(denial: Case): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength > denial.input.rolloverEvents;
}

function earliest(denial: Case): Instant | undefined {
  const instants = [...denial.wakeInstants, ...filingInstants(denial), ...taskInstants(denial)];
  return instants.filter((at) => !isPast(at)).sort()[0];
}
