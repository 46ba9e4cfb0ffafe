import type { DeadlinePreview } from '@overturn/contracts';
import { LawDate } from '../time/law-date.tsx';
import { longDateWords } from '../time/calendar-words.ts';
import { Pill } from '../ui/pill.tsx';
import surface from '../ui/surface.module.css';
import { owedWords } from './clock-words.ts';
import styles from './calculator.module.css';

type DateName = 'safeDue' | 'legalDue' | 'chaseOn' | 'lateOn';
const OURS: readonly [DateName, string, string][] = [
  ['safeDue', 'Safe', 'Done by then, nobody can call it late.'],
  ['legalDue', 'Legal', 'The last day by the rule as written.'],
];
const THEIRS: readonly [DateName, string, string][] = [
  ['legalDue', 'Legal', 'When the rule as written asks it of them.'],
  ['chaseOn', 'Ask after', 'The earliest day by which it may be due.'],
  ['lateOn', 'Late', 'From then on it is late by any reading.'],
];
const PLAIN: readonly [DateName, string, string][] = [['legalDue', 'Due', 'A date without a margin.']];

const rowsFor = ({ safeDue, lateOn }: DeadlinePreview) => (safeDue ? OURS : lateOn ? THEIRS : PLAIN);

/** The dates, how they were found, and who says so. */
export function Answer({ answer }: { answer: DeadlinePreview }) {
  const { stage, owedBy, trace, citation, verified, assumed, effectiveFrom, precision, timeZone } = answer;
  return (
    <>
      <div>
        <h2>{stage}</h2>
        <p className="quiet">{owedWords(owedBy)}</p>
      </div>
      <dl className={styles.dates}>
        {rowsFor(answer).map(([name, label, says]) => (
          <div key={name} data-date={name}>
            <dt>{label}</dt>
            <dd className={styles.date}>
              <Due due={answer[name]!} isInstant={precision === 'instant'} />
            </dd>
            <dd className="quiet">{says}</dd>
          </div>
        ))}
      </dl>
      {precision === 'instant' && <p className="quiet">Times of {timeZone}.</p>}
      <div>
        <h3 id="steps">Step by step</h3>
        <ol className={surface.bullets} aria-labelledby="steps">
          {trace.map(({ sentence }, place) => (
            <li key={place}>{sentence}</li>
          ))}
        </ol>
      </div>
      <div className={surface.head}>
        <span>{citation}</span>
        <Pill tone={verified ? 'good' : 'warn'}>{verified ? '✓ verified' : 'not verified'}</Pill>
        {assumed && <Pill tone="warn">● something is assumed</Pill>}
        <span className="quiet">
          The version from <LawDate on={effectiveFrom} long />
        </span>
      </div>
    </>
  );
}

/** An instant carries its own offset: it is shown in the zone asked for, never in the reader's. */
function Due({ due, isInstant }: { due: string; isInstant: boolean }) {
  if (!isInstant) return <LawDate on={due} long />;
  return (
    <time dateTime={due}>
      {longDateWords(due.slice(0, 10))}, {due.slice(11, 16)}
    </time>
  );
}
