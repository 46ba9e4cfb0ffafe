import { Menu, useMantineColorScheme } from '@mantine/core';
import { api } from '../api/api.ts';
import { queryClient } from '../api/query-client.ts';
import { useSession } from '../session/session-query.ts';
import { dropAllDrafts } from '../tasks/form-draft.ts';
import styles from './top-bar.module.css';

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => part[0]!.toUpperCase())
    .filter((_, place, all) => place === 0 || place === all.length - 1)
    .join('');

const SCHEMES = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

async function signOut(): Promise<void> {
  await api.signOut().catch(() => undefined);
  dropAllDrafts();
  queryClient.clear();
  window.location.assign('/sign-in');
}

export function UserMenu({ onKeys }: { onKeys: () => void }) {
  const { user, role, organization, organizations } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const others = organizations.filter(({ id }) => id !== organization.id);
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={styles.avatar} aria-label={`${user.name}: settings and sign out`}>
          {initialsOf(user.name)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}, {role}
          <br />
          {organization.name}
        </Menu.Label>
        {others.map(({ id, name }) => (
          <Menu.Item
            key={id}
            onClick={() => void api.switchOrganization(id).then(() => window.location.assign('/work'))}
          >
            Switch to {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>Colours</Menu.Label>
        {SCHEMES.map(({ value, label }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            onClick={() => setColorScheme(value)}
            rightSection={colorScheme === value ? '✓' : null}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onKeys}>Keys</Menu.Item>
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
