import { ActionIcon, Popover } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { Moment } from '../time/time-text.tsx';
import { Icon } from '../ui/icon.tsx';
import { Empty, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import styles from './bell.module.css';

const noticesQuery = { queryKey: ['notices'], queryFn: api.notices };

/** What needs me, newest first. Opening one marks it read. */
export function Bell() {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(noticesQuery);
  const read = useMutation({
    mutationFn: api.readNotice,
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
  const unread = data?.unread ?? 0;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus shadow="md">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={styles.bell ?? ''}
          aria-label={unread > 0 ? `Notices, ${unread} unread` : 'Notices'}
          onClick={() => setOpen(!open)}
        >
          <Icon name="bell" />
          {unread > 0 && (
            <span className={styles.unread} aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Notices" className={styles.drop ?? ''}>
        {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <RowsSkeleton rows={3} />}
        {data?.items.length === 0 && (
          <Empty title="Nothing needs you">Reminders, late tasks and filing dates appear here.</Empty>
        )}
        <ul className={styles.list}>
          {data?.items.map(({ id, denialId, sentence, at, readAt }) => (
            <li key={id} data-unread={readAt === null || undefined}>
              <Link
                to="/denials/$denialId"
                params={{ denialId }}
                onClick={() => {
                  setOpen(false);
                  if (!readAt) read.mutate(id);
                }}
              >
                {readAt === null && <span className="sr-only">Unread: </span>}
                {sentence}
              </Link>
              <span className="quiet">
                <Moment at={at} />
              </span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
