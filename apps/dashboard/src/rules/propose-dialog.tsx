import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import type { ProposeRuleBody, RuleView } from '@overturn/contracts';
import { proposeRuleBody as schema } from '@overturn/contracts/rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { isProblem } from '../api/problem.ts';
import { FORM } from '../fields/form-faults.ts';
import { FormFields } from '../fields/form-fields.tsx';
import { useFieldForm } from '../fields/use-field-form.ts';
import { dropDraft } from '../tasks/form-draft.ts';
import { longDateWords } from '../time/calendar-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { changeBody, changeFields, faultsAmong, fieldOfFault, startOf } from './rule-change-body.ts';
import styles from './rules.module.css';

const fromWords = ({ effectiveFrom }: RuleView): string =>
  effectiveFrom ? `from ${longDateWords(effectiveFrom)}` : 'from ever';

interface Props {
  /** The newest first. */
  versions: readonly RuleView[];
  onClose: () => void;
}

/** A change of a rule, to be decided by somebody else. */
export function ProposeDialog({ versions, onClose }: Props) {
  const [place, setPlace] = useState(0);
  const version = versions[place] ?? versions[0]!;
  return (
    <Dialog onClose={onClose} title={`Propose a change of “${version.label}”`} size="lg">
      <Stack gap="md">
        <p className="quiet">
          Nothing changes yet. A second administrator sees which open denials it would move, and decides.
        </p>
        {versions.length > 1 && (
          <NativeSelect
            label="Version to begin with"
            value={String(place)}
            data={versions.map((one, at) => ({ value: String(at), label: `${fromWords(one)}: ${one.summary}` }))}
            onChange={({ currentTarget }) => setPlace(Number(currentTarget.value))}
          />
        )}
        <ProposeForm key={place} version={version} onClose={onClose} />
      </Stack>
    </Dialog>
  );
}

function ProposeForm({ version, onClose }: { version: RuleView; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const draftKey = `rule.${version.kind}.${version.key}.${version.effectiveFrom ?? 'ever'}`;
  const send = useMutation({
    mutationFn: ({ body, onceId }: { body: unknown; onceId: string }) =>
      api.proposeRule(body as ProposeRuleBody, onceId),
    onSuccess: ({ id }) => {
      dropDraft(draftKey);
      void client.invalidateQueries({ queryKey: ['rules'] });
      return navigate({ to: '/rules/changes/$changeId', params: { changeId: id } });
    },
  });
  const { ref, fields, values, faults, change, submit } = useFieldForm({
    draftKey,
    fields: (typed) => changeFields(version, typed),
    start: startOf(version),
    schema,
    bodyOf: (typed) => changeBody(version, typed),
    faultsAmong: (typed) => faultsAmong(version, typed),
    onSubmit: (body, onceId) => send.mutate({ body, onceId }),
  });
  const refused = isProblem(send.error) ? send.error.errors : [];
  const answered = Object.fromEntries(
    refused.flatMap(({ field, sentence }) => {
      const name = fieldOfFault(fields, field);
      return name ? [[name, sentence]] : [];
    }),
  );
  return (
    <form ref={ref} onSubmit={submit} noValidate>
      <Stack gap="md">
        <div className={styles.fields}>
          <FormFields fields={fields} values={values} faults={{ ...answered, ...faults }} onChange={change} />
        </div>
        {send.isError && <ProblemNote error={send.error} />}
        {faults[FORM] && <Note tone="bad">{faults[FORM]}</Note>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button type="submit" loading={send.isPending}>
            Propose
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
