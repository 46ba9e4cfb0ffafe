import { useKeyChoices } from '../keys/key-choices.ts';
import { KEY_ROWS, keysOf } from '../keys/key-map.ts';
import { KeyHint } from '../ui/act-button.tsx';
import { Empty } from '../ui/states.tsx';
import styles from './task-preview.module.css';

const SHOWN: readonly string[] = ['next-task', 'move-down', 'move-up', 'claim', 'open', 'search', 'help'];

/** Beside the list before a task is chosen: the keys that bring one here, as this person has them. */
export function NoTaskChosen() {
  const choices = useKeyChoices();
  const rows = KEY_ROWS.filter(({ action }) => SHOWN.includes(action) && keysOf(action, choices) !== '');
  return (
    <Empty
      title="Choose a task"
      act={
        <dl className={styles.keys}>
          {rows.map(({ action, label }) => (
            <div key={action} style={{ display: 'contents' }}>
              <dt>
                <KeyHint keys={keysOf(action, choices)} isSaid />
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
      }
    >
      It opens here: what is asked, the steps, and its form.
    </Empty>
  );
}
