import { Button } from '@mantine/core';
import type { AcceptLaterBody, RuleChangeView, RuleImpactView } from '@overturn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { ActButton } from '../ui/act-button.tsx';
import { countWords } from '../ui/count-words.ts';
import { ProblemNote } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';

function useLater({ id }: RuleChangeView, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AcceptLaterBody) => api.acceptLater(id, body),
    onSuccess: () => onDone?.(),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['rules'] }),
        client.invalidateQueries({ queryKey: ['denials'] }),
      ]),
  });
}

interface Props {
  change: RuleChangeView;
  count: number;
  chosen: readonly string[];
  onDone: () => void;
}

/** A later date is never taken by itself: all of them, or those chosen, are accepted or the earlier ones kept. */
export function LaterActs({ change, count, chosen, onDone }: Props) {
  const notAllowed = useWhyNotAllowed('rules.manage');
  const later = useLater(change, onDone);
  const body = chosen.length > 0 ? { denialIds: [...chosen] } : { all: true as const };
  const which = chosen.length > 0 ? `the ${chosen.length} chosen` : `all ${count.toLocaleString('en-US')}`;
  return (
    <div className={surface.list}>
      <p>
        <strong>{countWords(count, 'later date')}</strong> {count === 1 ? 'waits' : 'wait'} for a person. Until then the
        earlier date holds.
      </p>
      {later.isError && <ProblemNote error={later.error} />}
      <div className={surface.acts}>
        <ActButton
          disabledReason={notAllowed}
          loading={later.isPending && !later.variables.keep}
          onClick={() => later.mutate({ ...body, keep: false })}
        >
          Accept {which}
        </ActButton>
        <ActButton
          variant="default"
          disabledReason={notAllowed}
          hideReason
          loading={later.isPending && later.variables.keep}
          onClick={() => later.mutate({ ...body, keep: true })}
        >
          Keep the earlier date of {which}
        </ActButton>
      </div>
    </div>
  );
}

/** The same for one denial, in its row. */
export function LaterOne({ change, row }: { change: RuleChangeView; row: RuleImpactView }) {
  const notAllowed = useWhyNotAllowed('rules.manage');
  const later = useLater(change);
  if (notAllowed) return null;
  const of = `claim …${row.claimNumberTail}, ${row.purpose}`;
  const decide = (keep: boolean) => later.mutate({ denialIds: [row.denialId], keep });
  return (
    <span className={surface.acts}>
      <Button size="compact-xs" loading={later.isPending} aria-label={`Accept: ${of}`} onClick={() => decide(false)}>
        Accept
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={later.isPending}
        aria-label={`Keep the earlier date: ${of}`}
        onClick={() => decide(true)}
      >
        Keep
      </Button>
      {later.isError && <ProblemNote error={later.error} />}
    </span>
  );
}
