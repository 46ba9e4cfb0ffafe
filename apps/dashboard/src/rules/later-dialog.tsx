import { Button, Group, Stack } from '@mantine/core';
import type { RuleChangeView } from '@overturn/contracts';
import { countWords } from '../ui/count-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useLater } from './use-later.ts';

interface Props {
  change: RuleChangeView;
  keep: boolean;
  count: number;
  /** None: all that wait. */
  denialIds: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

/** Several dates at once are asked for twice: each is a filing date that somebody answers for. */
export function LaterDialog({ change, keep, count, denialIds, onClose, onDone }: Props) {
  const later = useLater(change, () => {
    onDone();
    onClose();
  });
  const body = denialIds.length > 0 ? { denialIds: [...denialIds] } : { all: true as const };
  const act = keep ? `Keep ${countWords(count, 'earlier date')}` : `Accept ${countWords(count, 'later date')}`;
  return (
    <Dialog onClose={onClose} title={`${act}?`}>
      <Stack gap="md">
        <p>
          {keep
            ? 'These denials go on by the rule as it was. Nobody is asked again for this change.'
            : 'From now on these denials are worked by the later dates. Each timeline has both dates, the rule and your name.'}{' '}
          This is not undone.
        </p>
        {later.isError && <ProblemNote error={later.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button loading={later.isPending} onClick={() => later.mutate({ ...body, keep })}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
