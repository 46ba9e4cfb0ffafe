import { Button, Group, Stack } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FORM } from '../fields/form-faults.ts';
import { FormFields } from '../fields/form-fields.tsx';
import { useFieldForm } from '../fields/use-field-form.ts';
import { showToast } from '../shell/toasts.ts';
import { dropDraft } from '../tasks/form-draft.ts';
import { useToday } from '../time/law-date.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useWhatIf } from '../what-if/use-what-if.ts';
import { WhatIfDates } from '../what-if/what-if-dates.tsx';
import surface from '../ui/surface.module.css';
import styles from '../what-if/what-if.module.css';
import { COMMAND_FORMS } from './command-forms.ts';
import type { CommandName } from './commands-menu.tsx';
import type { DenialForm } from './denial-form.ts';
import { RESPONSE_FORM } from './response-form.ts';

const FORMS: Record<CommandName, DenialForm> = { ...COMMAND_FORMS, respond: RESPONSE_FORM };

/** One dialog for every act on a denial: the words before, the fields, one button. The engine decides; its answer shows on the page. */
export default function FormDialog({
  denial,
  name,
  onClose,
}: {
  denial: DenialView;
  name: CommandName;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const today = useToday();
  const form = FORMS[name];
  const draftKey = `${name}.${denial.id}`;
  const send = useMutation({
    mutationFn: ({ body, onceId }: { body: unknown; onceId: string }) => form.send(denial.id, body, onceId),
    onSuccess: () => {
      dropDraft(draftKey);
      onClose();
      if (form.said) showToast({ text: form.said });
      return client.invalidateQueries({ queryKey: ['denials'] });
    },
  });
  const { ref, fields, values, faults, change, submit } = useFieldForm({
    draftKey,
    fields: () => form.fields(denial),
    start: form.start(denial, today),
    schema: form.schema,
    bodyOf: (typed) => form.body(typed, denial),
    onSubmit: (body, onceId) => send.mutate({ body, onceId }),
  });
  const asked = useWhatIf(denial.id, form.whatIf?.(values, denial));
  const inputs = (
    <FormFields
      fields={fields}
      values={values}
      faults={{ ...asked.faults, ...faults }}
      onChange={change}
      denialId={denial.id}
    />
  );
  return (
    <Dialog onClose={onClose} title={form.title} size="lg">
      <form ref={ref} onSubmit={submit} noValidate>
        <Stack gap="md">
          {form.says && <p className="quiet">{form.says}</p>}
          {send.isError && <ProblemNote error={send.error} />}
          {faults[FORM] && <Note tone="bad">{faults[FORM]}</Note>}
          {form.whatIf ? <div className={`${surface.fields} ${styles.fields}`}>{inputs}</div> : inputs}
          {form.whatIf && <WhatIfDates asked={asked} />}
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
    </Dialog>
  );
}
