import { Button } from '@mantine/core';
import type { TaskView } from '@overturn/contracts';
import { Link } from '@tanstack/react-router';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { AssignMenu } from '../tasks/assign-menu.tsx';
import { SnoozeMenu } from '../tasks/snooze-menu.tsx';
import type { TaskActs } from '../tasks/task-acts.ts';
import { ActButton, KeyHint } from '../ui/act-button.tsx';
import styles from './task-preview.module.css';

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
  return (
    <footer className={styles.foot}>
      <SnoozeMenu task={task} acts={acts} opened={menu === 'snooze'} onChange={toggle('snooze')}>
        <Button variant="default" size="xs" rightSection={<KeyHint keys="s" />}>
          Snooze
        </Button>
      </SnoozeMenu>
      {noAssign ? (
        <ActButton variant="default" size="xs" disabledReason={noAssign} hideReason>
          Assign
        </ActButton>
      ) : (
        <AssignMenu task={task} acts={acts} opened={menu === 'assign'} onChange={toggle('assign')}>
          <Button variant="default" size="xs" rightSection={<KeyHint keys="a" />}>
            Assign
          </Button>
        </AssignMenu>
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
        Open denial
      </Button>
    </footer>
  );
}
