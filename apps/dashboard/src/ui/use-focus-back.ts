import { useEffect, useState } from 'react';

/** Brings the focus back to where it was before this opened: to the row, to the button. Unless somebody else took it meanwhile. */
export function useFocusBack(isOpen: boolean): void {
  const [held, setHeld] = useState<{ isOpen: boolean; element: Element | null }>({ isOpen: false, element: null });
  if (isOpen !== held.isOpen) setHeld({ isOpen, element: isOpen ? document.activeElement : held.element });
  const { element } = held;
  useEffect(() => {
    if (!isOpen) return;
    return () => {
      // After it is gone: until then it keeps the focus inside itself.
      setTimeout(() => {
        if (element instanceof HTMLElement && element.isConnected && document.activeElement === document.body)
          element.focus({ preventScroll: true });
      }, CLOSING_MS);
    };
  }, [isOpen, element]);
}
const CLOSING_MS = 50;
