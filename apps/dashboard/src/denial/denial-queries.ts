import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';

const ASK_AGAIN_MS = 4000;

/** While an answer is on its way to the engine the page asks again by itself, in case an event is lost. */
export const denialQuery = (id: string) =>
  queryOptions({
    queryKey: ['denials', 'one', id],
    queryFn: () => api.denial(id),
    refetchInterval: ({ state }) =>
      state.data?.tasks.some(({ awaitingEngine }) => awaitingEngine) ? ASK_AGAIN_MS : false,
  });
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
