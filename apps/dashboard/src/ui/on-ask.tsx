import { cloneElement, type ReactElement, Suspense, useState } from 'react';
import { useFocusBack } from './use-focus-back.ts';

export interface Opened {
  target: ReactElement;
  opened: boolean;
  onChange: (opened: boolean) => void;
}

/** The target alone until it is first asked for; then what `children` draw, lazily: menus weigh more than the list they serve. */
export function OnAsk({ children, ...parts }: Opened & { children: (parts: Opened) => ReactElement }) {
  const { target, opened, onChange } = parts;
  const [asked, setAsked] = useState(opened);
  useFocusBack(opened);
  if (opened && !asked) setAsked(true);
  const closed = cloneElement(target as ReactElement<{ onClick: () => void }>, { onClick: () => onChange(true) });
  if (!asked && !opened) return closed;
  return <Suspense fallback={closed}>{children(parts)}</Suspense>;
}
