import { Button, Group, Popover, TextInput } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useSession } from '../session/session-query.ts';
import { showToast } from '../shell/toasts.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './denials-page.module.css';

interface SavedView {
  name: string;
  search: string;
}

/** Views under a name, kept on this device; a view is its link, so it is shared by copying that. */
export function SavedViews() {
  const { user } = useSession();
  const { searchStr } = useLocation();
  const navigate = useNavigate();
  const place = `overturn.views.${user.id}`;
  const [views, setViews] = useState<SavedView[]>(() => JSON.parse(localStorage.getItem(place) ?? '[]') as SavedView[]);
  const keep = (next: SavedView[]) => {
    setViews(next);
    localStorage.setItem(place, JSON.stringify(next));
  };
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (!name) return;
    keep([...views.filter((view) => view.name !== name), { name, search: searchStr }]);
    event.currentTarget.reset();
  };
  const copy = () =>
    navigator.clipboard
      ?.writeText(window.location.href)
      .then(() => showToast({ text: 'The link to this view is copied.' }))
      .catch(() => showToast({ text: 'Copy the address of this page to share the view.' }));
  return (
    <Popover position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default">
          Views{views.length > 0 && ` ${views.length}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Views">
        <ul className={styles.views}>
          {views.map(({ name, search }) => (
            <li key={name}>
              <Button size="compact-sm" variant="subtle" onClick={() => void navigate({ href: `/denials${search}` })}>
                {name}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={`Forget ${name}`}
                onClick={() => keep(views.filter((view) => view.name !== name))}
              >
                <Icon name="close" size={12} />
              </Button>
            </li>
          ))}
        </ul>
        <form onSubmit={save}>
          <Group gap="xs" align="end" wrap="nowrap">
            <TextInput
              size="xs"
              name="name"
              label="Keep this view as"
              maxLength={60}
              required
              withAsterisk={false}
              style={{ flex: 1 }}
            />
            <Button size="xs" type="submit">
              Keep
            </Button>
          </Group>
        </form>
        <Button
          mt="sm"
          size="xs"
          variant="default"
          fullWidth
          leftSection={<Icon name="link" size={14} />}
          onClick={() => void copy()}
        >
          Copy the link to this view
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
