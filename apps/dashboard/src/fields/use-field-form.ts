import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { type SyntheticEvent, useRef, useState } from 'react';
import { newKey } from '../api/call.ts';
import { answerOf } from '../tasks/answer.ts';
import { dropDraft, type FieldValue, useDraft } from '../tasks/form-draft.ts';
import { useToday } from '../time/law-date.tsx';
import { type Faults, fieldFaults, type FormSchema, schemaFaults } from './form-faults.ts';
import { focusFirstFault } from './form-fields.tsx';

export type Values = Readonly<Record<string, FieldValue | undefined>>;
interface Form {
  /** Where the draft is kept, through reload and conflict. */
  draftKey: string;
  fields: (values: Values) => readonly FieldOf[];
  start: Readonly<Record<string, FieldValue>>;
  schema: FormSchema;
  /** What is sent. `onceId` is the draft's own, through reload too: the same form sent twice is one act. */
  bodyOf: (values: Values, onceId: string) => unknown;
  /** What the fields are to each other: dates in their order. */
  faultsAmong?: (values: Values) => Faults;
  onSubmit: (body: unknown, onceId: string) => void;
}

/** A form drawn from rows of fields: its draft, what stops it, and a submit that goes to the first bad field. */
export function useFieldForm({ draftKey, fields: fieldsOf, start, schema, bodyOf, faultsAmong, onSubmit }: Form) {
  const today = useToday();
  const ref = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const [fresh, setFresh] = useState(newKey);
  const [draft, setDraft] = useDraft(draftKey, () => ({ outcome: fresh, values: {} }));
  const onceId = draft.outcome;
  const values: Values = { ...start, ...draft.values };
  const fields = fieldsOf(values);
  const body = bodyOf(values, onceId);
  const faults: Faults = {
    ...schemaFaults(schema, body, fields),
    ...faultsAmong?.(values),
    ...fieldFaults(fields, answerOf(fields, values), today),
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(faults).length === 0) onSubmit(body, onceId);
    else focusFirstFault(ref.current, fields, faults);
  };
  const change = (name: string, value: FieldValue) =>
    setDraft({ ...draft, values: { ...draft.values, [name]: value } });
  const empty = () => {
    dropDraft(draftKey);
    setFresh(newKey());
    setAsked(false);
  };
  return { ref, onceId, fields, values, faults: asked ? faults : {}, change, submit, empty };
}
