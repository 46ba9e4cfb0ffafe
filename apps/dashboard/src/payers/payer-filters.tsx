import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { PayerRuleView } from '@overturn/contracts';
import { PURPOSES } from '@overturn/domain/payers/payer-choices';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { payerOptions } from './match-rows.ts';
import { payersSearch } from './payers-search.ts';
import styles from './payers.module.css';

const ANY = { value: '', label: 'Any' };
const PURPOSE_OPTIONS = [ANY, { value: 'all', label: 'All purposes' }, ...PURPOSES];

/** Each filter is one name in the URL: identifiers and enums. */
export function PayerFilters({ rows }: { rows: readonly PayerRuleView[] }) {
  const search = useSearch({ from: '/signed-in/payers' });
  const navigate = useNavigate({ from: '/payers' });
  const set = (next: Record<string, unknown>) =>
    void navigate({ search: (before) => payersSearch({ ...before, ...next }), replace: true });
  const count = Object.keys(search).length;
  return (
    <form className={styles.filters} role="search" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <NativeSelect
        size="xs"
        label="Payer"
        value={search.payer ?? ''}
        data={[ANY, ...payerOptions(rows)]}
        onChange={({ currentTarget }) => set({ payer: currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label="Purpose"
        value={search.purpose ?? ''}
        data={PURPOSE_OPTIONS}
        onChange={({ currentTarget }) => set({ purpose: currentTarget.value })}
      />
      <Checkbox
        label="Stale only"
        checked={search.stale === true}
        onChange={({ currentTarget }) => set({ stale: currentTarget.checked })}
      />
      {count > 0 && (
        <Button size="xs" variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>
          Clear {count === 1 ? 'the filter' : `${count} filters`}
        </Button>
      )}
    </form>
  );
}
