import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';

export const denialQuery = (id: string) =>
  queryOptions({ queryKey: ['denials', 'one', id], queryFn: () => api.denial(id) });
export const commandsQuery = (id: string) =>
  queryOptions({ queryKey: ['denials', 'commands', id], queryFn: () => api.commands(id) });
export const documentQuery = (id: string) =>
  queryOptions({ queryKey: ['documents', id], queryFn: () => api.document(id) });
export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['denials', 'timeline', id],
    queryFn: ({ pageParam }) => api.timeline(id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
