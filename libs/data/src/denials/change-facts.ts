import type { CommandBody } from '@overturn/contracts';
import { dateIn, DomainError } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { readOpeningContext } from './open-context.ts';
import type { OpeningContext } from './open-context.ts';
import { filingDates } from './open-dates.ts';
import type { DatedFacts } from './open-dates.ts';

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

const PAST_ONLY = ['noticeOn', 'receivedOn'] as const;
const MOVING_DATES = ['noticeOn', 'receivedOn', 'printedDeadlineOn', 'regime'] as const;

/**
 * Facts belong to the row: it changes at once, and the workflow looks at its dates again. A regime that is named is
 * settled. Throws BAD_INPUT for a notice of tomorrow, and for what would leave the denial without a filing date.
 */
export async function changeFacts(
  tx: Tx,
  now: Date,
  denialId: string,
  facts: ChangedFacts,
): Promise<{ before: object; after: object }> {
  const context = await readOpeningContext(tx);
  const today = dateIn(context.timeZone, now.toISOString());
  const ahead = PAST_ONLY.filter((name) => (facts[name] ?? today) > today);
  if (ahead.length > 0) throw badFacts(ahead, 'This day is yet to come.');
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
  const moving = MOVING_DATES.filter((name) => facts[name] !== undefined);
  if (moving.length > 0 && !(await hasFilingDate(tx, denialId, context, today)))
    throw badFacts(moving, 'No rule gives a filing date for this: check the date of the notice and which rules apply.');
  return { before: before ?? {}, after: facts };
}

const badFacts = (names: readonly string[], sentence: string): DomainError =>
  new DomainError('BAD_INPUT', sentence, { fields: Object.fromEntries(names.map((name) => [name, sentence])) });

/** A denial that nobody would remind of its filing is not made by a change of facts. */
async function hasFilingDate(tx: Tx, denialId: string, context: OpeningContext, today: string): Promise<boolean> {
  const row = await tx.row<DatedFacts>(sql`
    select d.notice_on "noticeOn", d.received_on "receivedOn", d.printed_deadline_on "printedDeadlineOn",
      case when d.regime_settled then d.regime end regime, coalesce(c.remarks, '{}') remarks
    from denial d left join claim c on c.id = d.claim_id where d.id = ${denialId}`);
  return filingDates(row!, context, today).length > 0;
}
