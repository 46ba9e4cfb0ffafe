import { useQuery } from '@tanstack/react-query';
import { useProductNow } from '../session/product-clock.ts';
import { Note } from '../ui/states.tsx';
import { commandsQuery } from './denial-queries.ts';

const LABELS: Record<string, string> = {
  withdraw: 'Withdraw',
  'choose-path': 'Choose another path',
  'file-now': 'File the appeal now',
  'change-fact': 'Change a fact',
  reopen: 'Reopen it',
  'leave-closed': 'Leave it closed',
};
const SHOWN_MS = 10 * 60_000;
const PATIENCE_MS = 15_000;

/** What became of the last commands: on their way, kept while the engine is away, or refused with the reason. */
export function CommandNotes({ denialId }: { denialId: string }) {
  const { data } = useQuery(commandsQuery(denialId));
  const now = useProductNow(5000);
  const shown = (data?.items ?? []).filter(
    ({ state, decidedAt }) =>
      state === 'queued' || (state === 'refused' && decidedAt !== null && now - Date.parse(decidedAt) < SHOWN_MS),
  );
  return shown.map(({ id, kind, state, reason, createdAt }) => {
    const label = LABELS[kind] ?? kind;
    if (state === 'refused')
      return (
        <Note key={id} tone="bad">
          {label}: not possible. {reason}
        </Note>
      );
    const isLate = now - Date.parse(createdAt) > PATIENCE_MS;
    return (
      <Note key={id} tone={isLate ? 'warn' : 'plain'}>
        {label}: accepted.{' '}
        {isLate
          ? 'It is kept; the engine is not answering just now and takes it up as soon as it does.'
          : 'The next step is being prepared.'}
      </Note>
    );
  });
}
