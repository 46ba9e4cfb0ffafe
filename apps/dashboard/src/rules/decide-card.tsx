import { Textarea } from '@mantine/core';
import type { RuleChangeView } from '@overturn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { useSession, useWhyNotAllowed } from '../session/session-query.ts';
import { ActButton } from '../ui/act-button.tsx';
import { ProblemNote } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';

type Act = 'approve' | 'reject' | 'withdraw';
const ACTS = [
  { act: 'approve', label: 'Approve', look: {} },
  { act: 'reject', label: 'Reject', look: { variant: 'default' } },
  { act: 'withdraw', label: 'Withdraw', look: { variant: 'default' } },
] as const;

/** Two people make a change: who proposed it may take it back, another decides. */
function whyNot(act: Act, isMine: boolean, { impact, proposedBy }: RuleChangeView): string | undefined {
  if (act === 'withdraw') return isMine ? undefined : `Only ${proposedBy.name} can withdraw it.`;
  if (isMine && act === 'approve') return 'You proposed it: a second administrator must approve.';
  if (isMine) return 'You proposed it: withdraw it instead.';
  return act === 'approve' && impact === null ? 'Which denials it moves is still being counted.' : undefined;
}

export function DecideCard({ change }: { change: RuleChangeView }) {
  const client = useQueryClient();
  const { user } = useSession();
  const notAllowed = useWhyNotAllowed('rules.manage');
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (act: Act) => api.decideRule(change.id, act, reason.trim() ? { reason: reason.trim() } : {}),
    onSettled: () => client.invalidateQueries({ queryKey: ['rules'] }),
  });
  const isMine = change.proposedBy.id === user.id;
  return (
    <section className={surface.card} aria-labelledby="decide-title">
      <h2 id="decide-title">Decision</h2>
      <Textarea
        label="Why you decide so"
        description="Kept with the change. It may stay empty."
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {decide.isError && <ProblemNote error={decide.error} />}
      <div className={surface.acts}>
        {ACTS.map(({ act, label, look }) => (
          <ActButton
            key={act}
            {...look}
            disabledReason={notAllowed ?? whyNot(act, isMine, change)}
            loading={decide.isPending && decide.variables === act}
            onClick={() => decide.mutate(act)}
          >
            {label}
          </ActButton>
        ))}
      </div>
    </section>
  );
}
