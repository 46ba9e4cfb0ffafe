/** Gives the focus a place when what had it went away with its own act. Something with `tabIndex`, or its id. */
export function focusIfLost(place: string | HTMLElement | null): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    (typeof place === 'string' ? document.getElementById(place) : place)?.focus();
  });
}
