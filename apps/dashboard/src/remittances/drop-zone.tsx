import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { api } from '../api/api.ts';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { ActButton } from '../ui/act-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { remittancesQuery } from './remittance-queries.ts';
import styles from './remittances.module.css';

/** Files go up one call each, so one that is refused stops no other; the same bytes again are the same import. */
export function DropZone({ isFirst }: { isFirst: boolean }) {
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const notAllowed = useWhyNotAllowed('remittance.import');
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const accepted: { fileName: string; alreadyImported: boolean }[] = [];
      const refused: { fileName: string; error: unknown }[] = [];
      for (const file of files) {
        await api
          .upload([file])
          .then(({ items }) => accepted.push(...items))
          .catch((error: unknown) => refused.push({ fileName: file.name, error }));
        await client.invalidateQueries({ queryKey: remittancesQuery.queryKey });
      }
      return { accepted, refused };
    },
  });
  const take = (files: FileList | null) => {
    if (files?.length && !notAllowed) upload.mutate([...files]);
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const known = upload.data?.accepted.filter(({ alreadyImported }) => alreadyImported) ?? [];
  return (
    <>
      <div
        className={styles.drop}
        data-first={isFirst || undefined}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" size={24} />
        <div className={styles.dropWords}>
          <p>
            <strong>Drop 835 files here</strong>, or choose them
          </p>
          <p className="quiet">
            Every claim is read; the network denials among them are opened. The same file twice is imported once.
          </p>
        </div>
        <input
          ref={input}
          type="file"
          multiple
          className="sr-only"
          tabIndex={-1}
          aria-label="835 files"
          onChange={({ currentTarget }) => take(currentTarget.files)}
        />
        <ActButton loading={upload.isPending} disabledReason={notAllowed} onClick={() => input.current?.click()}>
          Choose files
        </ActButton>
      </div>
      {known.map(({ fileName }) => (
        <Note key={fileName}>{fileName} was imported before; it is the same import, nothing is doubled.</Note>
      ))}
      {upload.data?.refused.map(({ fileName, error }) => (
        <ProblemNote key={fileName} error={error} title={`${fileName}:`} />
      ))}
      {upload.isSuccess && (known.length > 0 || upload.data.refused.length > 0) && (
        <Button variant="subtle" size="compact-sm" onClick={() => upload.reset()}>
          Close these notes
        </Button>
      )}
    </>
  );
}
