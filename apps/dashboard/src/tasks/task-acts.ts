import type { CompleteTaskBody, TaskView } from '@overturn/contracts';
import { taskKindRow } from '@overturn/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { sentenceOf } from '../api/problem.ts';
import { productNow } from '../session/product-clock.ts';
import { removeToastsAbout, showToast } from '../shell/toasts.ts';
import { dropDraft } from './form-draft.ts';
import { taskQuery } from './task-queries.ts';

type ById = Pick<TaskView, 'id' | 'title'>;

/** The acts on a task. Each is one call that decides by itself; a refusal is said, and the rows are read again. */
export function useTaskActs() {
  const client = useQueryClient();
  const refresh = (id: string) =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['tasks'] }),
      client.invalidateQueries({ queryKey: ['denials', 'one'] }),
      client.invalidateQueries({ queryKey: ['documents'] }),
      client.invalidateQueries({ queryKey: taskQuery(id).queryKey }),
    ]);
  const refused = (error: unknown) =>
    showToast({ text: sentenceOf(error), tone: 'bad', endsAtMs: Date.now() + 10_000 });
  const act = <Input extends ById>(run: (input: Input) => Promise<unknown>, said?: (input: Input) => string) => ({
    mutationFn: run,
    onSuccess: (_: unknown, input: Input) => void (said && showToast({ text: said(input) })),
    onError: refused,
    onSettled: (_: unknown, __: unknown, input: Input) => void refresh(input.id),
  });
  const letGo = useMutation({
    ...act(({ id }: ById) => api.dismissUndo(id)),
    onMutate: ({ id }) => removeToastsAbout(id),
    onError: () => undefined,
  });
  const undo = useMutation(
    act(
      ({ id }: ById) => api.undoTask(id),
      ({ title }) => `Taken back: ${title}`,
    ),
  );
  const claim = useMutation(act(({ id }: ById) => api.claimTask(id)));
  const release = useMutation(
    act(
      ({ id }: ById) => api.releaseTask(id),
      ({ title }) => `Back in the queue: ${title}`,
    ),
  );
  const snooze = useMutation(
    act(
      ({ id, until }: ById & { until: string; label: string }) => api.snoozeTask(id, until),
      ({ label }) => `Snoozed: ${label}`,
    ),
  );
  const assign = useMutation(
    act(
      ({ id, userId }: ById & { userId: string | null; name: string }) => api.assignTask(id, userId),
      ({ title, name }) => `${title}: given to ${name}`,
    ),
  );
  const complete = useMutation({
    mutationFn: ({ task, body }: { task: TaskView; body: CompleteTaskBody }) => api.completeTask(task.id, body),
    onSuccess: ({ undoUntil }, { task, body }) => {
      const label =
        taskKindRow(task.kind).outcomes.find(({ outcome }) => outcome === body.outcome)?.label ?? body.outcome;
      const endsAtMs = undoUntil ? Date.now() + Date.parse(undoUntil) - productNow() : Date.now() + 6000;
      let wasUndone = false;
      setTimeout(() => wasUndone || dropDraft(task.id), Math.max(0, endsAtMs - Date.now()));
      showToast({
        text: `${task.title}: ${label}`,
        endsAtMs,
        ...(undoUntil && {
          about: task.id,
          act: { label: 'Undo', run: () => ((wasUndone = true), undo.mutate(task)) },
          onDismiss: () => letGo.mutate(task),
        }),
      });
    },
    onSettled: (_, __, { task }) => void refresh(task.id),
  });
  return { letGo, claim, release, snooze, assign, undo, complete };
}
export type TaskActs = ReturnType<typeof useTaskActs>;
