import { Button } from '@mantine/core';
import type { DenialView, ScreeningFactsBody } from '@overturn/contracts';
import { screeningFactsBody } from '@overturn/contracts/screening-facts';
import { type ScreeningFact, screeningFactRow } from '@overturn/domain/screening/screening-facts';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/api.ts';
import { isProblem } from '../api/problem.ts';
import { FormFields } from '../fields/form-fields.tsx';
import { useFieldForm } from '../fields/use-field-form.ts';
import { dropDraft } from '../tasks/form-draft.ts';
import { useToday } from '../time/law-date.tsx';
import { focusIfLost } from '../ui/focus-if-lost.ts';
import { ProblemNote } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { answerBody, emptyFault, factFields, SAID_FIELDS, startOf } from './answer-body.ts';
import styles from './paths.module.css';

interface Props {
  denial: DenialView;
  question: string;
  names: readonly ScreeningFact[];
  onClose: () => void;
}

/** The small form under a question: its facts, who said so, and one button. Verdicts, evidence and score follow at once. */
export default function AnswerForm({ denial, question, names, onClose }: Props) {
  const client = useQueryClient();
  const today = useToday();
  const draftKey = `answer.${denial.id}.${names.join('.')}`;
  const send = useMutation({
    mutationFn: ({ body, onceId }: { body: ScreeningFactsBody; onceId: string }) =>
      api.answerQuestions(denial.id, body, onceId),
    onSuccess: async () => {
      const section = ref.current?.closest('section') ?? null;
      dropDraft(draftKey);
      await client.invalidateQueries({ queryKey: ['denials'] });
      onClose();
      focusIfLost(section);
    },
  });
  const { ref, fields, values, faults, change, submit } = useFieldForm({
    draftKey,
    fields: () => [...factFields(names), ...SAID_FIELDS],
    start: startOf(names, denial, today),
    schema: screeningFactsBody,
    bodyOf: (typed) => answerBody(names, typed, denial),
    faultsAmong: (typed) => emptyFault(names, answerBody(names, typed, denial)),
    onSubmit: (body, onceId) => send.mutate({ body: body as ScreeningFactsBody, onceId }),
  });
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [ref]);
  const refused = isProblem(send.error) ? faultsAt(send.error.errors) : {};
  const asked = fields.map((field) => ({ ...field, label: labelOf(field, question) }));
  return (
    <form
      ref={ref}
      className={styles.answer}
      aria-label={question}
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      noValidate
    >
      {send.isError && Object.keys(refused).length === 0 && <ProblemNote error={send.error} />}
      <div className={surface.fields}>
        <FormFields
          fields={asked}
          values={values}
          faults={{ ...refused, ...faults }}
          onChange={change}
          denialId={denial.id}
          of={draftKey}
        />
      </div>
      <div className={surface.acts}>
        <Button type="submit" size="compact-sm" loading={send.isPending}>
          Keep the answer
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

/** A fact is asked in its own words, where these do not stand above it already; a log keeps its short name for its rows. */
const labelOf = ({ name, label }: FieldOf, question: string): string => {
  const row = SAID_FIELDS.some((field) => field.name === name) ? undefined : screeningFactRow(name as ScreeningFact);
  return row && row.type !== 'rows' && row.question !== question ? row.question : label;
};

/** Sentences of a refusal by the names of the form's fields. */
const faultsAt = (errors: readonly { field: string; sentence: string }[]): Record<string, string> =>
  Object.fromEntries(errors.map(({ field, sentence }) => [field.replace(/^facts\./, ''), sentence]));
