import { useSyncExternalStore } from 'react';

/** Which of the shell's own dialogs is open. A store, since keys, menus and links all open them. */
export type ShellDialog = 'search' | 'keys' | 'nav' | undefined;
let open: ShellDialog;
const listeners = new Set<() => void>();

export function openDialog(dialog: ShellDialog): void {
  open = dialog;
  for (const listener of listeners) listener();
}
export const openKeysDialog = () => openDialog('keys');
export const closeDialog = () => openDialog(undefined);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useShellDialog = (): ShellDialog => useSyncExternalStore(subscribe, () => open);
