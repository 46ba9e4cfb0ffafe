import { evaluate } from '@overturn/domain/clocks/evaluate';
import type { Evaluation } from '@overturn/domain/clocks/evaluation';
import { followUps } from '@overturn/domain/clocks/follow-ups';
import { RESPONSE_CLOCKS, responseDate } from '@overturn/domain/clocks/response-date';
import { addDays, daysBetween } from '@overturn/domain/dates/iso-date';
import { dateIn, startOfBusinessDay } from '@overturn/domain/dates/instants';
import { sql } from '@overturn/data/database/database';
import type { FollowUps } from '@overturn/workflows/activities';
import type { Regards } from '@overturn/workflows/messages';
import { calendarOf } from './calendar.ts';
import { askedUnder } from '@overturn/data/denials/filing-terms';
import { termsOf } from './payer-terms.ts';
import { policyOf } from './policy.ts';
import { spread } from './spread.ts';
import type { StepContext } from './step-context.ts';

export interface FollowUp {
  watch: FollowUps;
  decision: Evaluation;
}

const WEEK_DAYS = 7;
/** The one that may be due, and those to come. */
const PAYMENT_CHASES = 4;

/** For what was sent and not answered for good: when to ask again, and when silence is an answer. */
export function followUpsOf(context: StepContext): Partial<Record<Regards, FollowUp>> {
  const pairs = (Object.keys(RESPONSE_CLOCKS) as Regards[]).flatMap((regards) => {
    const followUp = followUpOf(context, regards);
    return followUp ? [[regards, followUp] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function followUpOf(context: StepContext, regards: Regards): FollowUp | undefined {
  const { rows, step, now } = context;
  const { clockRows } = context.rules.rules;
  const sendings = rows.packets.filter(({ purpose }) => purpose === regards);
  const last = sendings.at(-1);
  if (!last) return undefined;
  const calendar = calendarOf(context);
  const sending = { sentOn: last.sent_on, deliveredOn: last.delivered_on, tolled: last.tolled };
  const today = dateIn(rows.organization.time_zone, now.toISOString());
  const payer = termsOf(rows, askedUnder(regards, rows.view.path), today);
  const decision = responseDate(regards, sending, policyOf(context), clockRows, payer);
  const all = followUps(last.sent_on, decision.legalDue, calendar, clockRows);
  const at = (kind: string): string[] =>
    all.filter((one) => one.kind === kind).map((one) => spread(one.at, step.denialId));
  return {
    watch: {
      sending: sendings.length,
      acknowledgeAt: at('acknowledgement')[0]!,
      chaseAt: at('chase'),
      silentAt: at('silence')[0]!,
    },
    decision,
  };
}

/** While a promised payment is awaited: asked after every week for as long as it takes, from the answer that promised it. */
export async function paymentChases(context: StepContext): Promise<string[]> {
  const { tx, step, rows } = context;
  if (rows.view.stage !== 'await-payment') return [];
  const today = dateIn(rows.organization.time_zone, step.now);
  const promised = await tx.row<{ on: string }>(sql`
    select coalesce(greatest(
      (select max(answered_on) from payer_response where denial_id = ${step.denialId} and outcome in ('approved', 'partly')),
      (select max(sent_on) from packet where denial_id = ${step.denialId} and purpose = 'correction'),
      (select (max(at) at time zone ${rows.organization.time_zone})::date from timeline_entry where denial_id = ${step.denialId} and code = 'stage.await-payment')), ${today}::date) as on`);
  const calendar = calendarOf(context);
  const first = evaluate(
    'followup.chase',
    { sentOn: promised!.on },
    policyOf(context),
    context.rules.rules.clockRows,
  ).legalDue;
  const weeks = Math.max(0, Math.floor(daysBetween(first, today) / WEEK_DAYS) - 1);
  return Array.from({ length: PAYMENT_CHASES }, (_, index) =>
    spread(startOfBusinessDay(addDays(first, WEEK_DAYS * (weeks + index)), calendar), step.denialId),
  );
}
