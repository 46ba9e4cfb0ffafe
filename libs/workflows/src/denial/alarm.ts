import { condition, workflowInfo } from '@temporalio/workflow';
import type { Instant } from '../activities.ts';
import { isPast, Turn } from './case.ts';
import type { Case } from './case.ts';
import { applyCommands } from './commands.ts';
import { dueTiers, filingInstants, raiseDueTiers } from './filing-clock.ts';
import { moveDueTasks, taskInstants } from './task-clock.ts';
import { hasUnawaited, hearUnawaited } from './unawaited-answers.ts';

/** One alarm timer a denial: wakes at its earliest instant, does what is due, and is armed again, until the case is closed. */
export async function keepAlarm(denial: Case): Promise<void> {
  while (!denial.isOver) {
    if (denial.hasOrphans) await denial.write();
    await applyCommands(denial);
    if (hasUnawaited(denial)) await hearUnawaited(denial);
    // what is being closed is reminded of nothing more
    if (denial.state.stage !== 'closed') {
      await raiseDueTiers(denial);
      await moveDueTasks(denial);
    }
    if (mustRollOver(denial)) denial.turn = new Turn('next-run');
    await untilSomethingIsDue(denial);
  }
  if (denial.ended) await applyCommands(denial);
}

async function untilSomethingIsDue(denial: Case): Promise<void> {
  const next = earliest(denial);
  denial.alarmAt = next ?? null;
  const changed = (): boolean =>
    denial.isOver ||
    denial.hasOrphans ||
    denial.state.commands.length > 0 ||
    hasUnawaited(denial) ||
    isLate(denial) ||
    mustRollOver(denial) ||
    earliest(denial) !== next;
  if (next === undefined || changed()) await condition(changed);
  else await condition(changed, Date.parse(next) - Date.now(), { summary: `next alarm of ${denial.state.stage}` });
}

/** Facts may change so that an instant has passed before it was ever set: it is due now. */
const isLate = (denial: Case): boolean =>
  denial.state.stage !== 'closed' && (dueTiers(denial).length > 0 || taskInstants(denial).some(isPast));

function mustRollOver(denial: Case): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return (
    denial.turn === null && !denial.ended && (continueAsNewSuggested || historyLength > denial.input.rolloverEvents)
  );
}

function earliest(denial: Case): Instant | undefined {
  const instants = [...denial.wakeInstants, ...filingInstants(denial), ...taskInstants(denial)];
  return instants.filter((at) => !isPast(at)).sort()[0];
}
