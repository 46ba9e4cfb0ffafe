import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';

export type TaskViewName = 'mine' | 'team' | 'snoozed' | 'raised';
const PAGE_ROWS = 100;

export const countsQuery = queryOptions({ queryKey: ['tasks', 'counts'], queryFn: api.taskCounts });

export const tasksQuery = (filter: { view: TaskViewName; queue?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'list', filter],
    queryFn: ({ pageParam, signal }) => api.tasks({ ...filter, cursor: pageParam, limit: PAGE_ROWS }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const taskQuery = (id: string) => queryOptions({ queryKey: ['tasks', 'one', id], queryFn: () => api.task(id) });
export const usersQuery = queryOptions({ queryKey: ['users'], queryFn: api.users, staleTime: 300_000, retry: false });
export const clientsQuery = queryOptions({
  queryKey: ['clients'],
  queryFn: api.clients,
  staleTime: 300_000,
  retry: false,
});
export const payersQuery = queryOptions({
  queryKey: ['payers'],
  queryFn: api.payers,
  staleTime: 300_000,
  retry: false,
});
