import { lazy, useState } from 'react';
import { useSession } from '../session/session-query.ts';
import { OnAsk } from '../ui/on-ask.tsx';
import { initialsOf } from './initials.ts';
import styles from './top-bar.module.css';

const UserMenuDrop = lazy(() => import('./user-menu-drop.tsx'));

export function UserMenu() {
  const { user } = useSession();
  const [opened, setOpened] = useState(false);
  return (
    <OnAsk
      opened={opened}
      onChange={setOpened}
      target={
        <button
          type="button"
          className={styles.avatar}
          aria-haspopup="menu"
          aria-label={`${initialsOf(user.name)}, ${user.name}: settings and sign out`}
        >
          {initialsOf(user.name)}
        </button>
      }
    >
      {(parts) => <UserMenuDrop {...parts} />}
    </OnAsk>
  );
}
