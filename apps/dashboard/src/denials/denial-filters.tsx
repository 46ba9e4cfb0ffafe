import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { DenialRow } from '@overturn/contracts';
import { DENIAL_CLASSES, STAGES } from '@overturn/domain';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../session/session-query.ts';
import { clientsQuery, payersQuery, usersQuery } from '../tasks/task-queries.ts';
import { type DenialListSearch, denialListSearch } from './denial-search.ts';
import styles from './denials-page.module.css';

type Option = { value: string; label: string };
const STAGE_OPTIONS = STAGES.map(({ stage, label }) => ({ value: stage, label }));
const CLASS_OPTIONS = DENIAL_CLASSES.map((row) => ({ value: row.class, label: row.label }));
const STATE_OPTIONS = [
  { value: 'closed', label: 'Closed' },
  { value: 'all', label: 'Open and closed' },
];
const SORT_OPTIONS = [
  { value: 'amount', label: 'Most at stake' },
  { value: 'opened', label: 'Newest' },
];

/** Each filter is one name in the URL; ids, enums and dates only. */
export function DenialFilters({ rows, isOpen }: { rows: readonly DenialRow[]; isOpen: boolean }) {
  const search = useSearch({ from: '/signed-in/denials' });
  const navigate = useNavigate({ from: '/denials' });
  const { user } = useSession();
  const { data: clients } = useQuery(clientsQuery);
  const { data: users } = useQuery(usersQuery);
  const { data: known } = useQuery(payersQuery);
  const seen = useSeen(rows);
  const payers = known?.items.map(({ id, name }) => ({ value: id, label: name })) ?? seen;
  const people = (users?.items ?? [])
    .filter(({ id }) => id !== user.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  const filters: { name: keyof DenialListSearch; label: string; any: string; options: readonly Option[] }[] = [
    { name: 'state', label: 'State', any: 'Open', options: STATE_OPTIONS },
    { name: 'stage', label: 'Stage', any: 'Any', options: STAGE_OPTIONS },
    { name: 'class', label: 'Class', any: 'Any', options: CLASS_OPTIONS },
    { name: 'payer', label: 'Payer', any: 'Any', options: payers },
    {
      name: 'client',
      label: 'Client',
      any: 'Any',
      options: (clients?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'assignee',
      label: 'Held by',
      any: 'Anyone',
      options: [{ value: 'me', label: 'Me' }, { value: 'none', label: 'Nobody' }, ...people],
    },
    { name: 'sort', label: 'Order', any: 'Filing date', options: SORT_OPTIONS },
  ];
  const set = (name: keyof DenialListSearch, value: string) =>
    void navigate({ search: (before) => denialListSearch({ ...before, [name]: value || undefined }), replace: true });
  const count = Object.keys(search).filter((name) => name !== 'columns' && name !== 'sort').length;
  return (
    <form
      className={styles.filters}
      data-open={isOpen || undefined}
      role="search"
      aria-label="Filters"
      onSubmit={(event) => event.preventDefault()}
    >
      {filters.map(({ name, label, any, options }) => (
        <NativeSelect
          key={name}
          size="xs"
          label={label}
          value={search[name] ?? ''}
          data={[{ value: '', label: any }, ...options]}
          data-on={search[name] ? true : undefined}
          onChange={({ currentTarget }) => set(name, currentTarget.value)}
        />
      ))}
      <TextInput
        size="xs"
        type="date"
        label="Filing date before"
        value={search.dueBefore ?? ''}
        onChange={({ currentTarget }) => set('dueBefore', currentTarget.value)}
      />
      {count > 0 && (
        <Button
          size="xs"
          variant="subtle"
          className={styles.clear ?? ''}
          onClick={() => void navigate({ search: ({ columns }) => (columns ? { columns } : {}) })}
        >
          Clear {count === 1 ? 'the filter' : `${count} filters`}
        </Button>
      )}
    </form>
  );
}

/** Payers met on this page: until the list of all is here, those seen stay to choose from. */
function useSeen(rows: readonly DenialRow[]): Option[] {
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const fresh = rows.filter(({ payerId }) => seen[payerId] === undefined);
  if (fresh.length > 0) setSeen({ ...seen, ...Object.fromEntries(fresh.map((row) => [row.payerId, row.payerName])) });
  return Object.entries(seen)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
