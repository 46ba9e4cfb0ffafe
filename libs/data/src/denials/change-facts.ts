import type { CommandBody } from '@overturn/contracts';
import { dateIn } from '@overturn/domain';
import type { Tx } from '../database/database.ts';
import { readDatedFacts, refuseNoFilingDate, refuseWrongDays } from './dated-facts.ts';
import { readOpeningContext } from './open-context.ts';
import { filingDates } from './open-dates.ts';

export type ChangedFacts = Extract<CommandBody, { kind: 'change-fact' }>['facts'];

/** Where each fact stands in the row. */
const COLUMNS: Record<keyof ChangedFacts, string> = {
  receivedOn: 'received_on',
  noticeOn: 'notice_on',
  printedDeadlineOn: 'printed_deadline_on',
  planDeadlineOn: 'plan_deadline_on',
  regime: 'regime',
  planType: 'plan_type',
  standing: 'standing',
  wording: 'wording',
  appealChannel: 'appeal_channel',
  payerDates: 'payer_terms',
};

/** No terms of the payer that gave the dates before count beside those of now. */
const HELD_TO_NONE = '[]';

/**
 * Facts belong to the row: it changes at once, and the workflow looks at its dates again. A regime that is named is
 * settled. Throws BAD_INPUT for days that cannot be, and for what would leave the denial without a filing date.
 */
export async function changeFacts(
  tx: Tx,
  now: Date,
  denialId: string,
  facts: ChangedFacts,
): Promise<{ before: object; after: object }> {
  const context = await readOpeningContext(tx);
  const today = dateIn(context.timeZone, now.toISOString());
  refuseWrongDays(facts, await readDatedFacts(tx, denialId), today);
  const names = (Object.keys(facts) as (keyof ChangedFacts)[]).filter((name) => facts[name] !== undefined);
  const columns = names.map((name) => COLUMNS[name]);
  const before = await tx.row<Record<string, unknown>>({
    text: `select ${columns.map((column, index) => `${column} "${names[index]}"`).join(', ')} from denial where id = $1 for update`,
    values: [denialId],
  });
  const settled = facts.regime === undefined ? '' : `, regime_settled = ${facts.regime !== 'unknown'}`;
  await tx.run({
    text: `update denial set version = version + 1${settled}, ${columns.map((column, index) => `${column} = $${index + 2}`).join(', ')} where id = $1`,
    values: [denialId, ...names.map((name) => (name === 'payerDates' ? HELD_TO_NONE : facts[name]))],
  });
  refuseNoFilingDate(facts, filingDates(await readDatedFacts(tx, denialId), context, today));
  return { before: before ?? {}, after: facts };
}
