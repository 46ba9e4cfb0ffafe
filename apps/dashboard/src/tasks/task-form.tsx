import type { TaskView } from '@overturn/contracts';
import { fieldsFor, taskKindRow } from '@overturn/domain';
import { type SyntheticEvent, useRef, useState } from 'react';
import { isProblem } from '../api/problem.ts';
import { letterSeen } from '../denial/letter-seen.ts';
import { FormFields, focusFirstFault } from '../fields/form-fields.tsx';
import { useToday } from '../time/law-date.tsx';
import { ActButton } from '../ui/act-button.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { answerOf, faultsOf } from './answer.ts';
import { useDraft } from './form-draft.ts';
import { OutcomeChoice } from './outcome-choice.tsx';
import { type KnownFacts, startValues } from './start-values.ts';
import type { TaskActs } from './task-acts.ts';
import { documentIdOf, TELLS_OF_SENDING } from './task-words.ts';
import styles from './task-form.module.css';

interface Props {
  task: TaskView;
  known: KnownFacts | undefined;
  acts: TaskActs;
  onCompleted?: () => void;
}

/** The form of one task, drawn from the table of kinds. What is typed is kept at each key. */
export function TaskForm({ task, known, acts, onCompleted }: Props) {
  const today = useToday();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const [draft, setDraft] = useDraft(task.id, () => ({
    outcome: taskKindRow(task.kind).outcomes[0]!.outcome,
    values: {},
  }));
  const { complete } = acts;
  const fields = fieldsFor(task.kind, draft.outcome);
  const values = { ...startValues(fields, known, today), ...draft.values };
  const answer = answerOf(fields, values);
  const faults = faultsOf(task.kind, draft.outcome, answer, today);
  const said = isProblem(complete.error) && complete.variables?.task.id === task.id ? complete.error : undefined;
  const answered = Object.fromEntries(
    (said?.errors ?? []).map(({ field, sentence }) => [field.replace(/^answer\./, ''), sentence]),
  );
  const submit = (event?: SyntheticEvent) => {
    event?.preventDefault();
    setAsked(true);
    if (Object.keys(faults).length > 0) return focusFirstFault(form.current, fields, faults);
    const documentVersion = task.kind === 'review-packet' ? letterSeen(documentIdOf(task)) : undefined;
    complete.mutate(
      { task, body: { outcome: draft.outcome, answer, ...(documentVersion !== undefined && { documentVersion }) } },
      { ...(onCompleted && { onSuccess: onCompleted }) },
    );
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && submit(event)}
      noValidate
      aria-label={task.title}
    >
      {said && (
        <ProblemNote
          error={said}
          title={isProblem(said, 'TASK_TAKEN', 'TASK_NOT_OPEN') ? 'What you typed is kept.' : ''}
        />
      )}
      <OutcomeChoice kind={task.kind} value={draft.outcome} onChange={(outcome) => setDraft({ ...draft, outcome })} />
      <FormFields
        of={draft.outcome}
        fields={fields}
        values={values}
        faults={asked ? { ...faults, ...answered } : answered}
        onChange={(name, value) => setDraft({ ...draft, values: { ...draft.values, [name]: value } })}
        denialId={task.denialId}
      />
      {TELLS_OF_SENDING.includes(draft.outcome) && (
        <Note tone="warn">
          This records that it went to the payer. After the 8 seconds of undo the engine counts on it.
        </Note>
      )}
      <div className={styles.foot}>
        <ActButton type="submit" loading={complete.isPending} keys="⌘↵">
          Complete
        </ActButton>
      </div>
    </form>
  );
}
