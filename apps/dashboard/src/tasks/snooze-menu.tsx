import { Menu } from '@mantine/core';
import type { TaskView } from '@overturn/contracts';
import { useProductNow } from '../session/product-clock.ts';
import { useSession } from '../session/session-query.ts';
import { snoozeChoices } from './snooze-times.ts';
import type { Opened } from '../ui/on-ask.tsx';
import type { TaskActs } from './task-acts.ts';

interface Props extends Opened {
  task: TaskView;
  acts: TaskActs;
}

export default function SnoozeMenu({ task, acts, opened, onChange, target }: Props) {
  const { organization } = useSession();
  const choices = snoozeChoices(useProductNow(), organization.timeZone, task);
  return (
    <Menu opened={opened} onChange={onChange} position="top-start">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Comes back after</Menu.Label>
        {choices.map(({ label, until }) => (
          <Menu.Item key={until} onClick={() => acts.snooze.mutate({ id: task.id, title: task.title, until, label })}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Label>
          {choices.length > 0
            ? 'Never past its due time or safe date'
            : 'Too near its due time or safe date: it stays in sight'}
        </Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
