import { useProductNow } from '../session/product-clock.ts';
import { useSession } from '../session/session-query.ts';
import { agoWords, dateIn, dateWords, longDateWords, momentWords } from './calendar-words.ts';
import { Tip } from '../ui/tip.tsx';

/** Today in the organization's zone, `YYYY-MM-DD`. */
export function useToday(): string {
  return dateIn(useSession().organization.timeZone, useProductNow());
}

/** A moment, relative; the absolute on hover and focus, in the reader's zone. */
export function Moment({ at }: { at: string }) {
  const now = useProductNow();
  const atMs = Date.parse(at);
  return (
    <Tip label={momentWords(atMs)}>
      <time dateTime={at} tabIndex={0}>
        {agoWords(atMs, now)}
      </time>
    </Tip>
  );
}

/** A date of law: no zone, so it never shifts. */
export function LawDate({ on, none = 'not known', long }: { on: string | null; none?: string; long?: boolean }) {
  const today = useToday();
  return on ? (
    <time dateTime={on}>{long ? longDateWords(on) : dateWords(on, today)}</time>
  ) : (
    <span className="quiet">{none}</span>
  );
}
