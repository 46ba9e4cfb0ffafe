import { pathRow } from '@overturn/domain';
import type { Stage } from '@overturn/domain';
import type { CaseState } from './case-state.ts';
import { appealOps } from './appeals.ts';
import { Turn } from './case.ts';
import type { Case } from './case.ts';
import { askToProtect } from './filing-clock.ts';
import { stageAfterPath } from './choose-path.ts';

type QueuedCommand = CaseState['commands'][number];
/** Undefined: applied; a sentence: why not. */
type Outcome = string | undefined;

const BEFORE_SENDING: readonly Stage[] = [
  'intake-review',
  'verify-network',
  'choose-path',
  'request-exception',
  'fix-claim',
];

/** The workflow has the last word on every command; its fate is written with the next step. */
const APPLY: Record<QueuedCommand['kind'], (denial: Case, command: QueuedCommand) => Promise<Outcome>> = {
  withdraw: async (denial) => {
    denial.state.closeReason = 'withdrawn';
    denial.turn = new Turn('closed');
    return undefined;
  },
  'choose-path': async (denial, { path }) => {
    if (!path) return 'Say which path.';
    if (!BEFORE_SENDING.includes(denial.state.stage))
      return 'The request is on its way: wait for the answer or withdraw.';
    await denial.write({ op: 'path', path, suggested: false });
    denial.state.path = path;
    denial.turn = new Turn(stageAfterPath(pathRow(path)));
    return undefined;
  },
  'file-now': async (denial) => {
    const filing = denial.state.facts.filings.find(({ purpose }) => purpose === 'appeal');
    if (!filing || denial.state.facts.appealSent) return 'The appeal is filed already.';
    await askToProtect(denial, filing, ...appealOps(denial, 'chosen'));
    return undefined;
  },
  'change-fact': async () => undefined,
};

export async function applyCommands(denial: Case): Promise<void> {
  for (let command = denial.state.commands.shift(); command; command = denial.state.commands.shift()) {
    const reason = await APPLY[command.kind](denial, command);
    await denial.write({
      op: 'command',
      commandId: command.id,
      state: reason ? 'refused' : 'applied',
      reason: reason ?? null,
    });
  }
}
