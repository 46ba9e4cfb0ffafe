import { useEffect, useRef } from 'react';
import { keyChoices } from './key-choices.ts';
import { type KeyAction, matchKey } from './key-map.ts';

type Handlers = Partial<Record<KeyAction, (() => void) | undefined>>;
const layers: { current: Handlers }[] = [];
const SEQUENCE_MS = 1200;
const TYPING =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true], [role=menu], [aria-modal=true]';
const PRESSABLE = 'button, a, summary, [role=tab], [role=option], input';

/** What the keys do while this component is shown; the one shown last has the first word. */
export function useKeys(handlers: Handlers): void {
  const layer = useRef(handlers);
  useEffect(() => {
    layer.current = handlers;
  });
  useEffect(() => {
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

/** Listens for the whole page, once. Keys pressed while typing, or with Ctrl, Alt or ⌘, are never ours, but ⌘K is. */
export function useKeyListener(): void {
  useEffect(() => {
    let pending: readonly string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = (action: KeyAction, event: KeyboardEvent) => {
      const handler = layers.findLast(({ current }) => current[action])?.current[action];
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') return run('search', event);
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
      if (target.closest(TYPING)) return;
      if (event.key === 'Enter' && target.closest(PRESSABLE)) return;
      const match = matchKey(pending, event.key, keyChoices());
      pending = match.pending;
      clearTimeout(timer);
      timer = setTimeout(() => (pending = []), SEQUENCE_MS);
      if (match.action) run(match.action, event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
