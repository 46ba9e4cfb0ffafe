import type { RuleView } from '@overturn/contracts';
import type { FieldRow } from '@overturn/domain/tasks/task-kind-row';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { longDateWords } from '../time/calendar-words.ts';
import { startOf } from './rule-change-body.ts';
import { ROW_FIELDS, type Row } from './rule-fields.ts';
import { RuleGrounds } from './rule-grounds.tsx';
import styles from './rules.module.css';

/** A version by the labels of the form that changes it. */
export function RuleInFull({ version }: { version: Pick<RuleView, 'kind' | 'row' | 'citation'> }) {
  if (version.kind === 'path') return <RuleGrounds row={version.row} />;
  const values = startOf(version);
  return (
    <dl className={styles.facts}>
      {ROW_FIELDS[version.kind](version.row).map((field) => (
        <div key={field.name} className={styles.fact}>
          <dt>{field.label}</dt>
          <dd>{wordsOf(field, values[field.name]) || <span className="quiet">not set</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

function wordsOf(field: FieldOf, value: unknown): string {
  const [column] = field.columns ?? [];
  if (!Array.isArray(value)) return wordsOfOne(field, value);
  return value
    .map((one) => (column ? wordsOfOne(column, (one as Row)[column.name]) : wordsOfOne(field, one)))
    .join(', ');
}
function wordsOfOne({ options = [], type }: FieldRow, value: unknown): string {
  const text = String(value ?? '');
  if (type === 'date') return longDateWords(text);
  return options.find((option) => option.value === text)?.label ?? text;
}
