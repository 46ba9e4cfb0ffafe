import { isSettled } from '@overturn/domain/clocks/filing-states';
import type { OurDeadline } from '@overturn/domain/clocks/evaluation';
import { filingDates } from '@overturn/data/denials/open-dates';
import type { OpeningDeadline } from '@overturn/data/denials/open-dates';
import { FILED_UNDER } from '@overturn/data/denials/filing-terms';
import type { Channel } from '@overturn/domain';
import type { LostCandidate } from '@overturn/domain/clocks/filing-deadline';
import { termsHeld } from '@overturn/domain/clocks/held-terms';
import { nextOverdue, overdueInstant, tierInstants } from '@overturn/domain/clocks/tiers';
import { NO_TERMS } from '@overturn/domain/payers/payer-terms';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import { dateIn } from '@overturn/domain/dates/instants';
import type { FilingPurpose, FilingWatch } from '@overturn/workflows/activities';
import { calendarOf } from './calendar.ts';
import { termsOf } from './payer-terms.ts';
import { spread } from './spread.ts';
import type { StepContext } from './step-context.ts';

interface Filing {
  watch: FilingWatch;
  deadline: OurDeadline;
  lost: readonly LostCandidate[];
  /** A later date by the payer's rows as they are now, which is not taken. */
  notTaken?: OurDeadline | undefined;
}
export interface CaseDeadlines {
  filings: Filing[];
  /** The payer's terms that give them. */
  held: readonly PayerTerms[];
}

/** Every filing date of the case with where it stands today: the appeal's, and beside it those of the other roads. */
export function readDeadlines(context: StepContext): CaseDeadlines {
  const { rows, rules } = context;
  const { denial, claim, organization } = rows;
  const openedOn = dateIn(organization.time_zone, denial.opened_at);
  const payer = termsOf(rows, FILED_UNDER, openedOn);
  const dates = filingDates(
    {
      noticeOn: denial.notice_on,
      receivedOn: denial.received_on,
      printedDeadlineOn: denial.printed_deadline_on,
      planDeadlineOn: denial.plan_deadline_on,
      regime: denial.regime_settled ? denial.regime : null,
      remarks: [...(claim?.remarks ?? []), ...(claim?.line_remarks ?? [])],
      hints: {
        class: denial.class,
        carcs: claim?.carcs ?? [],
        networkOutcome: denial.network_status['outcome'] as string | undefined,
      },
    },
    {
      ...rules,
      channel: (denial.appeal_channel ?? undefined) as Channel | undefined,
      payer,
      held: denial.payer_terms ?? [NO_TERMS],
    },
    openedOn,
  );
  return { filings: dates.map((date) => filingOf(context, date)), held: termsHeld(dates) };
}

/** The date that presses most: the earliest safe one that is watched, missed ones too. */
export const nearestFiling = ({ filings }: CaseDeadlines): Filing | undefined =>
  filings
    .filter(({ watch }) => watch.state === 'running' || watch.state === 'missed')
    .sort((a, b) => a.deadline.safeDue.localeCompare(b.deadline.safeDue))[0];

/** No filing date that is still to be met has come to its safe date, not even one that nobody has confirmed. */
export const isFilingAhead = ({ filings }: CaseDeadlines, today: string): boolean =>
  filings.every(({ watch, deadline }) => isSettled(watch.state) || deadline.safeDue > today);

function filingOf(context: StepContext, { purpose, deadline, lost, notTaken }: OpeningDeadline): Filing {
  const calendar = calendarOf(context);
  const later = (at: string): string => spread(at, context.step.denialId);
  const { safeDue, legalDue } = deadline;
  const tiers = tierInstants({ safeDue }, calendar).map(({ tier, at }) => ({ tier, at: later(at) }));
  const watch: FilingWatch = {
    purpose,
    state: stateOf(context, purpose, legalDue),
    dueOn: safeDue,
    tiers,
    overdueAt: overdueAround(legalDue, context).map(later),
  };
  return { watch, deadline, lost, notTaken };
}

/** Where a person's decision not to file stands. */
const DECIDED_AT = {
  appeal: 'filing_decided_at',
  'open-negotiation': 'negotiation_decided_at',
  'contract-dispute': 'dispute_decided_at',
} as const satisfies Record<FilingPurpose, string>;

/** Met only by proof dated from the notice to the legal date: an earlier one answered another notice, a later one is filed late. */
function stateOf({ rows, now }: StepContext, purpose: FilingPurpose, legalDue: string): FilingWatch['state'] {
  const { denial, organization } = rows;
  const proof = rows.packets
    .filter((packet) => packet.purpose === purpose)
    .map((packet) => packet.delivered_on ?? packet.sent_on)
    .filter((on) => on >= (denial.notice_on ?? ''))
    .sort()[0];
  if (proof) return proof <= legalDue ? 'met' : 'filed-late';
  if (denial[DECIDED_AT[purpose]]) return 'decided';
  const isPast = legalDue < dateIn(organization.time_zone, now.toISOString());
  if (!isPast) return 'running';
  const openedOn = dateIn(organization.time_zone, denial.opened_at);
  const isAsked = rows.view.stage === 'intake-review'; // elsewhere nobody would confirm it, so it may not be silent
  return isAsked && legalDue < openedOn && !denial.filing_confirmed_at ? 'unconfirmed' : 'missed';
}

/** The latest overdue morning that has come, and the next: firings missed while nobody ran are said once. */
function overdueAround(legalDue: string, context: StepContext): string[] {
  const { now } = context;
  const calendar = calendarOf(context);
  const next = nextOverdue({ legalDue }, now.toISOString(), calendar);
  const first = overdueInstant({ legalDue }, 0, calendar);
  if (next <= first) return [first];
  const yesterday = new Date(Date.parse(next) - 24 * 3_600_000);
  let last = first;
  for (let nth = 1; overdueInstant({ legalDue }, nth, calendar) < next && nth < 400; nth++)
    last = overdueInstant({ legalDue }, nth, calendar);
  return yesterday < now ? [last, next] : [next];
}
