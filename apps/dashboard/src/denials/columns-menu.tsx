import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Icon } from '../ui/icon.tsx';
import { columnsOf, DENIAL_COLUMNS } from './denial-columns.tsx';
import styles from './denials-page.module.css';

/** Which columns are shown; it stands in the URL too, so a shared view looks the same. */
export function ColumnsMenu({ named }: { named: string | undefined }) {
  const navigate = useNavigate({ from: '/denials' });
  const shown = new Set(columnsOf(named).map(({ id }) => id));
  const toggle = (id: string) => {
    if (!shown.delete(id)) shown.add(id);
    const columns = DENIAL_COLUMNS.filter((column) => shown.has(column.id)).map((column) => column.id);
    void navigate({ search: (before) => ({ ...before, columns: columns.join('.') }), replace: true });
  };
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          className={styles.wideOnly ?? ''}
          leftSection={<Icon name="columns" size={15} />}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Stack gap="xs">
          {DENIAL_COLUMNS.map(({ id, label }) => (
            <Checkbox key={id} size="xs" label={label} checked={shown.has(id)} onChange={() => toggle(id)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
