import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  tone: 'plain' | 'bad';
  text: string;
  /** Browser time at which it goes by itself. */
  endsAtMs: number;
  /** The task that it tells of. */
  about?: string;
  act?: { label: string; run: () => void };
  /** Called when the person closes it before its time. */
  onDismiss?: () => void;
}

const SHOWN_MS = 6000;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Toast[]) => {
  toasts = next;
  for (const listener of listeners) listener();
};

export const removeToast = (id: number): void => set(toasts.filter((toast) => toast.id !== id));

/** What it offered is no longer possible. */
export const removeToastsAbout = (about: string): void => set(toasts.filter((toast) => toast.about !== about));

/** Shows one line at the foot of the page; returns its id. */
export function showToast({
  text,
  tone = 'plain',
  endsAtMs = Date.now() + SHOWN_MS,
  ...rest
}: Partial<Toast> & { text: string }): number {
  const id = ++lastId;
  set([...toasts.slice(-2), { id, text, tone, endsAtMs, ...rest }]);
  setTimeout(() => removeToast(id), Math.max(0, endsAtMs - Date.now()));
  return id;
}

/** Runs what the newest toast offers, the undo above all. */
export function runNewestToast(): void {
  const newest = toasts.findLast((toast) => toast.act);
  if (!newest) return;
  removeToast(newest.id);
  newest.act?.run();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useToasts = () => useSyncExternalStore(subscribe, () => toasts);
