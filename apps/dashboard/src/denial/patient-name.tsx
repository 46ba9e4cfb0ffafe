import { Button, TextInput } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { api } from '../api/api.ts';
import { sentenceOf } from '../api/problem.ts';
import { useSession, useWhyNotAllowed } from '../session/session-query.ts';
import { ActButton } from '../ui/act-button.tsx';
import { patientWords } from '../denials/claim-words.ts';
import styles from './denial-head.module.css';

/** Initials until opened. Each opening is one audit entry; who holds no task here says why. The name stays in this component alone. */
export function PatientName({ denial }: { denial: DenialView }) {
  const { user } = useSession();
  const notAllowed = useWhyNotAllowed('patient.open');
  const holds = denial.tasks.some(({ state, assignee }) => state === 'claimed' && assignee?.id === user.id);
  const [asking, setAsking] = useState(false);
  const open = useMutation({ mutationFn: (reason?: string) => api.openPatient(denial.id, reason), gcTime: 0 });
  if (open.data) {
    const { firstName, lastName, memberId } = open.data;
    return (
      <span className={styles.name} aria-live="polite">
        <strong>{[firstName, lastName].filter(Boolean).join(' ') || 'No name on the claim'}</strong>
        {memberId && <span>member {memberId}</span>}
        <Button size="compact-xs" variant="subtle" onClick={() => open.reset()}>
          Hide
        </Button>
      </span>
    );
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    open.mutate(String(new FormData(event.currentTarget).get('reason')));
  };
  return (
    <span className={styles.name}>
      {patientWords(denial)}
      {asking ? (
        <form onSubmit={submit} className={styles.name}>
          <TextInput
            name="reason"
            size="xs"
            aria-label="Why you open the name"
            placeholder="Why?"
            required
            minLength={3}
            maxLength={300}
            autoFocus
          />
          <Button type="submit" size="compact-xs" loading={open.isPending}>
            Open
          </Button>
        </form>
      ) : (
        <ActButton
          size="compact-xs"
          variant="subtle"
          loading={open.isPending}
          disabledReason={notAllowed}
          onClick={() => (holds ? open.mutate(undefined) : setAsking(true))}
        >
          Open the name
        </ActButton>
      )}
      {open.isError && <span role="alert">{sentenceOf(open.error)}</span>}
    </span>
  );
}
