import { Textarea } from '@mantine/core';
import type { RuleChangeView } from '@overturn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../api/api.ts';
import { sentenceOf } from '../api/problem.ts';
import { useSession, useWhyNotAllowed } from '../session/session-query.ts';
import { showToast } from '../shell/toasts.ts';
import { ActButton } from '../ui/act-button.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { focusIfLost } from '../ui/focus-if-lost.ts';
import surface from '../ui/surface.module.css';
import { type Act, actsFor, approvalWords, whyNotDecide } from './decide-words.ts';

/** Two people make a change: who proposed it may take it back, another decides. */
export function DecideCard({ change }: { change: RuleChangeView }) {
  const client = useQueryClient();
  const { user } = useSession();
  const notAllowed = useWhyNotAllowed('rules.manage');
  const typed = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [lacksReason, setLacksReason] = useState(false);
  const decide = useMutation({
    mutationFn: ({ act }: { act: Act; done: string }) =>
      api.decideRule(change.id, act, reason.trim() ? { reason: reason.trim() } : {}),
    onSuccess: (_change, { done }) => showToast({ text: done }),
    // Somebody may have decided meanwhile: then this card goes, and the refusal is still read.
    onError: (error) => showToast({ text: sentenceOf(error), tone: 'bad' }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['rules'] });
      focusIfLost('change-title');
    },
  });
  const isMine = change.proposedBy.id === user.id;
  const begin = ({ act, done, needsReason }: ReturnType<typeof actsFor>[number]) => {
    const lacks = needsReason && !reason.trim();
    setLacksReason(lacks);
    if (lacks) typed.current?.focus();
    else decide.mutate({ act, done });
  };
  return (
    <section className={surface.card} aria-labelledby="decide-title">
      <h2 id="decide-title">Decision</h2>
      <p>{approvalWords(change)}</p>
      {!notAllowed && (
        <Textarea
          ref={typed}
          label="Why you decide so"
          description={isMine ? 'Kept with the change. It may stay empty.' : 'Kept with the change. Needed to reject.'}
          rows={2}
          maxLength={1000}
          value={reason}
          error={lacksReason && !reason.trim() && 'Say why you reject it: who proposed it reads this.'}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
      {decide.isError && <ProblemNote error={decide.error} />}
      <div className={surface.acts}>
        {actsFor(isMine).map((row, place) => (
          <ActButton
            key={row.act}
            {...row.look}
            hideReason={place > 0}
            disabledReason={notAllowed ?? whyNotDecide(row.act, isMine, change)}
            loading={decide.isPending && decide.variables.act === row.act}
            onClick={() => begin(row)}
          >
            {row.label}
          </ActButton>
        ))}
      </div>
    </section>
  );
}
