import type { DenialView } from '@overturn/contracts';
import { LawDate } from '../time/law-date.tsx';
import { Pill, type Tone } from '../ui/pill.tsx';
import { Empty } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { WhatIfButton } from '../what-if/what-if-button.tsx';
import { DeadlineTrace } from './deadline-trace.tsx';
import { HeldDate } from './held-date.tsx';

const STATES: Record<string, { tone: Tone; label: string }> = {
  running: { tone: 'accent', label: 'running' },
  met: { tone: 'good', label: '✓ met' },
  'filed-late': { tone: 'bad', label: '▲ filed late' },
  missed: { tone: 'bad', label: '▲ missed' },
  withdrawn: { tone: 'plain', label: 'withdrawn' },
};
const DATES = [
  { name: 'safeDueOn', label: 'safe' },
  { name: 'legalDueOn', label: 'legal' },
  { name: 'chaseOn', label: 'chase on' },
  { name: 'lateOn', label: 'late from' },
] as const;

/** Every date with its rule, its arithmetic, and the candidates that a nearer date beat. */
export function DeadlinesTab({ denial }: { denial: DenialView }) {
  const { deadlines } = denial;
  if (deadlines.length === 0)
    return (
      <Empty title="No dates yet" act={<WhatIfButton denial={denial} />}>
        They are set as soon as the date of the notice is known.
      </Empty>
    );
  return (
    <div className={surface.list}>
      <WhatIfButton denial={denial} />
      <ul className={surface.list}>
        {deadlines.map((deadline) => {
          const state = STATES[deadline.state] ?? { tone: 'plain', label: deadline.state };
          return (
            <li key={`${deadline.purpose}.${deadline.clockId}`} className={surface.slot}>
              <div className={surface.head}>
                <Pill tone={state.tone}>{state.label}</Pill>
                {DATES.filter(({ name }) => deadline[name]).map(({ name, label }) => (
                  <span key={name}>
                    <span className="quiet">{label}</span> <LawDate on={deadline[name]} long />
                  </span>
                ))}
              </div>
              <DeadlineTrace deadline={deadline} />
              {deadline.lost.length > 0 && (
                <details open={deadline.lost.some(({ heldBy }) => heldBy)}>
                  <summary>Other dates that could apply ({deadline.lost.length})</summary>
                  <ul>
                    {deadline.lost.map((lost) => (
                      <li key={`${lost.clockId}.${lost.legalDueOn}`}>
                        <span className="mono">{lost.clockId}</span>: safe <LawDate on={lost.safeDueOn} long />, legal{' '}
                        <LawDate on={lost.legalDueOn} long />
                        {lost.why && `; ${lost.why} `}
                        <HeldDate denial={denial} lost={lost} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
