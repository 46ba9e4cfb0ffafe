/** Gives the focus a place when what had it went away with its own act. `id` names something with `tabIndex`. */
export function focusIfLost(id: string): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) document.getElementById(id)?.focus();
  });
}
