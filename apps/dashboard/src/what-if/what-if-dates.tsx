import type { WhatIfDate } from '@overturn/contracts';
import { LawDate } from '../time/law-date.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Pill } from '../ui/pill.tsx';
import { ProblemNote } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import type { Asked } from './use-what-if.ts';
import { datesOf, MOVE_WORDS, summaryOf } from './what-if-words.ts';
import styles from './what-if.module.css';

/** The dates that would move, before and after, each with the arithmetic of the new one; the sentence above is read out. */
export function WhatIfDates({ asked: { isAsked, isFetching, view, faults, error } }: { asked: Asked }) {
  const moved = view?.items.filter(({ moves }) => moves !== 'none') ?? [];
  const first = Object.values(faults)[0];
  return (
    <section className={styles.dates} aria-label="Dates that would move" aria-busy={isFetching}>
      <p aria-live="polite" className={moved.length === 0 ? 'quiet' : undefined}>
        {!isAsked && 'Dates that would move show here while you type. Nothing is saved by it.'}
        {first && `One field stops it: ${first}`}
        {view && [summaryOf(view.items), ...view.warnings].join(' ')}
      </p>
      {error !== undefined && error !== null && <ProblemNote error={error} />}
      {moved.length > 0 && (
        <DataTable
          label="Before and after, to scroll"
          columns={[
            { label: 'Date', cell: ({ label, moves }) => <Name label={label} moves={moves} /> },
            { label: 'Now', cell: ({ before }) => <Dates counted={before} /> },
            { label: 'Then', cell: ({ after }) => <Dates counted={after} /> },
          ]}
          rows={moved}
          keyOf={({ purpose }) => purpose}
          inside={({ after, trace, citation, verified, warnings }) =>
            after && (
              <div className={styles.why}>
                <p>{trace.map(({ sentence }) => sentence).join(' ')}</p>
                <p className={surface.head}>
                  <span className="quiet">{citation}</span>
                  <Pill tone={verified ? 'good' : 'warn'}>{verified ? '✓ verified' : 'not verified'}</Pill>
                </p>
                {warnings.map((warning) => (
                  <p key={warning} className={styles.warning}>
                    <span aria-hidden="true">▲ </span>
                    {warning}
                  </p>
                ))}
              </div>
            )
          }
        />
      )}
    </section>
  );
}

const Name = ({ label, moves }: Pick<WhatIfDate, 'label' | 'moves'>) => (
  <>
    <strong>{label}</strong>
    <div>
      <span aria-hidden="true">{MOVE_WORDS[moves].shape} </span>
      {MOVE_WORDS[moves].word}
    </div>
  </>
);

function Dates({ counted }: { counted: WhatIfDate['after'] }) {
  if (!counted) return <span className="quiet">none</span>;
  return datesOf(counted).map(({ label, on }) => (
    <div key={label}>
      <span className="quiet">{label}</span> <LawDate on={on} long />
    </div>
  ));
}
