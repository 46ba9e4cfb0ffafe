import { Button } from '@mantine/core';
import type { TaskView } from '@overturn/contracts';
import { outcomeRow } from '@overturn/domain';
import { useProductNow } from '../session/product-clock.ts';
import type { TaskActs } from './task-acts.ts';
import { Note } from '../ui/states.tsx';

const PATIENCE_MS = 12_000;

/** After an answer: accepted, then prepared, and when the engine is away: kept. */
export function CompletedNote({ task, acts }: { task: TaskView; acts: TaskActs }) {
  const now = useProductNow(1000);
  if (task.state === 'cancelled') return <Note>This task is no longer needed: the denial moved on without it.</Note>;
  const label = task.outcome ? (outcomeRow(task.kind, task.outcome)?.label ?? task.outcome) : 'done';
  if (!task.awaitingEngine) return <Note tone="good">Done: {label}.</Note>;
  const heldMs = task.undoUntil ? now - Date.parse(task.undoUntil) : PATIENCE_MS;
  if (heldMs < PATIENCE_MS)
    return (
      <Note tone="good">
        <span>Accepted: {label}. The next step is being prepared.</span>
        {heldMs < 0 && (
          <Button size="compact-xs" variant="default" onClick={() => acts.letGo.mutate(task)}>
            No undo needed, go on
          </Button>
        )}
      </Note>
    );
  return (
    <Note tone="warn">
      Your answer is kept: {label}. The engine is not answering just now; it goes on by itself as soon as it does. You
      need not do anything.
    </Note>
  );
}
