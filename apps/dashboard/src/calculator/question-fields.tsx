import { TextInput } from '@mantine/core';
import type { ClockView } from '@overturn/contracts';
import { FormFields } from '../fields/form-fields.tsx';
import { type InputName, type Period, periodsOf, periodsText, type Question } from './calculator-search.ts';
import { inputFields } from './input-fields.ts';
import surface from '../ui/surface.module.css';

interface Props {
  clock: ClockView;
  question: Question;
  faults: Readonly<Record<string, string>>;
  onChange: (name: InputName, value: string) => void;
}
const ROLES: Readonly<Record<ClockView['anchors'][number]['role'], string | undefined>> = {
  first: undefined,
  instead: 'Counts while the date before it is empty.',
  'stands-in': 'Stands in while it is not known when it was received.',
  'not-before': 'The answer is never before this day.',
};

/** The events of one clock, then what else can move it. */
export function QuestionFields({ clock, question, faults, onChange }: Props) {
  const onHours = clock.unit === 'hours';
  return (
    <div className={surface.fields}>
      {clock.anchors.map(({ event, label, role }) => (
        <TextInput
          key={event}
          name={event}
          label={label}
          description={ROLES[role]}
          error={faults[event]}
          type={onHours ? 'datetime-local' : 'date'}
          max={onHours ? '2199-12-31T23:59' : '2199-12-31'}
          value={onHours ? withTime(question[event]) : (question[event]?.slice(0, 10) ?? '')}
          onChange={({ currentTarget }) => onChange(event, currentTarget.value)}
        />
      ))}
      <FormFields
        of={clock.id}
        fields={inputFields(clock)}
        values={{ ...question, tolled: periodsOf(question.tolled).map(rowOf) }}
        faults={faults}
        onChange={(name, value) =>
          onChange(name as InputName, typeof value === 'string' ? value : periodsText(value as readonly Period[]))
        }
      />
    </div>
  );
}

const withTime = (when = ''): string => (when.length === 10 ? `${when}T00:00` : when);
const rowOf = ({ from = '', to = '' }: Period): Record<string, string> => ({ from, to });
