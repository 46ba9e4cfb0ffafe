import { useProductNow } from '../session/product-clock.ts';
import { useSession } from '../session/session-query.ts';
import { dateIn, dateWords, longDateWords } from './calendar-words.ts';

/** Today in the organization's zone, `YYYY-MM-DD`. */
export function useToday(): string {
  return dateIn(useSession().organization.timeZone, useProductNow());
}

/** A date of law: no zone, so it never shifts. */
export function LawDate({ on, none = 'not known', long }: { on: string | null; none?: string; long?: boolean }) {
  const today = useToday();
  if (!on) return <span className="quiet">{none}</span>;
  return <time dateTime={on}>{long ? longDateWords(on) : dateWords(on, today)}</time>;
}
