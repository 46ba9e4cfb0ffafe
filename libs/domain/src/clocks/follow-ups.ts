import { startOfBusinessDay, type Instant, type WorkCalendar } from '../dates/instants.ts';
import { addDays, type IsoDate } from '../dates/iso-date.ts';
import type { ClockRow } from './clock-row.ts';
import { CLOCK_ROWS, clockRows } from './clock-rows.ts';
import { evaluate } from './evaluate.ts';

export type FollowUpKind = 'acknowledgement' | 'chase' | 'silence';
export interface FollowUp {
  kind: FollowUpKind;
  on: IsoDate;
  /** The start of that day, or of the next business day. */
  at: Instant;
}

/**
 * What happens while the payer is silent, in order: the acknowledgement that should have come, the chases
 * (then every so many days, and on the decision date), the silence that escalates. Nothing lies after the silence.
 */
export function followUps(
  sentOn: IsoDate,
  decisionDue: IsoDate,
  calendar: WorkCalendar,
  rows: readonly ClockRow[] = CLOCK_ROWS,
): FollowUp[] {
  const dueOf = (id: string, anchors: Record<string, IsoDate>): IsoDate =>
    evaluate(id, anchors, calendar, rows).legalDue;
  const silenceOn = dueOf('followup.silence', { decidedOn: decisionDue });
  const chases = new Set<IsoDate>([decisionDue]);
  const every = clockRows('followup.chase', rows).at(-1)?.repeatEveryDays ?? 7;
  for (let on = dueOf('followup.chase', { sentOn }); on < silenceOn; on = addDays(on, every)) chases.add(on);
  const all: { kind: FollowUpKind; on: IsoDate }[] = [
    { kind: 'acknowledgement', on: dueOf('followup.acknowledgement', { sentOn }) },
    ...[...chases].map((on) => ({ kind: 'chase' as const, on })),
    { kind: 'silence', on: silenceOn },
  ];
  const planned = all
    .map((followUp) => ({ ...followUp, at: startOfBusinessDay(followUp.on, calendar) }))
    .filter(({ on }) => on <= silenceOn);
  planned.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return planned.filter(
    ({ kind, at }, index) => !planned.slice(0, index).some((before) => before.kind === kind && before.at === at),
  );
}
