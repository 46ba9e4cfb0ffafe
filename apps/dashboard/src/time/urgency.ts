import type { TaskView } from '@overturn/contracts';
import { addBusinessDays } from '@overturn/domain/dates/business-days';
import { dateIn, dateWords, timeWords } from './calendar-words.ts';

export type Urgency = 'late' | 'today' | 'soon' | 'later' | 'none';
export interface UrgencyWords {
  level: Urgency;
  words: string;
}

const MOST_COUNTED = 30;
const inBusinessDays = (days: number): string => `${days} bd`;
/** Business days from one date to another, counted up to `MOST_COUNTED`; undefined when further apart. 0: the same day, or no business day between. */
export function businessDaysBetween(from: string, to: string): number | undefined {
  for (let days = 0, date = from; days <= MOST_COUNTED; days += 1) {
    date = addBusinessDays(date, 1, {});
    if (date > to) return days;
  }
  return undefined;
}

const lateBy = (days: number | undefined): string => {
  if (days === undefined) return `over ${inBusinessDays(MOST_COUNTED)} late`;
  return days === 0 ? 'Late' : `${inBusinessDays(days)} late`;
};

/** A filing that is still asked for after its legal date. */
export const isOverdue = ({ kind, legalDueOn }: { kind: string; legalDueOn: string | null }, today: string): boolean =>
  kind === 'protect-filing-date' && legalDueOn !== null && legalDueOn < today;

/** When a task is due, in the organization's zone. Late counts from the due moment, days from midnight. */
export function taskUrgency(
  { dueAt, dueOn, kind, legalDueOn }: Pick<TaskView, 'dueAt' | 'dueOn' | 'kind' | 'legalDueOn'>,
  nowMs: number,
  timeZone: string,
): UrgencyWords {
  const today = dateIn(timeZone, nowMs);
  if (isOverdue({ kind, legalDueOn }, today)) return { level: 'late', words: 'Overdue' };
  const dueMs = Date.parse(dueAt);
  if (dueMs < nowMs) {
    const days = businessDaysBetween(dueOn, today);
    return { level: 'late', words: dueOn === today ? `Late since ${timeWords(dueMs, timeZone)}` : lateBy(days) };
  }
  if (dueOn === today) return { level: 'today', words: `Today, by ${timeWords(dueMs, timeZone)}` };
  const level = dueOn <= addBusinessDays(today, 1, {}) ? 'soon' : 'later';
  return { level, words: dateWords(dueOn, today) };
}

/** Filing dates that ask nothing any more. */
const SETTLED: Partial<Record<string, string>> = { met: 'Filed', 'filed-late': 'Filed late', decided: 'Not filing' };

/** How near the filing date is. Both dates are of law: no zone. The tiers of the filing clock set the level. */
export function filingUrgency(
  {
    safeDueOn,
    legalDueOn,
    filingState = 'running',
  }: { safeDueOn: string | null; legalDueOn: string | null; filingState?: string },
  today: string,
): UrgencyWords {
  const settled = SETTLED[filingState];
  if (settled) return { level: 'none', words: settled };
  if (!legalDueOn || !safeDueOn) return { level: 'none', words: 'Not known' };
  if (legalDueOn < today) return { level: 'late', words: `Passed ${dateWords(legalDueOn, today)}` };
  if (safeDueOn <= today) {
    const left = businessDaysBetween(today, legalDueOn) ?? 0;
    return { level: 'late', words: left === 0 ? 'Last day' : `${inBusinessDays(left)} to legal` };
  }
  const left = businessDaysBetween(today, safeDueOn);
  if (left === undefined || left > 20) return { level: 'later', words: dateWords(safeDueOn, today) };
  return {
    level: left <= 5 ? 'today' : left <= 10 ? 'soon' : 'later',
    words: left === 0 ? 'Last workday' : left <= 10 ? `${inBusinessDays(left)} left` : dateWords(safeDueOn, today),
  };
}
