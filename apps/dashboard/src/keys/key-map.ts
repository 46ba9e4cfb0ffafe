/** Every act that has a key. A space parts a sequence: `g w` is g, then w. */
const KEY_TABLE = [
  { action: 'next-task', keys: 'n', label: 'Get the next task', group: 'Work' },
  { action: 'move-down', keys: 'j', label: 'Next row', group: 'Lists' },
  { action: 'move-up', keys: 'k', label: 'Row before', group: 'Lists' },
  { action: 'select', keys: 'x', label: 'Select the row', group: 'Lists' },
  { action: 'open', keys: 'Enter', label: 'Open the denial', group: 'Lists' },
  { action: 'claim', keys: 'c', label: 'Claim the task', group: 'Work' },
  { action: 'outcome', keys: 'e', label: 'Choose the outcome', group: 'Work' },
  { action: 'snooze', keys: 's', label: 'Snooze', group: 'Work' },
  { action: 'assign', keys: 'a', label: 'Assign', group: 'Work' },
  { action: 'undo', keys: 'z', label: 'Undo the last act', group: 'Work' },
  { action: 'search', keys: '/', label: 'Search (also ⌘K or Ctrl K)', group: 'Everywhere' },
  { action: 'help', keys: '?', label: 'This list of keys', group: 'Everywhere' },
  { action: 'go-work', keys: 'g w', label: 'Go to My work', group: 'Everywhere' },
  { action: 'go-denials', keys: 'g d', label: 'Go to Denials', group: 'Everywhere' },
  { action: 'go-remittances', keys: 'g r', label: 'Go to Remittances', group: 'Everywhere' },
  { action: 'go-calculator', keys: 'g c', label: 'Go to Deadline calculator', group: 'Everywhere' },
  { action: 'go-rules', keys: 'g u', label: 'Go to Rules', group: 'Everywhere' },
  { action: 'go-health', keys: 'g h', label: 'Go to Health', group: 'Everywhere' },
] as const;

export type KeyAction = (typeof KEY_TABLE)[number]['action'];
export interface KeyRow {
  action: KeyAction;
  keys: string;
  label: string;
  group: string;
}
export const KEY_ROWS: readonly KeyRow[] = KEY_TABLE;

/** What one person changed: all keys off, or other keys for some acts; an empty text is no key. */
export interface KeyChoices {
  off: boolean;
  changed: Partial<Record<KeyAction, string>>;
}
export const NO_CHOICES: KeyChoices = { off: false, changed: {} };

export const keysOf = (action: KeyAction, choices: KeyChoices): string =>
  choices.off ? '' : (choices.changed[action] ?? KEY_ROWS.find((row) => row.action === action)!.keys);

export interface KeyMatch {
  action?: KeyAction;
  /** Keys of a sequence that has begun. */
  pending: readonly string[];
}

/** What a key means after those already pressed. A key that continues nothing begins anew. */
export function matchKey(pending: readonly string[], key: string, choices: KeyChoices): KeyMatch {
  const pressed = [...pending, key].join(' ');
  const bound = KEY_ROWS.map(({ action }) => ({ action, keys: keysOf(action, choices) })).filter(
    ({ keys }) => keys !== '',
  );
  const found = bound.find(({ keys }) => keys === pressed);
  if (found) return { action: found.action, pending: [] };
  if (bound.some(({ keys }) => keys.startsWith(`${pressed} `))) return { pending: [...pending, key] };
  return pending.length > 0 ? matchKey([], key, choices) : { pending: [] };
}

/** The act that already has these keys, so that two never share one. */
export function clashOf(action: KeyAction, keys: string, choices: KeyChoices): KeyRow | undefined {
  const on = { ...choices, off: false };
  return KEY_ROWS.find((row) => {
    const theirs = keysOf(row.action, on);
    if (row.action === action || theirs === '' || keys === '') return false;
    return theirs === keys || theirs.startsWith(`${keys} `) || keys.startsWith(`${theirs} `);
  });
}
