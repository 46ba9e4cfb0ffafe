import { Button, Group, Stack } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import { useState } from 'react';
import { fieldRow as field } from '../fields/field-row.ts';
import { FormFields } from '../fields/form-fields.tsx';
import type { Values } from '../fields/use-field-form.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CHANNEL_FIELD, DATED_FIELDS } from './moving-fields.ts';
import { useWhatIf } from './use-what-if.ts';
import { whatIfBodyOf } from './what-if-body.ts';
import { WhatIfDates } from './what-if-dates.tsx';
import surface from '../ui/surface.module.css';
import styles from './what-if.module.css';

/** Any fact or rule of a denial's dates tried out; nothing is saved. */
export default function WhatIfDialog({ denial, onClose }: { denial: DenialView; onClose: () => void }) {
  const [values, setValues] = useState<Values>(() => startOf(denial));
  const asked = useWhatIf(denial.id, whatIfBodyOf(values, denial));
  return (
    <Dialog onClose={onClose} title="What if" size="lg">
      <Stack gap="md">
        <p className="quiet">Try another date, rule or channel. To save a fact, use “Change a fact” in the commands.</p>
        <div className={`${surface.fields} ${styles.fields}`}>
          <FormFields
            fields={fieldsOf(denial)}
            values={values}
            faults={asked.faults}
            onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
          />
        </div>
        <WhatIfDates asked={asked} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

const startOf = ({ facts, deadlines }: DenialView): Values => ({
  ...Object.fromEntries(DATED_FIELDS.map(({ name }) => [name, String((facts as Record<string, unknown>)[name] ?? '')])),
  clock: deadlines[0]?.clockId ?? '',
});

function fieldsOf({ deadlines }: DenialView) {
  const clocks = deadlines.flatMap(({ clockId, label, lost }) => [
    { value: clockId, label },
    ...lost.map((other) => ({ value: other.clockId, label: other.clockId })),
  ]);
  const options = clocks.filter(({ value }, place) => clocks.findIndex((one) => one.value === value) === place);
  return [
    ...DATED_FIELDS,
    CHANNEL_FIELD,
    field({
      name: 'extensionNoticedOn',
      label: 'The payer said on this day that it takes longer',
      type: 'date',
      help: 'Moves what the payer owes, where its rule knows an extension.',
    }),
    field({ name: 'clock', label: 'Rule that reads otherwise', type: 'choice', options }),
    field({
      name: 'amount',
      label: 'Its amount',
      type: 'integer',
      help: 'In the rule’s own unit, days as a rule. Empty: as it is.',
    }),
  ];
}
