import { ActionIcon, Menu } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import type { Stage } from '@overturn/domain';
import { type DenialAction, whyNot } from '@overturn/domain/denial/denial-actions';
import { lazy, Suspense, useState } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './denial-head.module.css';

const FormDialog = lazy(() => import('./form-dialog.tsx'));

export type CommandName =
  'file-now' | 'choose-path' | 'change-fact' | 'withdraw' | 'respond' | 'reopen' | 'leave-closed';
const COMMANDS: readonly { name: CommandName; label: string; action: DenialAction }[] = [
  { name: 'respond', label: 'Record the payer’s answer', action: 'recordResponse' },
  { name: 'file-now', label: 'File the appeal now', action: 'fileNow' },
  { name: 'choose-path', label: 'Choose another path', action: 'choosePath' },
  { name: 'change-fact', label: 'Change a fact', action: 'changeFact' },
  { name: 'withdraw', label: 'Withdraw the denial', action: 'withdraw' },
  { name: 'reopen', label: 'Reopen it', action: 'reopen' },
];

/** What a person may command. What cannot be done stays in the list, with the reason. */
export function CommandsMenu({ denial }: { denial: DenialView }) {
  const [open, setOpen] = useState<CommandName>();
  const mayNot = {
    command: useWhyNotAllowed('denial.command'),
    reopen: useWhyNotAllowed('denial.reopen'),
  };
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label="Commands">
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {COMMANDS.map(({ name, label, action }) => {
            const reason =
              mayNot[name === 'reopen' ? 'reopen' : 'command'] ?? whyNot(action, { stage: denial.stage as Stage });
            return (
              <Menu.Item
                key={name}
                onClick={() => setOpen(name)}
                {...(reason && { 'aria-disabled': true, onClick: undefined, closeMenuOnClick: false })}
              >
                <span className={reason && 'quiet'}>{label}</span>
                {reason && <div className={styles.why}>{reason}</div>}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      <Suspense>{open && <FormDialog denial={denial} name={open} onClose={close} />}</Suspense>
    </>
  );
}
