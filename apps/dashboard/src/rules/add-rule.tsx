import type { RuleView } from '@overturn/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { showToast } from '../shell/toasts.ts';
import { ActButton } from '../ui/act-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProposeForm } from './propose-form.tsx';
import { changeFields } from './rule-change-body.ts';
import type { RuleTab } from './rules-search.ts';

interface NewRule {
  act: string;
  version: RuleView;
}
/** Looked at before every shipped row, unless another place is typed. */
const FIRST = 5;
const NEW_RULES: Partial<Record<RuleTab, NewRule>> = {
  interaction: {
    act: 'Add codes together',
    version: {
      ...{
        kind: 'interaction',
        key: '',
        label: '',
        summary: '',
        origin: 'own',
        effectiveFrom: null,
        effectiveTo: null,
      },
      ...{ citation: null, citationUrl: null, verified: false, changeId: null, isProposed: false },
      row: { id: '', place: FIRST },
    },
  },
};

/** A rule that does not ship, where a kind has such: proposed like a change of one. */
export function AddRule({ tab }: { tab: RuleTab }) {
  const notAllowed = useWhyNotAllowed('rules.manage');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const rule = NEW_RULES[tab];
  if (!rule) return null;
  const { act, version } = rule;
  return (
    <>
      <ActButton disabledReason={notAllowed} onClick={() => setOpen(true)}>
        {act}
      </ActButton>
      {isOpen && (
        <Dialog onClose={() => setOpen(false)} title={act} size="lg">
          <ProposeForm
            version={version}
            fieldsOf={(values) => changeFields(version, values)}
            act="Propose"
            onClose={() => setOpen(false)}
            onDone={({ id }) => {
              showToast({ text: 'Proposed. A second administrator decides.' });
              void navigate({ to: '/rules/changes/$changeId', params: { changeId: id } });
            }}
          />
        </Dialog>
      )}
    </>
  );
}
