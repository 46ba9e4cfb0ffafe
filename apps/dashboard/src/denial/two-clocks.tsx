import type { DenialView } from '@overturn/contracts';
import { useElementSize } from '@mantine/hooks';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayMonthWords, longDateWords } from '../time/calendar-words.ts';
import { useToday } from '../time/law-date.tsx';
import { Empty } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { clockAxis } from './clock-axis.ts';
import { ClockLane } from './clock-lane.tsx';
import { clockLanes, type Mark } from './clock-lanes.ts';
import { ClockList } from './clock-list.tsx';
import { DeadlineTrace } from './deadline-trace.tsx';
import styles from './two-clocks.module.css';

const LANE_PX = 76;
const NARROW_LANE_PX = 98;
const HEAD_PX = 26;
const FOOT_PX = 24;
const TITLE_PX = 128;
const NARROW_PX = 560;

/** The picture of this product: what the payer owes and what we owe on one axis, with today across both. */
export function TwoClocks({ denial }: { denial: DenialView }) {
  const today = useToday();
  const { ref, width } = useElementSize();
  const [chosen, setChosen] = useState<Mark>();
  const [asList, setAsList] = useState(false);
  const lanes = clockLanes(denial, today);
  const marks = lanes.flatMap((lane) => lane.marks);
  const shown = marks.find(({ id }) => id === (chosen?.id ?? 'safe')) ?? marks[0];
  const titlePx = width < NARROW_PX ? 0 : TITLE_PX;
  const plotPx = Math.max(120, width - titlePx - 8);
  const axis = clockAxis(lanes, today, plotPx);
  const lanePx = titlePx === 0 ? NARROW_LANE_PX : LANE_PX;
  const height = HEAD_PX + lanes.length * lanePx + FOOT_PX;
  return (
    <section className={surface.card} aria-labelledby="clocks-title">
      <header className={styles.head}>
        <h2 id="clocks-title">Two clocks</h2>
        <span className={`quiet ${styles.says}`}>The exception does not stop the appeal clock</span>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => setAsList(!asList)}
          aria-pressed={asList}
          className={styles.toggle ?? ''}
        >
          As a list
        </Button>
      </header>
      <div ref={ref}>
        {marks.length === 0 ? (
          <Empty title="No dates yet">They are set as soon as the date of the notice is known.</Empty>
        ) : asList ? (
          <ClockList lanes={lanes} />
        ) : (
          width > 0 && (
            <svg
              width={width}
              height={height}
              role="group"
              aria-label={`Time axis of both clocks. Today is ${longDateWords(today)}.`}
              className={styles.svg}
            >
              <g transform={`translate(${titlePx + 4} 0)`}>
                {axis.ticks.map(({ date, label, x }) => (
                  <g key={date} aria-hidden="true">
                    <line x1={x} x2={x} y1={HEAD_PX} y2={height - FOOT_PX} className={styles.grid} />
                    <text x={x} y={height - 6} textAnchor="middle" className={styles.tick}>
                      {label}
                    </text>
                  </g>
                ))}
                <g aria-hidden="true" className={styles.today}>
                  <line x1={axis.x(today)} x2={axis.x(today)} y1={HEAD_PX - 4} y2={height - FOOT_PX} />
                  <rect
                    x={Math.min(plotPx - 44, Math.max(0, axis.x(today) - 24))}
                    y={2}
                    width={48}
                    height={19}
                    rx={4}
                  />
                  <text x={Math.min(plotPx - 20, Math.max(24, axis.x(today)))} y={15.5} textAnchor="middle">
                    Today
                  </text>
                </g>
                {lanes.map((lane, place) => (
                  <ClockLane
                    key={lane.id}
                    lane={lane}
                    axis={axis}
                    y={HEAD_PX + (place + 0.5) * lanePx + (titlePx === 0 ? 8 : 0)}
                    titlePx={titlePx}
                    plotPx={plotPx}
                    todayX={axis.x(today)}
                    chosenId={shown?.id}
                    onChoose={setChosen}
                  />
                ))}
              </g>
            </svg>
          )
        )}
      </div>
      {shown && (
        <div className={styles.trace} aria-live="polite">
          {shown.deadline ? (
            <DeadlineTrace deadline={shown.deadline} />
          ) : (
            <p>
              {shown.label}: {dayMonthWords(shown.on)}, entered from the record.
            </p>
          )}
        </div>
      )}
    </section>
  );
}
