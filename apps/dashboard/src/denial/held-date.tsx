import { Button, Group, Stack } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api } from '../api/api.ts';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { LawDate } from '../time/law-date.tsx';
import { ActButton } from '../ui/act-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/states.tsx';

type Lost = DenialView['deadlines'][number]['lost'][number];

/** Where a later date that waits for a person is taken: of a rule on the page of its change, of a payer's row here. */
export function HeldDate({ denial, lost }: { denial: DenialView; lost: Lost }) {
  if (lost.heldBy === 'rule')
    return (
      <Link to="/rules/changes" search={{ state: 'in-force' }}>
        Changes of rules
      </Link>
    );
  return lost.heldBy === 'payer-row' ? <TakeLater denial={denial} lost={lost} /> : null;
}

function TakeLater({ denial: { id }, lost }: { denial: DenialView; lost: Lost }) {
  const notAllowed = useWhyNotAllowed('task.supervise');
  const [isAsked, setAsked] = useState(false);
  const onceId = useRef(crypto.randomUUID());
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () => api.command(id, { kind: 'change-fact', facts: { payerDates: 'as-now' } }, onceId.current),
    onSuccess: () => {
      setAsked(false);
      return client.invalidateQueries({ queryKey: ['denials', 'one', id] });
    },
  });
  return (
    <>
      <ActButton size="compact-sm" variant="default" disabledReason={notAllowed} onClick={() => setAsked(true)}>
        Take the later date…
      </ActButton>
      {isAsked && (
        <Dialog onClose={() => setAsked(false)} title="Take the later date?">
          <Stack gap="md">
            <p>
              From now on this denial is worked by the payer’s row as it is: safe <LawDate on={lost.safeDueOn} long />,
              legal <LawDate on={lost.legalDueOn} long />. The timeline has it with your name. This is not undone.
            </p>
            {take.isError && <ProblemNote error={take.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsked(false)}>
                Leave it
              </Button>
              <Button loading={take.isPending} onClick={() => take.mutate()}>
                Take the later date
              </Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </>
  );
}
