import { Button, Group, Stack } from '@mantine/core';
import type { PayerRuleBody, PayerRuleView } from '@overturn/contracts';
import { payerRuleBody } from '@overturn/contracts/payer-rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '../api/problem.ts';
import { FORM } from '../fields/form-faults.ts';
import { FormFields } from '../fields/form-fields.tsx';
import { useFieldForm } from '../fields/use-field-form.ts';
import { showToast } from '../shell/toasts.ts';
import { dropDraft } from '../tasks/form-draft.ts';
import { useToday } from '../time/law-date.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { createRule, editRule, endRule } from './payer-calls.ts';
import { RULE_FIELDS, ruleBody, valuesOf } from './rule-fields.ts';

/** A new row, or one to change: the row as it was stays in its history. */
export function RuleDialog({ rule, onClose }: { rule?: PayerRuleView | undefined; onClose: () => void }) {
  const client = useQueryClient();
  const today = useToday();
  const draftKey = rule ? `payer-rule.${rule.id}.${rule.version}` : 'payer-rule';
  const done = (text: string) => {
    dropDraft(draftKey);
    onClose();
    showToast({ text });
    return client.invalidateQueries({ queryKey: ['payer-rules'] });
  };
  const save = useMutation({
    mutationFn: ({ body, onceId }: { body: PayerRuleBody; onceId: string }) =>
      rule ? editRule(rule, body) : createRule(body, onceId),
    onSuccess: () => done(rule ? 'The row is changed. The old one is in its history.' : 'The row is kept.'),
  });
  const end = useMutation({ mutationFn: endRule, onSuccess: () => done('The row holds no more.') });
  const { ref, fields, values, faults, change, submit } = useFieldForm({
    draftKey,
    fields: () => RULE_FIELDS,
    start: rule ? valuesOf(rule) : { verifiedOn: today },
    schema: payerRuleBody,
    bodyOf: ruleBody,
    onSubmit: (body, onceId) => save.mutate({ body: body as PayerRuleBody, onceId }),
  });
  const refused = isProblem(save.error) ? save.error.errors : [];
  const answered = Object.fromEntries(refused.map(({ field, sentence }) => [field.replace(/\..*$/, ''), sentence]));
  const problem = save.error ?? end.error;
  return (
    <Dialog onClose={onClose} title={rule ? 'Change the row' : 'Add a row'} size="lg">
      <form ref={ref} onSubmit={submit} noValidate>
        <Stack gap="md">
          <p className="quiet">What stays empty is open: a row that names less may fill it.</p>
          <FormFields fields={fields} values={values} faults={{ ...answered, ...faults }} onChange={change} />
          {faults[FORM] && <Note tone="bad">{faults[FORM]}</Note>}
          {problem && <ProblemNote error={problem} />}
          <Group justify="flex-end">
            {rule && (
              <Button variant="subtle" color="red.8" loading={end.isPending} onClick={() => end.mutate(rule)}>
                End this row
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              Leave it
            </Button>
            <Button type="submit" loading={save.isPending}>
              {rule ? 'Save the row' : 'Add the row'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
