import { may, type Permission, whomToAsk } from '@overturn/domain';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { setProductNow } from './product-clock.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await api.session();
    setProductNow(session.now);
    return session;
  },
  staleTime: 60_000,
  refetchInterval: 300_000,
  retry: false,
});

export const useSession = () => useSuspenseQuery(sessionQuery).data;

/** Why this person may not, with who can; undefined when they may. */
export function useWhyNotAllowed(permission: Permission): string | undefined {
  const { role } = useSession();
  if (may(role, permission)) return undefined;
  return whomToAsk(permission) ?? 'Nobody in this organization can do this.';
}
