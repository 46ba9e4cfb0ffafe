import { Button } from '@mantine/core';
import type { RuleImportView } from '@overturn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { ActButton } from '../ui/act-button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { exportUrl, importRules } from './payer-calls.ts';

interface Tried {
  file: File;
  result: RuleImportView;
}
const FORMATS = ['csv', 'json'] as const;

/** A file is tried first: what it would do is shown, and only then written. */
export function ImportCard() {
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const notAllowed = useWhyNotAllowed('rules.manage');
  const run = useMutation({
    mutationFn: async ({ file, dryRun }: { file: File; dryRun: boolean }): Promise<Tried> => ({
      file,
      result: await importRules(file, dryRun),
    }),
    onSuccess: ({ result }) => result.written && client.invalidateQueries({ queryKey: ['payer-rules'] }),
  });
  const take = (file: File | undefined) => {
    if (file) run.mutate({ file, dryRun: true });
    if (input.current) input.current.value = '';
  };
  return (
    <section className={surface.card} aria-labelledby="files-title">
      <h2 id="files-title">As a file</h2>
      <div className={surface.acts}>
        {FORMATS.map((format) => (
          <Button key={format} component="a" href={exportUrl(format)} download variant="default">
            Export {format.toUpperCase()}
          </Button>
        ))}
        <input
          ref={input}
          type="file"
          accept=".csv,.json"
          className="sr-only"
          tabIndex={-1}
          aria-label="File of payer rows"
          onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
        />
        <ActButton
          variant="default"
          leftSection={<Icon name="upload" size={16} />}
          loading={run.isPending}
          disabledReason={notAllowed}
          onClick={() => input.current?.click()}
        >
          Try an import
        </ActButton>
      </div>
      {run.isError && <ProblemNote error={run.error} />}
      {run.data && <Result tried={run.data} onWrite={() => run.mutate({ file: run.data.file, dryRun: false })} />}
    </section>
  );
}

function Result({ tried: { file, result }, onWrite }: { tried: Tried; onWrite: () => void }) {
  const { says, refused, added, changed, dryRun } = result;
  const mayWrite = dryRun && refused.length === 0 && added.length + changed.length > 0;
  const outcomes = [
    ...refused.map(({ line, field, remedy }) => ({ line, outcome: `Refused: ${field}`, what: remedy })),
    ...added.map(({ line, payer, what }) => ({ line, outcome: 'Added', what: `${payer}: ${what}` })),
    ...changed.map(({ line, payer, what, fields }) => ({
      line,
      outcome: 'Changed',
      what: `${payer}: ${what} (${fields.join(', ')})`,
    })),
  ];
  return (
    <>
      <Note tone={refused.length > 0 ? 'bad' : 'good'}>
        {file.name}: {says}
      </Note>
      {outcomes.length > 0 && (
        <DataTable
          label="What the file does"
          columns={[
            { label: 'Line', isNumber: true, cell: ({ line }) => line },
            { label: 'Outcome', cell: ({ outcome }) => outcome },
            { label: 'What', cell: ({ what }) => what },
          ]}
          rows={outcomes}
          keyOf={({ line, outcome, what }) => `${line}.${outcome}.${what}`}
        />
      )}
      {mayWrite && (
        <div>
          <Button onClick={onWrite}>Write these rows</Button>
        </div>
      )}
    </>
  );
}
