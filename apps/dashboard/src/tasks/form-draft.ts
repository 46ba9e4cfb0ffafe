import { useSyncExternalStore } from 'react';

export interface StoredFileRef {
  id: string;
  name: string;
}
/** What a field holds while it is typed: text as it stands, files by id, rows of texts. */
export type FieldValue = string | readonly string[] | readonly StoredFileRef[] | readonly Record<string, string>[];
export interface Draft {
  outcome: string;
  values: Readonly<Record<string, FieldValue>>;
}

/** Drafts live in this tab's own store, by task id, through reload, conflict and a session that ends. */
const PREFIX = 'overturn.draft.';
const listeners = new Set<() => void>();
const known = new Map<string, Draft | undefined>();

function read(key: string): Draft | undefined {
  if (!known.has(key)) {
    const kept = sessionStorage.getItem(PREFIX + key);
    known.set(key, kept ? (JSON.parse(kept) as Draft) : undefined);
  }
  return known.get(key);
}

function keepDraft(key: string, draft: Draft): void {
  known.set(key, draft);
  sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
  for (const listener of listeners) listener();
}

export function dropDraft(key: string): void {
  known.set(key, undefined);
  sessionStorage.removeItem(PREFIX + key);
  for (const listener of listeners) listener();
}

/** At sign-out nothing of a patient stays in the browser. */
export function dropAllDrafts(): void {
  known.clear();
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The draft as it stands, or the one to begin with. */
export function useDraft(key: string, begin: () => Draft): [Draft, (draft: Draft) => void] {
  const kept = useSyncExternalStore(subscribe, () => read(key));
  return [kept ?? begin(), (draft) => keepDraft(key, draft)];
}
