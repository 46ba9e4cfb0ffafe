import { RELOAD_EVENT } from '@overturn/contracts/reload-event';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { changedBy, LIVE_KINDS, type LiveEvent } from './changes.ts';

export type Connection = 'connecting' | 'live' | 'lost' | 'offline';
let connection: Connection = 'connecting';
const listeners = new Set<() => void>();
const set = (next: Connection) => {
  connection = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => connection);

const GATHER_MS = 150;
/** An answer that does not come must not silence all others. */
const MOST_WAIT_MS = 2000;
const AGAIN_MS = 4000;

/** Listens to the api's events while shown. The browser replays by `Last-Event-ID`; after a refusal we ask again from a clean sheet. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let waiting: LiveEvent[] = [];
    let wasLost = false;
    const flush = async () => {
      const keys = changedBy(waiting);
      waiting = [];
      // What comes meanwhile waits a little: asking anew would break off a long list that is being read, again and again.
      const answered = Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
      await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, MOST_WAIT_MS))]);
      gathering = waiting.length > 0 ? setTimeout(() => void flush(), GATHER_MS) : undefined;
    };
    const take = (message: MessageEvent<string>) => {
      waiting.push(JSON.parse(message.data) as LiveEvent);
      gathering ??= setTimeout(() => void flush(), GATHER_MS);
    };
    const open = () => {
      source = new EventSource('/api/events');
      source.onopen = () => {
        set('live');
        if (wasLost) void client.invalidateQueries();
        wasLost = false;
      };
      source.onerror = () => {
        set(navigator.onLine ? 'lost' : 'offline');
        if (source.readyState !== EventSource.CLOSED) return;
        wasLost = true;
        again = setTimeout(open, AGAIN_MS);
      };
      for (const kind of LIVE_KINDS) source.addEventListener(kind, take);
      source.addEventListener(RELOAD_EVENT, () => void client.invalidateQueries()); // away for longer than events are kept
    };
    const restart = () => {
      source.close();
      clearTimeout(again);
      wasLost = true;
      open();
    };
    const offline = () => set('offline');
    open();
    window.addEventListener('online', restart);
    window.addEventListener('offline', offline);
    return () => {
      source.close();
      clearTimeout(again);
      clearTimeout(gathering);
      window.removeEventListener('online', restart);
      window.removeEventListener('offline', offline);
    };
  }, [client]);
}
