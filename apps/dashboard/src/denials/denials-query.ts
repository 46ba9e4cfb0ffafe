import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import type { DenialListSearch } from './denial-search.ts';

export const denialsQuery = (filter: Omit<DenialListSearch, 'columns'>) =>
  infiniteQueryOptions({
    queryKey: ['denials', 'list', filter],
    queryFn: ({ pageParam, signal }) => api.denials({ ...filter, cursor: pageParam, limit: 100 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
