import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { OnAsk } from '../ui/on-ask.tsx';
import { noticesQuery } from './notices-query.ts';
import styles from './bell.module.css';

const NoticesDrop = lazy(() => import('./notices-drop.tsx'));

/** How much needs me, and behind it what. */
export function Bell() {
  const [opened, setOpened] = useState(false);
  const unread = useQuery(noticesQuery).data?.unread ?? 0;
  return (
    <OnAsk
      opened={opened}
      onChange={setOpened}
      target={
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={styles.bell ?? ''}
          aria-label={unread > 0 ? `Notices, ${unread} unread` : 'Notices'}
          onClick={() => setOpened(!opened)}
        >
          <Icon name="bell" />
          {unread > 0 && (
            <span className={styles.unread} aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </ActionIcon>
      }
    >
      {(parts) => <NoticesDrop {...parts} />}
    </OnAsk>
  );
}
