import { useSyncExternalStore } from 'react';
import { type KeyChoices, NO_CHOICES } from './key-map.ts';

const listeners = new Set<() => void>();
let place = '';
let current = NO_CHOICES;

function read(): KeyChoices {
  try {
    return { ...NO_CHOICES, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<KeyChoices>) };
  } catch {
    return NO_CHOICES;
  }
}

/** Each person keeps their own keys, on this device. */
export function loadKeyChoices(userId: string): void {
  place = `overturn.keys.${userId}`;
  current = read();
  for (const listener of listeners) listener();
}

export function saveKeyChoices(choices: KeyChoices): void {
  current = choices;
  localStorage.setItem(place, JSON.stringify(choices));
  for (const listener of listeners) listener();
}

export const keyChoices = (): KeyChoices => current;
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useKeyChoices = (): KeyChoices => useSyncExternalStore(subscribe, keyChoices);
