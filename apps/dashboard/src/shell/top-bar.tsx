import { ActionIcon } from '@mantine/core';
import { Bell } from '../notices/bell.tsx';
import { Icon } from '../ui/icon.tsx';
import { ConnectionSign } from './connection.tsx';
import { openDialog } from './open-dialog.ts';
import { UserMenu } from './user-menu.tsx';
import styles from './top-bar.module.css';

export function TopBar() {
  return (
    <header className={styles.bar}>
      <ActionIcon
        className={styles.menu ?? ''}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label="Open the menu"
        onClick={() => openDialog('nav')}
      >
        <Icon name="menu" />
      </ActionIcon>
      <button type="button" className={styles.search} onClick={() => openDialog('search')}>
        <Icon name="search" size={16} />
        <span className={styles.searchWords}>Search claim, patient, payer or go to…</span>
        <kbd aria-hidden="true">⌘K</kbd>
      </button>
      <div className={styles.right}>
        <ConnectionSign />
        <Bell />
        <UserMenu />
      </div>
    </header>
  );
}
