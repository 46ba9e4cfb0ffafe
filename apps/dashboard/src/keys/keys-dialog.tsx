import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { saveKeyChoices, useKeyChoices } from './key-choices.ts';
import { clashOf, KEY_ROWS, type KeyRow, keysOf, NO_CHOICES } from './key-map.ts';
import styles from './keys-dialog.module.css';

const GROUPS = [...new Set(KEY_ROWS.map(({ group }) => group))];

/** Every key, and a place to change it or to turn all of them off. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const choices = useKeyChoices();
  return (
    <Dialog onClose={onClose} title="Keys" size="xl">
      <Checkbox
        data-autofocus
        label="Use keys (⌘K and Ctrl K always search)"
        checked={!choices.off}
        onChange={({ currentTarget }) => saveKeyChoices({ ...choices, off: !currentTarget.checked })}
      />
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <section key={group} className={styles.group} aria-label={group}>
            <h3>{group}</h3>
            {KEY_ROWS.filter((row) => row.group === group).map((row) => (
              <KeyLine key={row.action} row={row} />
            ))}
          </section>
        ))}
      </div>
      <Group justify="space-between" mt="md">
        <p className="quiet">Two keys in a row: write them with a space, like “g w”. Kept on this device.</p>
        <Button variant="default" onClick={() => saveKeyChoices(NO_CHOICES)}>
          As they came
        </Button>
      </Group>
    </Dialog>
  );
}

function KeyLine({ row: { action, label } }: { row: KeyRow }) {
  const choices = useKeyChoices();
  const kept = keysOf(action, { ...choices, off: false });
  const [typed, setTyped] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const save = (text: string) => {
    const keys = text.trim().split(/\s+/).filter(Boolean).join(' ');
    const clash = clashOf(action, keys, choices);
    setRefused(clash && `“${keys}” already means: ${clash.label}.`);
    if (clash) return;
    setTyped(undefined);
    if (keys !== kept) saveKeyChoices({ ...choices, changed: { ...choices.changed, [action]: keys } });
  };
  return (
    <div className={styles.line}>
      <span aria-hidden="true">{label}</span>
      <TextInput
        aria-label={label}
        size="xs"
        w={84}
        maxLength={9}
        placeholder="no key"
        disabled={choices.off}
        value={typed ?? kept}
        error={refused}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={({ currentTarget }) => save(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && save(currentTarget.value)}
      />
    </div>
  );
}
