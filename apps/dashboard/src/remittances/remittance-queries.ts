import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';

const firstPage = null as string | null;
const next = (page: { nextCursor: string | null }) => page.nextCursor;

export const remittancesQuery = infiniteQueryOptions({
  queryKey: ['remittances', 'list'],
  queryFn: ({ pageParam }) => api.remittances(pageParam),
  initialPageParam: firstPage,
  getNextPageParam: next,
});
export const remittanceQuery = (id: string) =>
  queryOptions({ queryKey: ['remittances', 'one', id], queryFn: () => api.remittance(id) });
export const claimsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['remittances', 'claims', id],
    queryFn: ({ pageParam }) => api.remittanceClaims(id, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: next,
  });
