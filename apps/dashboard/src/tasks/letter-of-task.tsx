import { Button } from '@mantine/core';
import { letterLacks } from '@overturn/domain/letters/letter-lacks';
import type { TaskView } from '@overturn/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { documentQuery } from '../denial/denial-queries.ts';
import { LetterCard, readWords } from '../denial/letter-card.tsx';
import { letterSeen, noteLetterSeen } from '../denial/letter-seen.ts';
import { Note } from '../ui/states.tsx';
import { documentIdOf } from './task-words.ts';

/** The letter that a task is about: read and edit it, or open exactly the file that is sent. */
export default function LetterOfTask({ task }: { task: TaskView }) {
  const documentId = documentIdOf(task);
  const { data: letter } = useQuery({ ...documentQuery(documentId ?? ''), enabled: documentId !== undefined });
  useEffect(() => {
    if (letter && letterSeen(letter.id) === undefined) noteLetterSeen(letter);
  }, [letter]);
  if (!documentId || !letter) return null;
  const exhibits = letter.exhibits.length;
  const lacks = letterLacks({ ...letter, exhibits: letter.exhibits.map(({ label }) => label) });
  return (
    <LetterCard
      letter={letter}
      read={
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/denials/$denialId"
              params={{ denialId: task.denialId }}
              search={{ tab: 'documents', document: documentId }}
              {...props}
            />
          )}
        >
          {readWords(letter)}
        </Button>
      }
    >
      <p className="quiet">
        {exhibits === 0 ? 'No exhibits' : `${exhibits} ${exhibits === 1 ? 'exhibit' : 'exhibits'}`}
      </p>
      {lacks.length > 0 && (
        <Note tone="warn">
          <ul>
            {lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </Note>
      )}
    </LetterCard>
  );
}
