import { dateIn, DomainError } from '@overturn/domain';
import type { PathId } from '@overturn/domain';
import { whyNotPath } from '@overturn/domain/screening/why-not-path';
import { allows } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import type { Tx } from '../database/database.ts';
import { readRules } from '../rules/read-rules.ts';
import { screenDenial } from './screen-denial.ts';
import type { ScreenedDenial } from './screen-denial.ts';
import { readScreenRows } from './screen-rows.ts';

async function screenedNow(tx: Tx, now: Date, denialId: string): Promise<ScreenedDenial> {
  const rows = await readScreenRows(tx, denialId);
  const { rules } = await readRules(tx);
  return screenDenial(rows, dateIn(rows.denial.timeZone, now.toISOString()), rules);
}

/** The path that the page proposes now. */
export const proposedPath = async (tx: Tx, now: Date, denialId: string): Promise<PathId> =>
  (await screenedNow(tx, now, denialId)).proposed;

/** Throws BAD_INPUT at `path` for one that may not be taken now; a supervisor's reason decides otherwise where the rule lets it. */
export async function refusePath(
  tx: Tx,
  now: Date,
  caller: Caller,
  denialId: string,
  path: PathId,
  reason: string,
): Promise<void> {
  const { facts } = await screenedNow(tx, now, denialId);
  const mayDecide = allows(caller, 'task.supervise');
  const sentence = whyNotPath(path, mayDecide ? { ...facts, override: { reason, by: caller.name } } : facts);
  if (sentence) throw new DomainError('BAD_INPUT', sentence, { denialId, fields: { path: sentence } });
}
