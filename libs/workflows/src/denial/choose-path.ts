import { pathRow } from '@overturn/domain';
import type { PathId, Stage } from '@overturn/domain';
import { patched } from '@temporalio/workflow';
import type { Case } from './case.ts';
import { rescue, rescueKey } from './rescue.ts';
import { closeAs } from './review-intake.ts';

type PathRow = ReturnType<typeof pathRow>;
const STAGE_OF: Record<PathRow['asks'], Stage> = {
  correction: 'fix-claim',
  exception: 'request-exception',
  appeal: 'appeal',
  nothing: 'choose-path',
};
export const stageAfterPath = ({ asks }: Pick<PathRow, 'asks'>): Stage => STAGE_OF[asks];

/** One path is proposed with its reasons; a person confirms it or says which other, and why. */
export async function choosePath(denial: Case): Promise<Stage> {
  for (let round = 1; ; round++) {
    const key = denial.here(`choose-path/${round}`);
    const answer = await denial.mustAsk({ kind: 'choose-path', key, why: 'path' });
    const suggested = denial.state.facts.suggestedPath;
    // remembered: what is suggested later is not what was confirmed
    const path = (answer.path ??= suggested);
    denial.state.path = path;
    await denial.once(`${key}/path`, { op: 'path', path, suggested: path === suggested });
    const next = await stageFor(denial, path, key);
    if (next) return next;
  }
}

/** Undefined: choose again. An appeal without the exception question, and giving up, are a supervisor's to decide. */
async function stageFor(denial: Case, path: PathId, key: string): Promise<Stage | undefined> {
  const row = pathRow(path);
  if (row.asks === 'nothing') {
    const { outcome } = await denial.mustAsk({ kind: 'decide-write-off', key: `${key}/write-off`, why: 'no-ground' });
    return outcome === 'written-off' ? closeAs(denial, 'written-off') : undefined;
  }
  const wasAsked = denial.answer(rescueKey('straight-to-appeal', key)) !== undefined;
  if (row.asks === 'appeal' && (wasAsked || !forcedByFilingDate(denial))) {
    const next = await rescue(denial, 'straight-to-appeal', key);
    return next === 'go-on' ? undefined : next;
  }
  return stageAfterPath(row);
}

/** The filing date forces an appeal from the tier on at which it is drafted. */
const forcedByFilingDate = (denial: Case): boolean =>
  patched('appeal-forced-once-drafted') && denial.state.done.includes('appeal-1');
