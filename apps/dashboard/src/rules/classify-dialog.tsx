import { Stack } from '@mantine/core';
import type { CodeToClassify, RuleChangeView } from '@overturn/contracts';
import { useNavigate } from '@tanstack/react-router';
import { showToast } from '../shell/toasts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProposeForm } from './propose-form.tsx';
import { classFields, SOURCE } from './rule-fields.ts';
import { asRule, codeWords, WHY_ROWS } from './to-classify-words.ts';

/** A class for a code that no row classes, from ever; the api says whether a second person has to look at it. */
export function ClassifyDialog({ code, onClose }: { code: CodeToClassify; onClose: () => void }) {
  const navigate = useNavigate();
  const rule = asRule(code);
  const done = ({ id, state }: RuleChangeView) => {
    if (state === 'in-force') {
      showToast({ text: `${codeWords(code)} has a class from now on.` });
      return onClose();
    }
    showToast({ text: 'Proposed. A second administrator decides.' });
    return navigate({ to: '/rules/changes/$changeId', params: { changeId: id } });
  };
  return (
    <Dialog onClose={onClose} title={`Class ${codeWords(code)}`} size="lg">
      <Stack gap="md">
        <p>{WHY_ROWS[code.why].does(code)}</p>
        <ProposeForm
          version={rule}
          fieldsOf={() => [...classFields(rule.kind, rule.row), ...SOURCE]}
          act={WHY_ROWS[code.why].act}
          onClose={onClose}
          onDone={(change) => void done(change)}
        />
      </Stack>
    </Dialog>
  );
}
