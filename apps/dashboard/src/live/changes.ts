import type { LiveEventView } from '@overturn/contracts';
import type { QueryKey } from '@tanstack/react-query';

export type LiveEvent = Pick<LiveEventView, 'kind' | 'denialId' | 'taskId' | 'subjectId'>;

/** What each kind of event makes stale. Ids only: the rows are asked for again through the api, with its permissions. */
const CHANGES = {
  task: ({ denialId, taskId }) => [
    ['tasks', 'list'],
    ['tasks', 'counts'],
    ['tasks', 'one', taskId],
    ['denials', 'one', denialId],
  ],
  denial: ({ denialId }) => [
    ['denials', 'list'],
    ['denials', 'one', denialId],
    ['denials', 'timeline', denialId],
    ['denials', 'commands', denialId],
  ],
  remittance: ({ subjectId }) => [
    ['remittances', 'list'],
    ['remittances', 'one', subjectId],
    ['remittances', 'claims', subjectId],
  ],
  command: ({ denialId }) => [
    ['denials', 'commands', denialId],
    ['denials', 'one', denialId],
    ['denials', 'timeline', denialId],
  ],
  notice: () => [['notices']],
  document: ({ denialId, subjectId }) => [
    ['documents', subjectId],
    ['denials', 'one', denialId],
  ],
  rule: ({ subjectId }) => [
    ['rules', 'list'],
    ['rules', 'changes'],
    ['rules', 'change', subjectId],
    ['rules', 'impact', subjectId],
  ],
} satisfies Record<LiveEvent['kind'], (event: LiveEvent) => QueryKey[]>;

export const LIVE_KINDS = Object.keys(CHANGES) as LiveEvent['kind'][];

/** Query keys that these events make stale, each once. */
export function changedBy(events: readonly LiveEvent[]): QueryKey[] {
  const keys = events
    .flatMap((event): QueryKey[] => CHANGES[event.kind](event))
    .filter((key) => key.every((part) => part !== null));
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
}
