import type { CommandBody } from '@overturn/contracts';
import type { Tx } from '../database/database.ts';

export type ChangedFacts = Extract<CommandBody, { kind: 'change-fact' }>['facts'];

/** Where each fact stands in the row. */
const COLUMNS: Record<keyof ChangedFacts, string> = {
  receivedOn: 'received_on',
  noticeOn: 'notice_on',
  printedDeadlineOn: 'printed_deadline_on',
  regime: 'regime',
  planType: 'plan_type',
  standing: 'standing',
  wording: 'wording',
  appealChannel: 'appeal_channel',
};

/** Facts belong to the row: it changes at once, and the workflow looks at its dates again. A regime that is named is settled. */
export async function changeFacts(
  tx: Tx,
  denialId: string,
  facts: ChangedFacts,
): Promise<{ before: object; after: object }> {
  const names = (Object.keys(facts) as (keyof ChangedFacts)[]).filter((name) => facts[name] !== undefined);
  const columns = names.map((name) => COLUMNS[name]);
  const before = await tx.row<Record<string, unknown>>({
    text: `select ${columns.map((column, index) => `${column} "${names[index]}"`).join(', ')} from denial where id = $1 for update`,
    values: [denialId],
  });
  const settled = facts.regime === undefined ? '' : `, regime_settled = ${facts.regime !== 'unknown'}`;
  await tx.run({
    text: `update denial set version = version + 1${settled}, ${columns.map((column, index) => `${column} = $${index + 2}`).join(', ')} where id = $1`,
    values: [denialId, ...names.map((name) => facts[name])],
  });
  return { before: before ?? {}, after: facts };
}
