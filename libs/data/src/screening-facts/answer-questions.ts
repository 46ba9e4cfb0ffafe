import type { ScreeningFactsBody, ScreeningFactView } from '@overturn/contracts';
import { dateIn, DomainError } from '@overturn/domain';
import type { ScreeningFact } from '@overturn/domain/screening/screening-facts';
import { readScreeningFact } from '@overturn/domain/screening/told-facts';
import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { findDenial } from '../denials/find-denial.ts';
import { draftEvent } from '../events/live-events.ts';
import { postMessage } from '../outbox/outbox.ts';
import { addLines } from '../timeline/add-to-timeline.ts';
import { keepScreeningFacts } from './keep-screening-facts.ts';
import type { FactsToKeep } from './keep-screening-facts.ts';
import { readScreeningFacts } from './read-screening-facts.ts';

/**
 * Keeps what somebody found out about a denial, and lets its workflow look again. Throws DENIAL_NOT_FOUND, DENIAL_CLOSED,
 * and BAD_INPUT by field.
 */
export async function answerQuestions(
  tx: Tx,
  now: Date,
  caller: Caller,
  denialId: string,
  { facts, saidBy, toldOn, source }: ScreeningFactsBody,
): Promise<{ items: ScreeningFactView[] }> {
  await tx.run(sql`select from denial_view where denial_id = ${denialId} for update`);
  const denial = await findDenial(tx, caller, denialId);
  if (denial.closing)
    throw new DomainError(
      'DENIAL_CLOSED',
      'The denial is closed: its questions can be answered once a supervisor has reopened it.',
      { denialId },
    );
  const today = await todayOf(tx, now);
  const told = { saidBy: saidBy || null, toldOn: toldOn ?? today, source: source || null };
  const lines = await keepScreeningFacts(
    tx,
    now,
    actorOf(caller),
    denialId,
    readFacts(facts, told.toldOn, today),
    told,
  );
  if (lines.length > 0) {
    await addLines(
      tx,
      now,
      lines.map((line) => ({ denialId, ...line })),
    );
    await postMessage(tx, now, { denialId, kind: 'facts-changed', payload: { of: 'screening' } });
    await draftEvent(tx, now, { kind: 'denial', clientId: denial.clientId, denialId });
  }
  return { items: await readScreeningFacts(tx, denialId) };
}

const todayOf = async (tx: Tx, now: Date): Promise<string> => {
  const row = await tx.row<{ timeZone: string }>(
    sql`select time_zone "timeZone" from organization where id = ${tx.organizationId}`,
  );
  return dateIn(row!.timeZone, now.toISOString());
};

function readFacts(facts: ScreeningFactsBody['facts'], toldOn: string, today: string): FactsToKeep {
  const errors: Record<string, string> = {
    ...(Object.keys(facts).length === 0 && { facts: 'Name a fact.' }),
    ...(toldOn > today && { toldOn: 'Told on: this day is still to come.' }),
  };
  const read = Object.entries(facts).flatMap(([name, typed]) => {
    if (typed === undefined) return [];
    const result = readScreeningFact(name as ScreeningFact, typed, today);
    if ('error' in result) errors[`facts.${name}`] = result.error;
    return 'error' in result ? [] : [[name, result.value] as const];
  });
  const sentences = Object.values(errors);
  if (sentences.length > 0) throw new DomainError('BAD_INPUT', sentences.join(' '), { fields: errors });
  return Object.fromEntries(read);
}
