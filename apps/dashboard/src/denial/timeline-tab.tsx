import { useInfiniteQuery } from '@tanstack/react-query';
import { useSession } from '../session/session-query.ts';
import { momentWords } from '../time/calendar-words.ts';
import { dateIn, dayMonthWords, timeWords } from '../time/calendar-words.ts';
import { useToday } from '../time/law-date.tsx';
import { Tip } from '../ui/tip.tsx';
import { Empty, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { timelineQuery } from './denial-queries.ts';
import styles from './denial-page.module.css';

/** Everything that happened, in sentences, newest first, each with who and by which rule. */
export function TimelineTab({ denialId }: { denialId: string }) {
  const query = useInfiniteQuery(timelineQuery(denialId));
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isPending) return <RowsSkeleton rows={4} />;
  if (query.isError) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (entries.length === 0) return <Empty title="Nothing has happened yet" />;
  return (
    <>
      <ol className={styles.timeline}>
        {entries.map(({ id, at, actor, sentence, citation }) => (
          <li key={id}>
            <When at={at} />
            <span>
              <strong>{actor.kind === 'timer' ? 'Timer' : actor.name}:</strong> {sentence}{' '}
              {citation && <span className="quiet">{citation}</span>}
            </span>
          </li>
        ))}
      </ol>
      <MoreButton size="xs" query={query}>
        Earlier
      </MoreButton>
    </>
  );
}

/** The day where the organization is; today with its time. The whole moment on focus. */
function When({ at }: { at: string }) {
  const { timeZone } = useSession().organization;
  const today = useToday();
  const atMs = Date.parse(at);
  const day = dateIn(timeZone, atMs);
  const words =
    day === today
      ? `Today ${timeWords(atMs, timeZone)}`
      : `${dayMonthWords(day)}${day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`}`;
  return (
    <Tip label={momentWords(atMs)}>
      <time dateTime={at} tabIndex={0} className="quiet">
        {words}
      </time>
    </Tip>
  );
}
