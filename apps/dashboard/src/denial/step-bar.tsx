import type { DenialView } from '@overturn/contracts';
import { type Stage, stageRow, STEPS } from '@overturn/domain';
import { Icon } from '../ui/icon.tsx';
import styles from './denial-head.module.css';
import { stepStates } from './step-states.ts';

const SAID = { done: 'done: ', now: 'now: ', next: '' } as const;

/** The way from verification to payment, and where this denial stands on it. */
export function StepBar({ stage, entered, outcome }: Pick<DenialView, 'entered' | 'outcome'> & { stage: Stage }) {
  const { step, label } = stageRow(stage);
  const at = STEPS.findIndex((row) => row.step === step);
  const states = stepStates(stage, entered as Stage[], outcome);
  return (
    <>
      <p className={styles.stepNow} aria-hidden="true">
        {stage === 'closed' ? label : `${label}, step ${at + 1} of ${STEPS.length}`}
      </p>
      <ol className={styles.steps} aria-label="Steps">
        {STEPS.map((row, place) => {
          const state = states[place]!;
          return (
            <li key={row.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span className={styles.dot} aria-hidden="true">
                {state === 'done' && <Icon name="check" size={11} />}
              </span>
              <span>
                <span className="sr-only">{SAID[state]}</span>
                {state === 'now' ? label : row.label}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
