import { Stack } from '@mantine/core';
import type { CodeToClassify, RuleChangeView, RuleView } from '@overturn/contracts';
import { useNavigate } from '@tanstack/react-router';
import { showToast } from '../shell/toasts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProposeForm } from './propose-form.tsx';
import { classFields, SOURCE } from './rule-fields.ts';
import { baseOf, codeWords, effectWords, isUnclassed } from './to-classify-words.ts';

interface Props {
  code: CodeToClassify;
  rules: readonly RuleView[];
  onClose: () => void;
}

/** A class for a code that waits for one; the api says whether a second person has to look at it. */
export function ClassifyDialog({ code, rules, onClose }: Props) {
  const navigate = useNavigate();
  const { rule, change } = baseOf(code, rules);
  const done = ({ id, state }: RuleChangeView) => {
    const isAtOnce = state !== 'proposed';
    showToast({
      text: isAtOnce ? `${codeWords(code)} has a class from now on.` : 'Proposed. A second administrator decides.',
    });
    if (isAtOnce) onClose();
    else void navigate({ to: '/rules/changes/$changeId', params: { changeId: id } });
  };
  return (
    <Dialog onClose={onClose} title={`Class ${codeWords(code)}`} size="lg">
      <Stack gap="md">
        <p>{effectWords(code, rules)}</p>
        <ProposeForm
          version={rule}
          start={{ change }}
          fieldsOf={() => [...classFields(rule), ...SOURCE]}
          act={isUnclassed(code, rules) ? 'Class it' : 'Propose the class'}
          onClose={onClose}
          onDone={done}
        />
      </Stack>
    </Dialog>
  );
}
