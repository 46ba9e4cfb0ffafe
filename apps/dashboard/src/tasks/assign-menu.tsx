import { Menu } from '@mantine/core';
import type { TaskView } from '@overturn/contracts';
import { useQuery } from '@tanstack/react-query';
import { sentenceOf } from '../api/problem.ts';
import type { Opened } from '../ui/on-ask.tsx';
import type { TaskActs } from './task-acts.ts';
import { usersQuery } from './task-queries.ts';

interface Props extends Opened {
  task: TaskView;
  acts: TaskActs;
}

/** Hands a task to somebody who may do it, or back to its queue. */
export default function AssignMenu({ task, acts, opened, onChange, target }: Props) {
  const { data, error } = useQuery({ ...usersQuery, enabled: opened });
  const people = (data?.items ?? []).filter(
    ({ clientIds }) => clientIds.length === 0 || clientIds.includes(task.clientId),
  );
  const give = (userId: string | null, name: string) =>
    acts.assign.mutate({ id: task.id, title: task.title, userId, name });
  return (
    <Menu opened={opened} onChange={onChange} position="top-start">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        <Menu.Label>Give to</Menu.Label>
        {error && <Menu.Label>{sentenceOf(error)}</Menu.Label>}
        {people.map(({ id, name, role }) => (
          <Menu.Item key={id} onClick={() => give(id, name)}>
            {name}, {role}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => give(null, 'its queue')}>Back to its queue</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
