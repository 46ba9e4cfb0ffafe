import { describe, expect, it } from '@jest/globals';
import { changedBy } from './changes.ts';

const none = { denialId: null, taskId: null, subjectId: null };

describe('what a live event makes stale', () => {
  it('a task: lists, counts, itself, its denial', () =>
    expect(changedBy([{ ...none, kind: 'task', taskId: 't', denialId: 'd' }])).toEqual([
      ['tasks', 'list'],
      ['tasks', 'counts'],
      ['tasks', 'one', 't'],
      ['denials', 'one', 'd'],
    ]));
  it('many events of one import ask once', () =>
    expect(
      changedBy(Array.from({ length: 50 }, () => ({ ...none, kind: 'remittance' as const, subjectId: 'r' }))),
    ).toHaveLength(3));
  it('an event without ids makes no key with a hole', () =>
    expect(changedBy([{ ...none, kind: 'task' }])).toEqual([
      ['tasks', 'list'],
      ['tasks', 'counts'],
    ]));
});
