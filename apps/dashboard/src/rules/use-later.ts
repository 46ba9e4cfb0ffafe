import type { AcceptLaterBody, RuleChangeView } from '@overturn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { showToast } from '../shell/toasts.ts';
import { focusIfLost } from '../ui/focus-if-lost.ts';

/** Takes later dates, or keeps the earlier ones; of some denials or of all that wait. */
export function useLater({ id }: RuleChangeView, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AcceptLaterBody) => api.acceptLater(id, body),
    onSuccess: (_change, { keep }) => {
      showToast({ text: keep ? 'The earlier dates stay.' : 'The later dates are on their way to the denials.' });
      onDone?.();
    },
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['rules'] }),
        client.invalidateQueries({ queryKey: ['denials'] }),
      ]);
      focusIfLost('impact-title');
    },
  });
}
