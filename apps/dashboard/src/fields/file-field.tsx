import { ActionIcon, Button, Input } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, useId, useRef, useState } from 'react';
import { api, fileUrl } from '../api/api.ts';
import { sentenceOf } from '../api/problem.ts';
import type { StoredFileRef } from '../tasks/form-draft.ts';
import { Icon } from '../ui/icon.tsx';
import { type FieldProps, labelled } from './field-props.ts';
import styles from './fields.module.css';

/** Stored at once, so that a reload loses nothing; the answer carries ids. */
export function FileField(props: FieldProps) {
  const { field, value, onChange, denialId } = props;
  const files = Array.isArray(value) ? (value as StoredFileRef[]) : [];
  const { label, ...wrapper } = labelled(props);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const store = useMutation({
    mutationFn: (given: readonly File[]) => Promise.all(given.map((file) => api.storeFile(denialId, file))),
    onSuccess: (stored) => {
      const refs = stored.map(({ id: fileId, name }) => ({ id: fileId, name }));
      onChange(field.many ? [...files, ...refs] : refs.slice(0, 1));
    },
  });
  const take = (given: FileList | null) => {
    if (given?.length) store.mutate([...given].slice(0, field.many ? 20 : 1));
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const error = wrapper.error ?? (store.isError ? sentenceOf(store.error) : undefined);
  return (
    <Input.Wrapper {...wrapper} {...(error && { error })} label={label} id={id} labelProps={{ htmlFor: id }}>
      <div
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {files.map((file) => (
          <span key={file.id} className={styles.file}>
            <Icon name="file" size={15} />
            <a href={fileUrl(file.id)} target="_blank" rel="noreferrer">
              {file.name}
            </a>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`Remove ${file.name}`}
              onClick={() => onChange(files.filter((one) => one.id !== file.id))}
            >
              <Icon name="close" size={12} />
            </ActionIcon>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          type="file"
          className="sr-only"
          tabIndex={-1}
          multiple={field.many ?? false}
          onChange={({ currentTarget }) => take(currentTarget.files)}
        />
        <Button
          size="xs"
          variant="default"
          loading={store.isPending}
          leftSection={<Icon name="upload" size={14} />}
          onClick={() => input.current?.click()}
          aria-label={`${field.label}: choose a file`}
        >
          {files.length > 0 && field.many ? 'Add another' : files.length > 0 ? 'Replace' : 'Choose a file'}
        </Button>
        <span className={styles.hint}>or drop it here</span>
      </div>
    </Input.Wrapper>
  );
}
