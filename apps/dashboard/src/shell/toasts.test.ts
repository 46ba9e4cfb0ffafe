import { expect, it, jest } from '@jest/globals';
import { removeToastsAbout, runNewestToast, showToast } from './toasts.ts';

it('an undo that was given up is offered no more: the key runs what is still offered', () => {
  jest.useFakeTimers();
  const [older, newer] = [jest.fn(), jest.fn()];
  showToast({ text: 'Older', about: 'task-1', act: { label: 'Undo', run: older } });
  showToast({ text: 'Newer', about: 'task-2', act: { label: 'Undo', run: newer } });
  removeToastsAbout('task-2');
  runNewestToast();
  expect([older.mock.calls.length, newer.mock.calls.length]).toEqual([1, 0]);
  jest.useRealTimers();
});
