import { Button, Group, Modal, Stack } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { api } from '../api/api.ts';
import { newKey } from '../api/call.ts';
import { FIELD_INPUTS } from '../fields/field-inputs.tsx';
import { dropDraft, useDraft } from '../tasks/form-draft.ts';
import { ProblemNote } from '../ui/states.tsx';
import { COMMAND_FORMS } from './command-fields.ts';
import type { CommandName } from './commands-menu.tsx';
import { commandsQuery } from './denial-queries.ts';

interface Props {
  denial: DenialView;
  name: Exclude<CommandName, 'respond'>;
  onClose: () => void;
}

/** One dialog for every command: the words before, the fields, one button. The engine decides; its answer shows on the page. */
export default function CommandDialog({ denial, name, onClose }: Props) {
  const client = useQueryClient();
  const form = COMMAND_FORMS[name];
  const draftKey = `command.${name}.${denial.id}`;
  const [onceKey] = useState(newKey);
  const [asked, setAsked] = useState(false);
  const [draft, setDraft] = useDraft(draftKey, () => ({ outcome: '', values: {} }));
  const fields = form.fields(denial);
  const values = { ...form.start(denial), ...draft.values };
  const missing = fields.filter((field) => field.required && String(values[field.name] ?? '').trim().length < 3);
  const send = useMutation({
    mutationFn: () => api.command(denial.id, form.body(values, denial), onceKey),
    onSuccess: () => {
      dropDraft(draftKey);
      onClose();
      return client.invalidateQueries({ queryKey: commandsQuery(denial.id).queryKey });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing.length === 0) send.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={form.title} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <p className="quiet">{form.says}</p>
          {send.isError && <ProblemNote error={send.error} />}
          {fields.map((field) => {
            const Input = FIELD_INPUTS[field.type];
            return (
              <Input
                key={field.name}
                field={field}
                value={values[field.name]}
                denialId={denial.id}
                error={asked && missing.includes(field) ? 'Needed.' : undefined}
                onChange={(value) => setDraft({ outcome: '', values: { ...draft.values, [field.name]: value } })}
              />
            );
          })}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Leave it
            </Button>
            <Button type="submit" loading={send.isPending} {...(form.danger && { color: 'red.8' })}>
              {form.button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
