import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, fileUrl } from '../api/api.ts';
import { ApiProblem, sentenceOf } from '../api/problem.ts';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { dropDraft, useDraft } from '../tasks/form-draft.ts';
import { ActButton } from '../ui/act-button.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { denialQuery, documentQuery } from './denial-queries.ts';
import surface from '../ui/surface.module.css';
import { whyFixed } from './letter-card.tsx';
import { noteLetterSeen } from './letter-seen.ts';
import styles from './denial-page.module.css';

/** A letter as text. Typed text is kept in this tab until saved; when somebody saved meanwhile, both are shown and nothing is lost. */
export function LetterEditor({ documentId, denialId }: { documentId: string; denialId: string }) {
  const client = useQueryClient();
  const { data: letter } = useSuspenseQuery(documentQuery(documentId));
  const key = `letter.${documentId}`;
  const [draft, setDraft] = useDraft(key, () => ({ outcome: String(letter.version), values: { body: letter.body } }));
  const notAllowed = useWhyNotAllowed('document.write');
  const typed = String(draft.values.body);
  const changed = typed !== letter.body;
  const overtaken = changed && draft.outcome !== String(letter.version);
  const save = useMutation({
    mutationFn: () => api.saveDocument(documentId, overtaken ? letter.version : Number(draft.outcome), { body: typed }),
    onSuccess: (saved) => {
      client.setQueryData(documentQuery(documentId).queryKey, saved);
      dropDraft(key);
      return client.invalidateQueries({ queryKey: denialQuery(denialId).queryKey });
    },
    onError: (error) =>
      error instanceof ApiProblem &&
      error.status === 412 &&
      client.invalidateQueries({ queryKey: documentQuery(documentId).queryKey }),
  });
  const fixed = whyFixed(letter);
  useEffect(() => {
    if (!overtaken) noteLetterSeen(letter);
  }, [letter, overtaken]);
  return (
    <div className={surface.list}>
      {overtaken && (
        <Note tone="warn">
          <span>
            Somebody saved this letter while you were writing. Your text is below and kept. Saving puts it over theirs.
          </span>
          <Button size="xs" variant="default" onClick={() => dropDraft(key)}>
            Show theirs
          </Button>
        </Note>
      )}
      {save.isError && !overtaken && <ProblemNote error={save.error} />}
      <Textarea
        className={styles.letter ?? ''}
        label={letter.title}
        autosize
        minRows={14}
        maxRows={40}
        value={typed}
        readOnly={fixed !== undefined || notAllowed !== undefined}
        onChange={({ currentTarget }) =>
          setDraft({ outcome: changed ? draft.outcome : String(letter.version), values: { body: currentTarget.value } })
        }
      />
      <div className={surface.acts}>
        <ActButton
          loading={save.isPending}
          onClick={() => save.mutate()}
          disabledReason={fixed ?? notAllowed ?? (changed ? undefined : 'Nothing is changed.')}
        >
          Save
        </ActButton>
        {changed && (
          <Button variant="default" onClick={() => dropDraft(key)}>
            Undo my changes
          </Button>
        )}
        <span role="status" className="quiet">
          {save.isSuccess && !changed ? 'Saved.' : changed ? 'Not saved yet; kept in this tab.' : ''}
          {save.isError && save.error instanceof ApiProblem && save.error.status === 0 && sentenceOf(save.error)}
        </span>
      </div>
      <section aria-label="Exhibits">
        <h3>Exhibits</h3>
        {letter.exhibits.length === 0 ? (
          <p className="quiet">None.</p>
        ) : (
          <ol className={surface.list}>
            {letter.exhibits.map(({ label, name, fileId }) => (
              <li key={label}>
                <strong>{label}</strong>{' '}
                {fileId ? (
                  <a href={fileUrl(fileId)} target="_blank" rel="noreferrer">
                    {name}
                  </a>
                ) : (
                  name
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
