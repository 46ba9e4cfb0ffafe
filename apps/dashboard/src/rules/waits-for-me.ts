import { useInfiniteQuery } from '@tanstack/react-query';
import { useSession, useWhyNotAllowed } from '../session/session-query.ts';
import { changesQuery } from './rule-queries.ts';
import { waitsFor } from './waits-for.ts';

/** How many changes wait for this person, among the newest. */
export function useWaitsForMe(): number {
  const { user } = useSession();
  const mayDecide = useWhyNotAllowed('rules.manage') === undefined;
  const { data } = useInfiniteQuery({ ...changesQuery({}), enabled: mayDecide });
  const changes = data?.pages.flatMap(({ items }) => items) ?? [];
  return mayDecide ? changes.filter((change) => waitsFor(change, user.id)).length : 0;
}
