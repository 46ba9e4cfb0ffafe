import type { Channel, PathId } from '@overturn/domain';
import type { Due } from '@overturn/domain/clocks/moved-dates';
import { responseDate } from '@overturn/domain/clocks/response-date';
import type { Asked, Sending } from '@overturn/domain/clocks/response-date';
import type { Purpose } from '@overturn/domain/payers/payer-choices';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import { ownPolicy } from '@overturn/domain/rules/own-calendar';
import { sql } from '../database/database.ts';
import type { Sql } from '../database/database.ts';
import type { CaseRules } from '../rules/read-rules.ts';
import { askedUnder } from './filing-terms.ts';
import { STANDSTILLS } from './standstills.ts';

/** What was last sent to the payer under one question. */
export interface LastSending extends Sending {
  asked: Asked;
}

/** The last sending of each question of the denial `d`, as a list in JSON. */
export const LAST_SENDINGS: Sql = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('asked', purpose, 'sentOn', sent_on, 'deliveredOn', delivered_on, 'tolled', tolled) order by purpose desc), '[]')
   from (select distinct on (k.purpose) k.purpose, k.sent_on, k.delivered_on, ${STANDSTILLS} tolled from packet k
         where k.denial_id = d.id and k.purpose in ('exception', 'appeal') order by k.purpose, k.created_at desc, k.id desc) last)`;

export interface AskedOfPayer {
  sendings: readonly LastSending[];
  /** The one chosen for the filing. */
  channel?: Channel | null | undefined;
  path: PathId | null;
}

/** What the payer owes to what was last sent, by the clocks that its workflow follows up by. Pure. */
export function answersOwed(
  { sendings, channel, path }: AskedOfPayer,
  { timeZone, rules }: CaseRules,
  termsOf: (purpose: Purpose) => PayerTerms,
  today: string,
): Due[] {
  if (sendings.length === 0) return [];
  const policy = { timeZone, ...ownPolicy(rules.on(today).calendar), ...(channel && { channel }) };
  return sendings.map(({ asked, ...sending }) => ({
    purpose: `${asked}-response`,
    due: responseDate(asked, sending, policy, rules.clockRows, termsOf(askedUnder(asked, path))),
  }));
}
