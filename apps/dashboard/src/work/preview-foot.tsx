import { Button } from '@mantine/core';
import type { TaskView } from '@overturn/contracts';
import { Link } from '@tanstack/react-router';
import { lazy } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import type { TaskActs } from '../tasks/task-acts.ts';
import { ActButton, KeyHint } from '../ui/act-button.tsx';
import { OnAsk } from '../ui/on-ask.tsx';
import styles from './task-preview.module.css';

const SnoozeMenu = lazy(() => import('../tasks/snooze-menu.tsx'));
const AssignMenu = lazy(() => import('../tasks/assign-menu.tsx'));

interface Props {
  task: TaskView;
  isMine: boolean;
  acts: TaskActs;
  menu: 'snooze' | 'assign' | undefined;
  onMenu: (menu: 'snooze' | 'assign' | undefined) => void;
  onOwnAct: () => void;
}

/** What else can be done with the task than completing it. */
export function PreviewFoot({ task, isMine, acts, menu, onMenu, onOwnAct }: Props) {
  const noAssign = useWhyNotAllowed('task.assign');
  const toggle = (name: 'snooze' | 'assign') => (opened: boolean) => {
    onOwnAct();
    onMenu(opened ? name : undefined);
  };
  const button = (label: string, keys: string) => (
    <Button variant="default" size="xs" rightSection={<KeyHint keys={keys} />} aria-haspopup="menu">
      {label}
    </Button>
  );
  return (
    <footer className={styles.foot}>
      <OnAsk target={button('Snooze', 's')} opened={menu === 'snooze'} onChange={toggle('snooze')}>
        {(parts) => <SnoozeMenu task={task} acts={acts} {...parts} />}
      </OnAsk>
      {noAssign ? (
        <ActButton variant="default" size="xs" disabledReason={noAssign} hideReason>
          Assign
        </ActButton>
      ) : (
        <OnAsk target={button('Assign', 'a')} opened={menu === 'assign'} onChange={toggle('assign')}>
          {(parts) => <AssignMenu task={task} acts={acts} {...parts} />}
        </OnAsk>
      )}
      {isMine && (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            onOwnAct();
            acts.release.mutate(task);
          }}
        >
          Release
        </Button>
      )}
      <Button
        variant="default"
        size="xs"
        className={styles.open ?? ''}
        renderRoot={(props) => <Link to="/denials/$denialId" params={{ denialId: task.denialId }} {...props} />}
        rightSection={<KeyHint keys="Enter" />}
      >
        Open
      </Button>
    </footer>
  );
}
