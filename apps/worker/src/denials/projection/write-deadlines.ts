import { sql } from '@overturn/data/database/database';
import { dateIn } from '@overturn/domain/dates/instants';
import { sayDate } from '@overturn/domain/dates/iso-date';
import type { Evaluation, OurDeadline } from '@overturn/domain/clocks/evaluation';
import type { FilingPurpose } from '@overturn/workflows/activities';
import { isFilingAhead, nearestFiling } from './deadlines.ts';
import type { CaseDeadlines } from './deadlines.ts';
import type { FollowUp } from './follow-ups.ts';
import { keepTerms } from './payer-terms.ts';
import { WHAT } from './filing-operations.ts';
import { TIMER } from './step-context.ts';
import type { StepContext } from './step-context.ts';

/** Roads that a fact may close again. */
const BESIDE_THE_APPEAL: readonly FilingPurpose[] = ['open-negotiation', 'contract-dispute'];

const ROW_STATE: Record<string, string> = {
  running: 'running',
  unconfirmed: 'running',
  met: 'met',
  'filed-late': 'filed-late',
  decided: 'withdrawn',
  missed: 'missed',
};

/** Keeps every date with its rule, arithmetic and citation, and the instant at which a tier or a task's own clock writes next: late by minutes, something is wrong. */
export async function writeDeadlines(
  context: StepContext,
  deadlines: CaseDeadlines,
  followUps: Partial<Record<string, FollowUp>>,
): Promise<void> {
  const { filings, held } = deadlines;
  for (const { watch, deadline, lost } of filings) {
    const changed = await writeDeadline(context, watch.purpose, deadline, ROW_STATE[watch.state]!, lost);
    if (changed && watch.state === 'filed-late') tellLate(context, watch.purpose, deadline);
  }
  const answered = Object.keys(followUps).length > 0 ? await answeredQuestions(context) : [];
  for (const [regards, followUp] of Object.entries(followUps)) {
    const state = answered.includes(regards) ? 'met' : 'running';
    await writeDeadline(context, `${regards}-response`, followUp!.decision, state, []);
  }
  const instants = filings
    .filter(({ watch }) => watch.state === 'running' || watch.state === 'missed')
    .flatMap(({ watch }) => [...watch.tiers.map(({ at }) => at), ...watch.overdueAt]);
  await writeView(context, deadlines, instants);
  await keepTerms(context, held);
}

/** Said once, as its state becomes that. */
const tellLate = ({ timeline }: StepContext, purpose: FilingPurpose, { legalDue, citation }: OurDeadline): void =>
  void timeline.push({
    actor: TIMER,
    code: 'filing-date.filed-late',
    sentence: `${WHAT[purpose]}: filed after its legal date, ${sayDate(legalDue)}. The date was missed.`,
    citation,
  });

/** What the payer has decided since it was last sent: an acknowledgement or a wish for more leaves it owing. */
async function answeredQuestions({ tx, step }: StepContext): Promise<string[]> {
  const rows = await tx.rows<{ regards: string }>(sql`
    select distinct r.regards from payer_response r
    where r.denial_id = ${step.denialId} and r.outcome in ('approved', 'partly', 'denied') and r.created_at >= (
      select max(p.created_at) from packet p where p.denial_id = r.denial_id and p.purpose = r.regards)`);
  return rows.map(({ regards }) => regards);
}

async function writeDeadline(
  context: StepContext,
  purpose: string,
  due: Evaluation,
  state: string,
  lost: readonly object[],
): Promise<boolean> {
  const { tx, step } = context;
  const [safe, chase, late] =
    due.kind === 'ours'
      ? [due.safeDue, null, null]
      : due.kind === 'theirs'
        ? [null, due.chaseOn, due.lateOn]
        : [null, null, null];
  const row = await tx.row<{ was: string | null }>(sql`
    insert into deadline (organization_id, denial_id, purpose, clock_id, owed_by, legal_due_on, safe_due_on, chase_on, late_on, assumed, verified, citation,
                          trace, lost, state, generation, seq)
    values (${tx.organizationId}, ${step.denialId}, ${purpose}, ${due.rowId}, ${due.owedBy}, ${due.legalDue}, ${safe}, ${chase}, ${late}, ${due.assumed},
            ${due.verified}, ${due.citation}, ${JSON.stringify(due.trace)}::jsonb, ${JSON.stringify(lost)}::jsonb, ${state}, ${step.generation}, ${step.seq})
    on conflict (denial_id, purpose) do update set
      clock_id = excluded.clock_id, owed_by = excluded.owed_by, legal_due_on = excluded.legal_due_on, safe_due_on = excluded.safe_due_on,
      chase_on = excluded.chase_on, late_on = excluded.late_on, assumed = excluded.assumed, verified = excluded.verified, citation = excluded.citation,
      trace = excluded.trace, lost = excluded.lost, state = excluded.state, generation = excluded.generation, seq = excluded.seq
    where (deadline.clock_id, deadline.legal_due_on, deadline.safe_due_on, deadline.late_on, deadline.state, deadline.assumed, deadline.verified,
        deadline.citation, deadline.trace, deadline.lost)
      is distinct from (excluded.clock_id, excluded.legal_due_on, excluded.safe_due_on, excluded.late_on, excluded.state, excluded.assumed,
        excluded.verified, excluded.citation, excluded.trace, excluded.lost)
    returning old.state as was`);
  return row !== undefined && row.was !== state;
}

async function writeView(
  { tx, step, now, rows, timeline }: StepContext,
  deadlines: CaseDeadlines,
  instants: string[],
): Promise<void> {
  const { filings } = deadlines;
  const appeal = filings.find(({ watch }) => watch.purpose === 'appeal');
  const nearest = nearestFiling(deadlines)?.deadline;
  const shown = nearest ?? appeal?.deadline;
  const next = instants.filter((at) => Date.parse(at) > now.getTime()).sort()[0] ?? null;
  const open: string[] = filings.map(({ watch }) => watch.purpose);
  const gone = BESIDE_THE_APPEAL.filter((purpose) => open.length > 0 && !open.includes(purpose));
  const written = await tx.row<{ closed: FilingPurpose[] | null }>(sql`
    with closed as (
      update deadline set state = 'withdrawn'
      where denial_id = ${step.denialId} and purpose = any(${gone}) and state in ('running', 'missed') returning purpose)
    update denial_view set
      safe_due_on = ${shown?.safeDue ?? null}::date, legal_due_on = ${shown?.legalDue ?? null}::date,
      sort_due_on = coalesce(${nearest?.safeDue ?? null}::date, 'infinity'), assumed = ${shown?.assumed ?? true},
      filing_state = ${appeal?.watch.state ?? 'running'},
      next_wake_at = least(${next}::timestamptz, (
        select min(at) from task t, unnest(array[t.remind_at, t.due_at, t.raise_at]) at
        where t.denial_id = ${step.denialId} and t.state in ('open', 'claimed') and at > ${now}))
    where denial_id = ${step.denialId}
    returning (select array_agg(purpose order by purpose) from closed) closed`);
  for (const purpose of written?.closed ?? [])
    timeline.push({
      actor: TIMER,
      code: 'filing-date.withdrawn',
      sentence: `${WHAT[purpose]}: by what is known now it is not open, so its date is watched no more.`,
    });
  const today = dateIn(rows.organization.time_zone, now.toISOString());
  await tx.run(sql`
    update task set safe_due_on = fresh.safe, legal_due_on = fresh.legal, filing_ahead = fresh.ahead
    from (select ${shown?.safeDue ?? null}::date safe, ${shown?.legalDue ?? null}::date legal, ${isFilingAhead(deadlines, today)}::boolean ahead) fresh
    where denial_id = ${step.denialId} and state in ('open', 'claimed')
      and (safe_due_on, legal_due_on, filing_ahead) is distinct from (fresh.safe, fresh.legal, fresh.ahead)`);
}
