import { DomainError, sayDate } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import type { DatedFacts } from './open-dates.ts';

const PAST_ONLY = ['noticeOn', 'receivedOn'] as const;
const AFTER_NOTICE = ['receivedOn', 'printedDeadlineOn', 'planDeadlineOn'] as const;
const DAYS = ['noticeOn', ...AFTER_NOTICE] as const;
/** Before it no denial was made that could still be worked. */
const EARLIEST = '2000-01-01';
export const MOVING_DATES = ['noticeOn', 'receivedOn', 'printedDeadlineOn', 'planDeadlineOn', 'regime'] as const;
type GivenDates = { [K in (typeof MOVING_DATES)[number]]?: string | null | undefined };

/** What the filing dates of a denial rest on, as its row and its claim say it now; remarks of its lines too. */
export async function readDatedFacts(tx: Tx, denialId: string): Promise<DatedFacts> {
  const row = await tx.row<DatedFacts>(sql`
    select d.notice_on "noticeOn", d.received_on "receivedOn", d.printed_deadline_on "printedDeadlineOn", d.plan_deadline_on "planDeadlineOn",
      case when d.regime_settled then d.regime end regime,
      coalesce(c.remarks, '{}') || array(select distinct r from claim_line l, unnest(l.remarks) r where l.claim_id = c.id) remarks,
      jsonb_build_object('class', d.class, 'networkOutcome', d.network_status->>'outcome',
        'carcs', array(select distinct carc from adjustment where claim_id = c.id)) hints
    from denial d left join claim c on c.id = d.claim_id where d.id = ${denialId}`);
  if (!row) throw new DomainError('DENIAL_NOT_FOUND', 'There is no such denial here.', { denialId });
  return row;
}

/**
 * Days that somebody gives, by whatever door, beside what the denial has; days kept from before are left alone.
 * Throws BAD_INPUT at each that cannot be.
 */
export function refuseWrongDays(given: GivenDates, kept: GivenDates, today: string): void {
  const ahead = PAST_ONLY.filter((name) => (given[name] ?? today) > today);
  if (ahead.length > 0)
    throw badFacts(ahead, 'This day is yet to come. Give the day that the notice says, or on which it came.');
  const long = DAYS.filter((name) => (given[name] ?? today) < EARLIEST);
  if (long.length > 0) throw badFacts(long, 'This day lies before the year 2000: check the year.');
  const { noticeOn, ...others } = { ...kept, ...given };
  const early = AFTER_NOTICE.filter((name) => noticeOn && others[name] && others[name] < noticeOn);
  const blamed = early.filter((name) => given[name]);
  if (noticeOn && early.length > 0 && (blamed.length > 0 || given.noticeOn))
    throw badFacts(
      blamed.length > 0 ? blamed : ['noticeOn'],
      `${sayDate(others[early[0]!]!)} lies before the date of the notice, ${sayDate(noticeOn)}: check both days.`,
    );
}

/** A denial that nobody would remind of its filing is not made by a change of facts. Throws BAD_INPUT at what is to blame. */
export function refuseNoFilingDate(facts: GivenDates, found: readonly unknown[]): void {
  const moving = MOVING_DATES.filter((name) => facts[name] !== undefined);
  if (moving.length > 0 && found.length === 0)
    throw badFacts(moving, 'No rule gives a filing date for this: check the date of the notice and which rules apply.');
}

export const badFacts = (names: readonly string[], sentence: string): DomainError =>
  new DomainError('BAD_INPUT', sentence, { fields: Object.fromEntries(names.map((name) => [name, sentence])) });
