import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/api.ts';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { Moment } from '../time/moment.tsx';
import { countWords } from '../ui/count-words.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import { Empty, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import styles from './health-page.module.css';

const PARTS: Record<'ok' | 'down' | 'late', { tone: Tone; label: string }> = {
  ok: { tone: 'good', label: '✓ well' },
  late: { tone: 'warn', label: '● late' },
  down: { tone: 'bad', label: '▲ down' },
};
const EVERY_MS = 15_000;

/** Whether everything runs, and what the reconciler found and repaired. */
export function HealthPage() {
  const notAllowed = useWhyNotAllowed('health.read');
  const { data, error, refetch } = useQuery({
    queryKey: ['health'],
    queryFn: api.health,
    refetchInterval: EVERY_MS,
    enabled: !notAllowed,
  });
  if (notAllowed) return <Empty title="Health is for supervisors">{notAllowed}</Empty>;
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton />;
  const oldest = Math.round(data.outbox.oldestSeconds ?? 0);
  const open = data.findings.filter(({ repairedAt }) => repairedAt === null);
  return (
    <section className={surface.page} aria-labelledby="health-title">
      <header className={surface.head}>
        <h1 id="health-title">Health</h1>
        <Pill tone={data.state === 'ok' ? 'good' : 'warn'}>
          {data.state === 'ok' ? '✓ all is well' : '● needs a look'}
        </Pill>
      </header>
      <ul className={styles.list} aria-label="Parts">
        {data.parts.map(({ name, state, sentence }) => (
          <li key={name} className={styles.row}>
            <strong className={styles.name}>{name}</strong>
            <span>
              <Pill tone={PARTS[state].tone}>{PARTS[state].label}</Pill>
            </span>
            <span className="quiet">{sentence}</span>
          </li>
        ))}
        <li className={styles.row}>
          <strong>Messages to the engine</strong>
          <span>
            <Pill tone={data.outbox.isLate ? 'warn' : 'good'}>{data.outbox.isLate ? '● late' : '✓ well'}</Pill>
          </span>
          <span className="quiet">
            {data.outbox.waiting === 0
              ? 'None is waiting.'
              : `${countWords(data.outbox.waiting, 'message')} waiting, the oldest for ${countWords(oldest, 'second')}.`}
          </span>
        </li>
      </ul>
      <section className={surface.card} aria-labelledby="findings-title">
        <h2 id="findings-title">Findings of the reconciler{open.length > 0 && `: ${open.length} open`}</h2>
        {data.findings.length === 0 ? (
          <p className="quiet">
            {data.state === 'ok'
              ? 'Nothing disagrees: every open denial has its running workflow, and no message is late.'
              : 'Nothing was found so far; while something above is not well, not everything is looked at.'}
          </p>
        ) : (
          <ul className={surface.bullets}>
            {data.findings.map(({ id, sentence, foundAt, repairedAt, repair, denialId }) => (
              <li key={id}>
                <Pill tone={repairedAt ? 'good' : 'warn'}>{repairedAt ? '✓ repaired' : '● open'}</Pill> {sentence}{' '}
                {repair}{' '}
                {denialId && (
                  <Link to="/denials/$denialId" params={{ denialId }}>
                    The denial
                  </Link>
                )}{' '}
                <span className="quiet">
                  <Moment at={foundAt} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </section>
  );
}
