import { Radio, Stack } from '@mantine/core';
import { type TaskKind, taskKindRow } from '@overturn/domain';

/** Which outcome it was. The `e` key comes here. */
export function OutcomeChoice({
  kind,
  value,
  onChange,
}: {
  kind: TaskKind;
  value: string;
  onChange: (outcome: string) => void;
}) {
  return (
    <Radio.Group label="Outcome" value={value} onChange={onChange} data-outcome>
      <Stack gap={7} mt={6}>
        {taskKindRow(kind).outcomes.map(({ outcome, label }) => (
          <Radio key={outcome} value={outcome} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Puts the focus on the chosen outcome of the form that is shown; false when none is. */
export function focusOutcome(): boolean {
  const chosen =
    document.querySelector<HTMLElement>('[data-outcome] input:checked') ??
    document.querySelector<HTMLElement>('[data-outcome] input');
  chosen?.focus();
  chosen?.scrollIntoView({ block: 'nearest' });
  return chosen !== null;
}
