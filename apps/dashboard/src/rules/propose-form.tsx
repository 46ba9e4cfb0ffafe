import { Button, Group, Stack } from '@mantine/core';
import type { ProposeRuleBody, RuleChangeView, RuleView } from '@overturn/contracts';
import { proposeRuleBody as schema } from '@overturn/contracts/rules';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { isProblem } from '../api/problem.ts';
import { FORM } from '../fields/form-faults.ts';
import { focusFirstFault, FormFields } from '../fields/form-fields.tsx';
import { useFieldForm, type Values } from '../fields/use-field-form.ts';
import { dropDraft } from '../tasks/form-draft.ts';
import { Note, ProblemNote } from '../ui/states.tsx';
import { answeredFaults, changeBody, faultsAmong, startOf } from './rule-change-body.ts';
import surface from '../ui/surface.module.css';

interface Props {
  version: RuleView;
  /** Over what the version says. */
  start?: Readonly<Record<string, string>>;
  fieldsOf: (values: Values) => readonly FieldOf[];
  act: string;
  onDone: (change: RuleChangeView) => void;
  onClose: () => void;
}

/** The form of a change: what is typed is kept, and what the api refuses stands at its field until that is typed anew. */
export function ProposeForm({ version, start, fieldsOf, act, onDone, onClose }: Props) {
  const client = useQueryClient();
  const draftKey = `rule.${version.kind}.${version.key}.${version.effectiveFrom ?? 'ever'}`;
  const send = useMutation({
    mutationFn: ({ body, onceId }: { body: unknown; onceId: string; typed: Values }) =>
      api.proposeRule(body as ProposeRuleBody, onceId),
    onSuccess: (proposed) => {
      dropDraft(draftKey);
      void client.invalidateQueries({ queryKey: ['rules'] });
      onDone(proposed);
    },
    onError: (error, { typed }) => {
      if (isProblem(error)) focusFirstFault(ref.current, fields, answeredFaults(fields, error.errors, typed, typed));
    },
  });
  const { ref, fields, values, faults, change, submit } = useFieldForm({
    draftKey,
    fields: fieldsOf,
    start: { ...startOf(version), ...start },
    schema,
    bodyOf: (typed) => changeBody(version, typed),
    faultsAmong: (typed) => faultsAmong(version, typed),
    onSubmit: (body, onceId) => send.mutate({ body, onceId, typed: values }),
  });
  const refused = isProblem(send.error) ? send.error.errors : [];
  const answered = answeredFaults(fields, refused, values, send.variables?.typed ?? {});
  return (
    <form ref={ref} onSubmit={submit} noValidate>
      <Stack gap="md">
        <div className={surface.fields}>
          <FormFields fields={fields} values={values} faults={{ ...answered, ...faults }} onChange={change} />
        </div>
        {send.isError && <ProblemNote error={send.error} />}
        {faults[FORM] && <Note tone="bad">{faults[FORM]}</Note>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button type="submit" loading={send.isPending}>
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
