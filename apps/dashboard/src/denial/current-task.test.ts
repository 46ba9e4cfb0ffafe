import { describe, expect, it } from '@jest/globals';
import { currentTask } from './current-task.ts';

type Tasks = Parameters<typeof currentTask>[0];
const task = (id: string, dueAt: string, more: object = {}) => ({
  id,
  dueAt,
  state: 'open',
  assignee: null,
  awaitingEngine: false,
  ...more,
});
const me = { id: 'me', name: 'Me' };

describe('the task to do now', () => {
  it.each([
    ['the first due', [task('b', '2'), task('a', '1')], undefined, 'a'],
    [
      'a filing date that is here before what is due earlier',
      [task('a', '1'), task('b', '2', { kind: 'protect-filing-date' })],
      undefined,
      'b',
    ],
    [
      'mine before one due earlier',
      [task('a', '1'), task('b', '2', { state: 'claimed', assignee: me })],
      undefined,
      'b',
    ],
    [
      'an answer on its way before what nobody holds',
      [task('a', '1'), task('b', '2', { state: 'completed', awaitingEngine: true })],
      undefined,
      'b',
    ],
    ['the one asked for', [task('a', '1'), task('b', '2')], 'b', 'b'],
    ['one asked for that is done falls back', [task('a', '1'), task('b', '2', { state: 'completed' })], 'b', 'a'],
    ['nothing', [task('b', '2', { state: 'completed' })], undefined, undefined],
  ])('%s', (_, tasks, wanted, id) => expect(currentTask(tasks as unknown as Tasks, 'me', wanted)?.id).toBe(id));
});
