import { Button, Group, Modal, Stack } from '@mantine/core';
import type { DenialView, ResponseBody } from '@overturn/contracts';
import { BENEFIT_LEVELS } from '@overturn/domain/tasks/fields';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { api } from '../api/api.ts';
import { newKey } from '../api/call.ts';
import { FIELD_INPUTS } from '../fields/field-inputs.tsx';
import { showToast } from '../shell/toasts.ts';
import { dropDraft, type StoredFileRef, useDraft } from '../tasks/form-draft.ts';
import { useToday } from '../time/law-date.tsx';
import { ProblemNote } from '../ui/states.tsx';

const OUTCOMES = [
  { value: 'acknowledged', label: 'Acknowledged: they have it' },
  { value: 'approved', label: 'Approved' },
  { value: 'partly', label: 'Partly approved' },
  { value: 'denied', label: 'Denied' },
  { value: 'more-information', label: 'Wants more information' },
  { value: 'lost', label: 'Lost: send again' },
];
const REGARDS = [
  { value: 'exception', label: 'The exception' },
  { value: 'appeal', label: 'The appeal' },
  { value: '', label: 'The one that is open' },
];
const row = (field: Omit<FieldOf, 'required' | 'orElse'> & { required?: boolean }): FieldOf => ({
  required: false,
  orElse: [],
  ...field,
});
const FIELDS: FieldOf[] = [
  row({ name: 'outcome', label: 'What they answered', type: 'choice', options: OUTCOMES, required: true }),
  row({ name: 'regards', label: 'It regards', type: 'choice', options: REGARDS }),
  row({ name: 'answeredOn', label: 'Answered on', type: 'date' }),
  row({
    name: 'benefitLevel',
    label: 'Benefit level granted',
    type: 'choice',
    options: BENEFIT_LEVELS,
    help: 'Authorized and in-network benefits granted are two facts.',
  }),
  row({ name: 'reference', label: 'Payer’s reference', type: 'text' }),
  row({ name: 'printedDeadlineOn', label: 'Deadline it prints', type: 'date', mayBeFuture: true }),
  row({ name: 'wording', label: 'Exact wording', type: 'longText' }),
  row({ name: 'file', label: 'Letter', type: 'file' }),
];

/** What the payer answered, by letter, portal or telephone; the same answer sent twice arrives once. */
export default function RecordResponse({ denial, onClose }: { denial: DenialView; onClose: () => void }) {
  const client = useQueryClient();
  const today = useToday();
  const draftKey = `response.${denial.id}`;
  const [externalId] = useState(() => `dashboard-${newKey()}`);
  const [asked, setAsked] = useState(false);
  const [draft, setDraft] = useDraft(draftKey, () => ({ outcome: '', values: {} }));
  const values: typeof draft.values = { answeredOn: today, ...draft.values };
  const send = useMutation({
    mutationFn: () => {
      const { file, ...texts } = values;
      const filled = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''));
      const fileId = (file as readonly StoredFileRef[] | undefined)?.[0]?.id;
      return api.respond(denial.id, {
        ...(filled as unknown as Pick<ResponseBody, 'outcome'>),
        externalId,
        ...(fileId && { fileId }),
      });
    },
    onSuccess: () => {
      dropDraft(draftKey);
      onClose();
      showToast({ text: 'The payer’s answer is recorded. The next step is being prepared.' });
      return client.invalidateQueries({ queryKey: ['denials'] });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (values.outcome) send.mutate();
  };
  return (
    <Modal opened onClose={onClose} title="Record the payer’s answer" size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {send.isError && <ProblemNote error={send.error} />}
          {FIELDS.map((field) => {
            const Input = FIELD_INPUTS[field.type];
            return (
              <Input
                key={field.name}
                field={field}
                value={values[field.name]}
                denialId={denial.id}
                error={asked && field.required && !values[field.name] ? 'Needed.' : undefined}
                onChange={(value) => setDraft({ outcome: '', values: { ...draft.values, [field.name]: value } })}
              />
            );
          })}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Leave it
            </Button>
            <Button type="submit" loading={send.isPending}>
              Record
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
