import { Menu } from '@mantine/core';
import type { TaskView } from '@overturn/contracts';
import type { ReactElement } from 'react';
import { useProductNow } from '../session/product-clock.ts';
import { useSession } from '../session/session-query.ts';
import { snoozeChoices } from './snooze-times.ts';
import type { TaskActs } from './task-acts.ts';

interface Props {
  task: TaskView;
  acts: TaskActs;
  opened: boolean;
  onChange: (opened: boolean) => void;
  children: ReactElement;
}

export function SnoozeMenu({ task, acts, opened, onChange, children }: Props) {
  const { organization } = useSession();
  const choices = snoozeChoices(useProductNow(), organization.timeZone, task.safeDueOn);
  return (
    <Menu opened={opened} onChange={onChange} position="top-start">
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Comes back after</Menu.Label>
        {choices.map(({ label, until }) => (
          <Menu.Item key={until} onClick={() => acts.snooze.mutate({ id: task.id, title: task.title, until, label })}>
            {label}
          </Menu.Item>
        ))}
        {task.safeDueOn && <Menu.Label>Never past its safe date</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
