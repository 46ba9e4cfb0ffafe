import { Button, Popover } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/api.ts';
import { claimWords } from '../denials/claim-words.ts';
import { moneyWords } from '../money/money.ts';
import { Moment } from '../time/moment.tsx';
import { countWords } from '../ui/count-words.ts';
import type { Opened } from '../ui/on-ask.tsx';
import { Empty, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import { noticesQuery } from './notices-query.ts';
import styles from './bell.module.css';

/** What needs me, newest first. Opening one marks it read. */
export default function NoticesDrop({ target, opened, onChange }: Opened) {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(noticesQuery);
  const read = useMutation({
    mutationFn: api.readNotice,
    onSettled: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  const readAll = useMutation({
    mutationFn: api.readAllNotices,
    onSettled: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
  const follow = (id: string, readAt: string | null) => {
    onChange(false);
    if (!readAt) read.mutate(id);
  };
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-end" width={360} trapFocus shadow="md">
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown p={0} aria-label="Notices" className={styles.drop ?? ''}>
        {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <RowsSkeleton rows={3} />}
        {data?.items.length === 0 && (
          <Empty title="Nothing needs you">Reminders, late tasks and filing dates appear here.</Empty>
        )}
        {(data?.unread ?? 0) > 0 && (
          <div className={styles.head}>
            <span className="quiet">{countWords(data!.unread, 'unread notice')}</span>
            <Button size="compact-xs" variant="default" loading={readAll.isPending} onClick={() => readAll.mutate()}>
              Mark all read
            </Button>
          </div>
        )}
        {readAll.isError && <ProblemNote error={readAll.error} />}
        <ul className={styles.list}>
          {data?.items.map(({ id, denialId, sentence, payerName, claimNumberTail, amountCents, at, readAt }) => (
            <li key={id} data-unread={readAt === null || undefined}>
              <Link to="/denials/$denialId" params={{ denialId }} onClick={() => follow(id, readAt)}>
                {readAt === null && <span className="sr-only">Unread: </span>}
                {sentence}
              </Link>
              <span className="quiet">
                {payerName} · {claimWords(claimNumberTail)} · {moneyWords(amountCents)} · <Moment at={at} />
              </span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
