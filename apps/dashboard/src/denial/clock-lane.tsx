import type { KeyboardEvent } from 'react';
import { longDateWords } from '../time/calendar-words.ts';
import { type Axis, placeLabels } from './clock-axis.ts';
import type { Lane, Mark } from './clock-lanes.ts';
import styles from './two-clocks.module.css';

interface Props {
  lane: Lane;
  axis: Axis;
  y: number;
  titlePx: number;
  plotPx: number;
  todayX: number;
  chosenId: string | undefined;
  onChoose: (mark: Mark) => void;
}

/** One lane: its bands, its marks to hover or focus, the labels that fit. */
export function ClockLane({ lane, axis, y, titlePx, plotPx, todayX, chosenId, onChoose }: Props) {
  const labels = placeLabels(lane.marks, axis, plotPx, todayX);
  const choose = (mark: Mark) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose(mark);
  };
  return (
    <g data-lane={lane.id} className={styles.lane}>
      {titlePx > 0 ? (
        <g transform={`translate(${-titlePx} ${y})`}>
          <text y={-3} className={styles.title}>
            {lane.title}
          </text>
          <text y={13} className={styles.note}>
            {lane.note}
          </text>
        </g>
      ) : (
        <text y={y - 36} className={styles.title}>
          {lane.title}
          <tspan dx={8} className={styles.note}>
            {lane.note}
          </tspan>
        </text>
      )}
      {lane.bands.map(({ from, to, tone }) => (
        <rect
          key={`${from}${to}${tone}`}
          x={axis.x(from)}
          width={Math.max(0, axis.x(to) - axis.x(from))}
          y={y - 4}
          height={8}
          data-tone={tone}
          className={styles.band}
        />
      ))}
      {lane.marks.map((mark) => (
        <g
          key={mark.id}
          role="button"
          tabIndex={0}
          aria-pressed={mark.id === chosenId}
          aria-label={`${lane.title}: ${mark.label}, ${longDateWords(mark.on)}`}
          className={styles.mark}
          data-tone={mark.tone}
          data-chosen={mark.id === chosenId || undefined}
          onFocus={() => onChoose(mark)}
          onPointerEnter={() => onChoose(mark)}
          onClick={() => onChoose(mark)}
          onKeyDown={choose(mark)}
        >
          <rect x={axis.x(mark.on) - 12} y={y - 14} width={24} height={28} className={styles.hit} />
          {mark.tone === 'start' || mark.tone === 'done' ? (
            <circle cx={axis.x(mark.on)} cy={y} r={5.5} className={styles.shape} />
          ) : (
            <rect x={axis.x(mark.on) - 1.5} y={y - 11} width={3} height={22} className={styles.shape} />
          )}
        </g>
      ))}
      {labels.map(({ mark, text, x, anchor, row }) => (
        <text
          key={mark.id}
          x={x}
          y={row === 'above' ? y - 17 : y + 27}
          textAnchor={anchor}
          data-tone={mark.tone}
          className={styles.label}
          aria-hidden="true"
        >
          {text}
        </text>
      ))}
    </g>
  );
}
