import { pathRow } from '@overturn/domain';
import type { Stage } from '@overturn/domain';
import { condition } from '@temporalio/workflow';
import type { Op } from '../activities.ts';
import type { CaseState } from './case-state.ts';
import type { Case } from './case.ts';
import { protectOps } from './filing-clock.ts';
import { stageAfterPath } from './choose-path.ts';

type QueuedCommand = CaseState['commands'][number];
/** What a command does: it writes, and perhaps leads the story elsewhere; or a sentence says why it is refused. */
type Verdict = { ops?: Op[]; to?: Stage } | { refused: string };

/** Wider than what the api lets in by now: a command that was taken while the network was being verified is obeyed. */
const BEFORE_SENDING: readonly Stage[] = ['verify-network', 'choose-path', 'request-exception', 'fix-claim'];

/** The workflow has the last word on every command; its fate is written in the same step. */
const JUDGE: Record<QueuedCommand['kind'], (denial: Case, command: QueuedCommand) => Verdict> = {
  withdraw: (denial) => {
    denial.state.closeReason = 'withdrawn';
    return { to: 'closed' };
  },
  'choose-path': (denial, { path }) => {
    if (!path) return { refused: 'Say which path.' };
    if (denial.state.stage === 'intake-review') return { refused: 'Finish the review of the intake first.' };
    if (!BEFORE_SENDING.includes(denial.state.stage))
      return { refused: 'The request is on its way: wait for the answer or withdraw.' };
    denial.state.path = path;
    return { ops: [{ op: 'path', path, suggested: false }], to: stageAfterPath(pathRow(path)) };
  },
  'file-now': (denial, { id }) => {
    const filing = denial.state.facts.filings.find(({ purpose }) => purpose === 'appeal');
    if (!filing) return { refused: 'No filing date is known: change the facts of the denial first.' };
    if (denial.state.facts.appealSent) return { refused: 'The appeal is filed already.' };
    const ops = protectOps(denial, filing, 'chosen', id);
    return ops.some(({ op }) => op === 'open-task') ? { ops } : { refused: 'The filing is asked for already.' };
  },
  // the facts themselves were changed by the act; the step's facts are read after it
  'change-fact': () => ({}),
};

/** A fact was changed with its act, whatever the stage; anything else comes too late for what is being closed. */
const judge = (denial: Case, command: QueuedCommand): Verdict =>
  denial.state.stage === 'closed' && command.kind !== 'change-fact'
    ? { refused: 'This denial is closed.' }
    : JUDGE[command.kind](denial, command);

/** Judges each command where the story stands still, so that none leads away from a step that is just being finished. */
export async function applyCommands(denial: Case): Promise<void> {
  while (denial.state.commands.length > 0) {
    await condition(() => denial.isAtRest || denial.ended);
    const command = denial.state.commands.shift()!;
    const verdict = judge(denial, command);
    const refused = 'refused' in verdict ? verdict.refused : null;
    const decided: Op = {
      op: 'command',
      commandId: command.id,
      state: refused ? 'refused' : 'applied',
      reason: refused,
    };
    const { ops = [], to } = 'refused' in verdict ? {} : verdict;
    if (to) denial.leadTo(to);
    await denial.write(...ops, decided);
  }
}
