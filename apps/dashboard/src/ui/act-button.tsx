import { Button, type ButtonProps } from '@mantine/core';
import { type ComponentPropsWithoutRef, useId } from 'react';
import styles from './act-button.module.css';

type Props = Omit<ButtonProps, 'disabled'> &
  Omit<ComponentPropsWithoutRef<'button'>, 'color' | 'style' | 'disabled'> & {
    /** Why it cannot be done now: said beside the button, and to a keyboard that reaches it. */
    disabledReason?: string | undefined;
    keys?: string;
    /** The reason for readers only, where there is no room beside it. */
    hideReason?: boolean;
  };

/** A button that stays reachable when it cannot act, and says why. */
export function ActButton({ disabledReason, keys, hideReason, onClick, children, ...rest }: Props) {
  const reasonId = useId();
  const blocked = disabledReason !== undefined;
  const button = (
    <Button
      {...rest}
      rightSection={keys ? <KeyHint keys={keys} /> : rest.rightSection}
      onClick={blocked ? (event) => event.preventDefault() : onClick}
      {...(blocked && { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': reasonId })}
    >
      {children}
    </Button>
  );
  if (!blocked) return button;
  return (
    <span className={styles.withReason} title={hideReason ? disabledReason : undefined}>
      {button}
      <span id={reasonId} className={hideReason ? 'sr-only' : styles.reason}>
        {disabledReason}
      </span>
    </span>
  );
}

/** A key beside what it does; silent for readers on a button, said where it stands for itself. */
export function KeyHint({ keys, isSaid }: { keys: string; isSaid?: boolean }) {
  return (
    <kbd aria-hidden={!isSaid} className={styles.key}>
      {keys.replace('Enter', '↵')}
    </kbd>
  );
}
