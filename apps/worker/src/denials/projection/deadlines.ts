import type { OurDeadline } from '@overturn/domain/clocks/evaluation';
import { filingDates } from '@overturn/data/denials/open-dates';
import type { Channel } from '@overturn/domain';
import type { LostCandidate } from '@overturn/domain/clocks/filing-deadline';
import { nextOverdue, overdueInstant, tierInstants } from '@overturn/domain/clocks/tiers';
import { dateIn } from '@overturn/domain/dates/instants';
import type { FilingPurpose, FilingWatch } from '@overturn/workflows/activities';
import { calendarOf } from './calendar.ts';
import { spread } from './spread.ts';
import type { StepContext } from './step-context.ts';

interface Filing {
  watch: FilingWatch;
  deadline: OurDeadline;
  lost: readonly LostCandidate[];
}
export interface CaseDeadlines {
  filings: Filing[];
}

/** Every filing date of the case with where it stands today: the appeal's, and beside it the negotiation's. */
export function readDeadlines(context: StepContext): CaseDeadlines {
  const { rows, rules } = context;
  const { denial, claim, organization } = rows;
  const openedOn = dateIn(organization.time_zone, denial.opened_at);
  const dates = filingDates(
    {
      noticeOn: denial.notice_on,
      receivedOn: denial.received_on,
      printedDeadlineOn: denial.printed_deadline_on,
      regime: denial.regime_settled ? denial.regime : null,
      remarks: [...(claim?.remarks ?? []), ...(claim?.line_remarks ?? [])],
    },
    {
      ...rules,
      channel: (denial.appeal_channel ?? undefined) as Channel | undefined,
    },
    openedOn,
  );
  return { filings: dates.map(({ purpose, deadline, lost }) => filingOf(context, purpose, deadline, lost)) };
}

function filingOf(
  context: StepContext,
  purpose: FilingPurpose,
  deadline: OurDeadline,
  lost: readonly LostCandidate[],
): Filing {
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
  return { watch, deadline, lost };
}

/** Met only by proof dated from the notice to the legal date: an earlier one answered another notice, a later one is a person's decision to file late. */
function stateOf({ rows, now }: StepContext, purpose: FilingPurpose, legalDue: string): FilingWatch['state'] {
  const { denial, organization } = rows;
  const proof = rows.packets
    .filter((packet) => packet.purpose === purpose)
    .map((packet) => packet.delivered_on ?? packet.sent_on)
    .filter((on) => on >= (denial.notice_on ?? ''))
    .sort()[0];
  if (proof) return proof <= legalDue ? 'met' : 'decided';
  if (purpose === 'appeal' ? denial.filing_decided_at : denial.negotiation_decided_at) return 'decided';
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
