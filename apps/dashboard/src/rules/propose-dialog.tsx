import { NativeSelect, Stack } from '@mantine/core';
import type { RuleView } from '@overturn/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { showToast } from '../shell/toasts.ts';
import { longDateWords } from '../time/calendar-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProposeForm } from './propose-form.tsx';
import { nameOf } from './rule-names.ts';
import { changeFields } from './rule-change-body.ts';

const fromWords = ({ effectiveFrom }: RuleView): string =>
  effectiveFrom ? `from ${longDateWords(effectiveFrom)}` : 'from ever';

interface Props {
  /** The newest first. */
  versions: readonly RuleView[];
  onClose: () => void;
}

/** A change of a rule, to be decided by somebody else. */
export function ProposeDialog({ versions, onClose }: Props) {
  const navigate = useNavigate();
  const [place, setPlace] = useState(0);
  const version = versions[place] ?? versions[0]!;
  return (
    <Dialog onClose={onClose} title={`Propose a change of “${nameOf(version)}”`} size="lg">
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
        <ProposeForm
          key={place}
          version={version}
          fieldsOf={(values) => changeFields(version, values)}
          act="Propose"
          onClose={onClose}
          onDone={({ id }) => {
            showToast({ text: 'Proposed. A second administrator decides.' });
            void navigate({ to: '/rules/changes/$changeId', params: { changeId: id } });
          }}
        />
      </Stack>
    </Dialog>
  );
}
