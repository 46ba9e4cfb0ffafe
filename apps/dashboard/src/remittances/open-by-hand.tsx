import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { newKey } from '../api/call.ts';
import { isProblem, sentenceOf } from '../api/problem.ts';
import { showToast } from '../shell/toasts.ts';

/** A claim that opened no denial by itself can be opened by a person; one that exists is shown instead. */
export function OpenByHand({ claimId }: { claimId: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [onceKey] = useState(newKey);
  const show = (denialId: string) => navigate({ to: '/denials/$denialId', params: { denialId } });
  const open = useMutation({
    mutationFn: () => api.openDenial({ claimId }, onceKey),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['remittances'] });
      await show(id);
    },
    onError: (error) => {
      const denialId = isProblem(error, 'DENIAL_EXISTS') && (error.details.denialId ?? error.details.id);
      if (typeof denialId !== 'string') return;
      showToast({ text: 'This claim has its denial already: here it is.' });
      void show(denialId);
    },
  });
  return (
    <>
      <Button size="compact-xs" variant="subtle" px={0} loading={open.isPending} onClick={() => open.mutate()}>
        Open by hand
      </Button>
      {open.isError && <div role="alert">{sentenceOf(open.error)}</div>}
    </>
  );
}
