import { Button } from '@mantine/core';
import type { TaskView } from '@overturn/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { documentFileUrl } from '../api/api.ts';
import { documentQuery } from '../denial/denial-queries.ts';
import { documentIdOf } from './task-words.ts';
import styles from './task-at-hand.module.css';

/** The letter that a task is about: read and edit it, or open exactly the file that is sent. */
export function LetterOfTask({ task }: { task: TaskView }) {
  const documentId = documentIdOf(task);
  const { data: letter } = useQuery({ ...documentQuery(documentId ?? ''), enabled: documentId !== undefined });
  if (!documentId || !letter) return null;
  return (
    <section className={`${styles.letter} ${styles.letterLine}`} aria-label={letter.title}>
      <div>
        <strong>{letter.title}</strong>
        <p className="quiet">
          {letter.exhibits.length} {letter.exhibits.length === 1 ? 'exhibit' : 'exhibits'} · {letter.state}
        </p>
      </div>
      <div className={styles.letterActs}>
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
          {letter.state === 'draft' ? 'Read and edit' : 'Read'}
        </Button>
        {letter.fileId && (
          <Button
            size="xs"
            variant="default"
            component="a"
            href={documentFileUrl(letter.id)}
            target="_blank"
            rel="noreferrer"
          >
            Open the PDF
          </Button>
        )}
      </div>
    </section>
  );
}
