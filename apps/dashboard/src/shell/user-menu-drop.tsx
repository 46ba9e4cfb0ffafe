import { Menu, useMantineColorScheme } from '@mantine/core';
import { api } from '../api/api.ts';
import { queryClient } from '../api/query-client.ts';
import { useSession } from '../session/session-query.ts';
import { dropAllDrafts } from '../tasks/form-draft.ts';
import type { Opened } from '../ui/on-ask.tsx';
import { openKeysDialog } from './open-dialog.ts';

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

const switchTo = (id: string) => void api.switchOrganization(id).then(() => window.location.assign('/work'));

export default function UserMenuDrop({ target, opened, onChange }: Opened) {
  const { user, role, organization, organizations } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={240}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}, {role}
          <br />
          {organization.name}
        </Menu.Label>
        {organizations
          .filter(({ id }) => id !== organization.id)
          .map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => switchTo(id)}>
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
        <Menu.Item onClick={openKeysDialog}>Keys</Menu.Item>
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
