import type { RuleChangeView } from '@overturn/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import type { Query } from '../api/call.ts';

const firstPage = null as string | null;
const next = (page: { nextCursor: string | null }) => page.nextCursor;
const ASK_AGAIN_MS = 2000;
/** What others propose and decide shows without a reload. */
const LOOK_AGAIN_MS = 15_000;

const MOST_PAGES_AGAIN = 3;

/** It counts, or open denials are looked at again: its figures still move. */
const isMoving = (change: RuleChangeView | undefined): boolean =>
  change?.state === 'applying' || (change?.state === 'proposed' && change.impact === null);

export const rulesQuery = queryOptions({
  queryKey: ['rules', 'list'],
  queryFn: api.rules,
  refetchInterval: LOOK_AGAIN_MS,
});
export const changesQuery = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: ['rules', 'changes', filter],
    queryFn: ({ pageParam }) => api.ruleChanges({ ...filter, cursor: pageParam }),
    initialPageParam: firstPage,
    getNextPageParam: next,
    refetchInterval: LOOK_AGAIN_MS,
  });
/** Codes come with remittances, not by the minute. */
export const toClassifyQuery = queryOptions({
  queryKey: ['rules', 'to-classify'],
  queryFn: api.codesToClassify,
  refetchInterval: 60_000,
});
export const changeQuery = (id: string) =>
  queryOptions({
    queryKey: ['rules', 'change', id],
    queryFn: () => api.ruleChange(id),
    refetchInterval: ({ state }) => (isMoving(state.data) ? ASK_AGAIN_MS : LOOK_AGAIN_MS),
  });
export const impactQuery = (change: RuleChangeView) =>
  infiniteQueryOptions({
    queryKey: ['rules', 'impact', change.id],
    queryFn: ({ pageParam }) => api.ruleImpact(change.id, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: next,
    // All that was opened is asked for again: a long list only when somebody asks for it.
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) > MOST_PAGES_AGAIN ? false : isMoving(change) ? ASK_AGAIN_MS : LOOK_AGAIN_MS,
  });
