import type { RuleChangeView } from '@overturn/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import type { Query } from '../api/call.ts';

const firstPage = null as string | null;
const next = (page: { nextCursor: string | null }) => page.nextCursor;
/** While figures move, beside the live events that say each round. */
const ASK_AGAIN_MS = 2000;
const MOST_PAGES_AGAIN = 3;

/** It counts, or open denials and kept claims are looked at again: its figures still move. */
const isMoving = (change: RuleChangeView | undefined): boolean =>
  change?.state === 'applying' ||
  (change?.state === 'proposed' && change.impact === null) ||
  (change?.state === 'in-force' && change.kept?.isUnderWay === true);

export const rulesQuery = queryOptions({
  queryKey: ['rules', 'list'],
  queryFn: api.rules,
});
export const changesQuery = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: ['rules', 'changes', filter],
    queryFn: ({ pageParam }) => api.ruleChanges({ ...filter, cursor: pageParam }),
    initialPageParam: firstPage,
    getNextPageParam: next,
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
    refetchInterval: ({ state }) => isMoving(state.data) && ASK_AGAIN_MS,
  });
export const impactQuery = (change: RuleChangeView) =>
  infiniteQueryOptions({
    queryKey: ['rules', 'impact', change.id],
    queryFn: ({ pageParam }) => api.ruleImpact(change.id, pageParam),
    initialPageParam: firstPage,
    getNextPageParam: next,
    refetchInterval: ({ state: { data } }) => {
      const pages = data?.pages ?? [];
      // All that was opened is asked for again: of a long list only when somebody asks for it.
      if (pages.length > MOST_PAGES_AGAIN) return false;
      const isOnItsWay = pages.some(({ items }) => items.some(({ state }) => state === 'queued'));
      return (isOnItsWay || isMoving(change)) && ASK_AGAIN_MS;
    },
  });
