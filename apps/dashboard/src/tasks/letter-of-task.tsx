import { Button } from '@mantine/core';
import type { TaskView } from '@overturn/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { documentQuery } from '../denial/denial-queries.ts';
import { LetterCard, readWords } from '../denial/letter-card.tsx';
import { documentIdOf } from './task-words.ts';

/** The letter that a task is about: read and edit it, or open exactly the file that is sent. */
export function LetterOfTask({ task }: { task: TaskView }) {
  const documentId = documentIdOf(task);
  const { data: letter } = useQuery({ ...documentQuery(documentId ?? ''), enabled: documentId !== undefined });
  if (!documentId || !letter) return null;
  const exhibits = letter.exhibits.length;
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
          {readWords(letter.state)}
        </Button>
      }
    >
      <p className="quiet">
        {exhibits === 0 ? 'No exhibits' : `${exhibits} ${exhibits === 1 ? 'exhibit' : 'exhibits'}`}
      </p>
    </LetterCard>
  );
}
