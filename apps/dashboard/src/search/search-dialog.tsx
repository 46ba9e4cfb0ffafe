import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { stageRow, isStage } from '@overturn/domain';
import { type KeyboardEvent, useId, useState } from 'react';
import { claimWords } from '../denials/claim-words.ts';
import { api } from '../api/api.ts';
import { moneyWords } from '../money/money.ts';
import { Icon } from '../ui/icon.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './search-dialog.module.css';

/** Pages and commands. */
const PLACES = [
  { label: 'Go to My work', to: '/work' },
  { label: 'Go to Denials', to: '/denials' },
  { label: 'Go to Remittances', to: '/remittances' },
  { label: 'Go to Deadline calculator', to: '/calculator' },
  { label: 'Go to Payers', to: '/payers' },
  { label: 'Go to Rules', to: '/rules' },
  { label: 'Go to Health', to: '/health' },
  { label: 'Open a denial from a letter or a request', to: '/denials/new' },
] as const;
const stageLabel = (stage: string) => (isStage(stage) ? stageRow(stage).label : stage);

/** Search and commands. The words travel in the body of the request and stand in no URL. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const [words] = useDebouncedValue(typed.trim(), 180);
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', words],
    queryFn: ({ signal }) => api.search(words, signal),
    enabled: words.length >= 2,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const found = words.length >= 2 ? (data?.items ?? []) : [];
  const options = [
    ...found.map((row) => ({
      id: row.id,
      title: `${row.payerName} · ${claimWords(row.claimNumberTail)} · ${row.patientInitials}`,
      note: `${stageLabel(row.stage)} · ${moneyWords(row.amountCents)} · found by ${row.matched}`,
      go: () => void navigate({ to: '/denials/$denialId', params: { denialId: row.id } }),
    })),
    ...PLACES.filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase())).map(({ label, to }) => ({
      id: to,
      title: label,
      note: '',
      go: () => void navigate({ to }),
    })),
  ];
  const at = Math.min(place, options.length - 1);
  const choose = (option?: { go: () => void }) => {
    if (!option) return;
    onClose();
    option.go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setPlace((at + step + options.length) % Math.max(1, options.length));
    else if (event.key === 'Enter') choose(options[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog onClose={onClose} withCloseButton={false} padding={0} size="lg" yOffset="10dvh" aria-label="Search">
      <TextInput
        data-autofocus
        aria-label="Search claim number, patient or payer, or go to a page"
        placeholder="Claim number, patient, payer, or a page"
        size="md"
        variant="unstyled"
        leftSection={<Icon name="search" />}
        className={styles.input ?? ''}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-activedescendant={options[at] ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      {error && <ProblemNote error={error} />}
      <ul id={listId} role="listbox" aria-label="Found" className={styles.list} aria-busy={isFetching}>
        {options.map((option, index) => (
          <li
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseMove={() => setPlace(index)}
            onClick={() => choose(option)}
          >
            <span>{option.title}</span>
            <span className="quiet">{option.note}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.foot}>
        {words.length >= 2 && !isFetching && found.length === 0
          ? 'No denial was found. Try the whole claim number, or the payer’s name.'
          : 'A search is written to the audit.'}
      </p>
    </Dialog>
  );
}
