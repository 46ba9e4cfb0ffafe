/** One denial along its road. What is done already is passed over, so a walk that was cut off goes on where it stopped. */
import type { TaskView } from '@overturn/contracts';
import { STAGE_IDS } from '@overturn/domain';
import type { Stage, TaskKind } from '@overturn/domain';
import type { ClaimRow } from './claims.ts';
import type { Days } from './days.ts';
import { Refused } from './desk.ts';
import type { Desk } from './desk.ts';
import { exhibit } from './exhibits.ts';
import type { ExhibitKey } from './exhibits.ts';
import { upload } from './intake.ts';
import { paymentFile } from './remittances.ts';
import { ROADS } from './roads.ts';
import { specialistOf } from './steps.ts';
import type { Step, Who } from './steps.ts';
import { waitFor } from './wait.ts';
import type { PersonKey } from './who.ts';

export interface Walk {
  row: ClaimRow;
  denialId: string;
  days: Days;
  desks: Record<PersonKey, Desk>;
  isStopped: () => boolean;
}

/** Somebody else was quicker: the denial is theirs now. */
const TAKEN = ['TASK_TAKEN', 'TASK_NOT_OPEN', 'DENIAL_CLOSED', 'CONFLICT'];

/** `left`: somebody else took the denial over. Throws Refused and what `waitFor` throws. */
export async function walk(asked: Walk): Promise<'walked' | 'left'> {
  const before: Partial<Record<TaskKind, number>> = {};
  try {
    for (const step of ROADS[asked.row.road]) {
      if (asked.isStopped()) return 'left';
      if (step.act === 'task') {
        const nth = (before[step.kind] ?? 0) + 1;
        before[step.kind] = nth;
        await complete(asked, step, nth);
      } else await ACTS[step.act](asked, step as never);
    }
    return 'walked';
  } catch (error) {
    if (error instanceof Refused && TAKEN.includes(error.code)) return 'left';
    throw error;
  }
}

type Of<Act extends Step['act']> = Extract<Step, { act: Act }>;
type Acts = { [Act in Exclude<Step['act'], 'task'>]: (asked: Walk, step: Of<Act>) => Promise<void> };

const ACTS: Acts = {
  async response(asked, { at, name, body }) {
    const { row, denialId, days } = asked;
    await standsAt(asked, at);
    const externalId = `demo/${row.tail}/${name}`;
    await deskOf(asked, 'specialist').post(`/denials/${denialId}/responses`, { ...body({ row, days }), externalId });
  },
  async payment(asked) {
    await standsAt(asked, 'await-payment');
    await upload(asked.desks.dana, [paymentFile(asked.row, asked.days)], asked.isStopped);
  },
  async claim(asked, { kind, by }) {
    const task = await openTask(asked, kind);
    if (!task.assignee) await deskOf(asked, by).post(`/tasks/${task.id}/claim`);
  },
  async snooze(asked, { kind, by, days }) {
    const task = await openTask(asked, kind);
    if (task.snoozedUntil) return;
    await deskOf(asked, by).post(`/tasks/${task.id}/snooze`, {
      until: new Date(Date.now() + days * 86_400_000).toISOString(),
    });
  },
};

const deskOf = ({ desks, row }: Walk, by: Who): Desk => desks[by === 'specialist' ? specialistOf(row) : by];
/** Waits until the case stands there, or is past it: what follows was done before then, and the product knows it by its id. */
const standsAt = ({ row, denialId, desks, isStopped }: Walk, at: Stage): Promise<true> =>
  waitFor(`claim ${row.tail} at ${at}`, isStopped, async () => {
    const { stage } = await desks.mina.get<{ stage: Stage }>(`/denials/${denialId}`);
    return STAGE_IDS.indexOf(stage) >= STAGE_IDS.indexOf(at) || undefined;
  });

const isOpen = ({ state }: TaskView): boolean => state === 'open' || state === 'claimed';

async function tasksOf({ desks, denialId }: Walk, kind: TaskKind): Promise<TaskView[]> {
  const { items } = await desks.mina.get<{ items: TaskView[] }>(`/tasks?denialId=${denialId}&state=all&limit=200`);
  return items.filter((task) => task.kind === kind);
}

const openTask = (asked: Walk, kind: TaskKind): Promise<TaskView> =>
  waitFor(`${kind} of claim ${asked.row.tail}`, asked.isStopped, async () => (await tasksOf(asked, kind)).find(isOpen));

/** Claims the n-th task of that kind and answers it, unless that was done. */
async function complete(asked: Walk, step: Of<'task'>, nth: number): Promise<void> {
  const { kind, by, outcome } = step;
  const task = await waitFor(`${kind} of claim ${asked.row.tail}`, asked.isStopped, async () => {
    const tasks = await tasksOf(asked, kind);
    if (tasks.filter(({ state }) => state === 'completed').length >= nth) return 'done' as const;
    return tasks.find(isOpen);
  });
  if (task === 'done') return;
  const desk = deskOf(asked, by);
  const { row, days } = asked;
  const documents = step.exhibit ? { document: [await store(asked, step.exhibit)] } : {};
  await desk.post(`/tasks/${task.id}/claim`);
  await desk.post(`/tasks/${task.id}/complete`, { outcome, answer: { ...step.answer({ row, days }), ...documents } });
  await desk.post(`/tasks/${task.id}/dismiss-undo`);
}

/** Keeps an exhibit with the denial; the same bytes again are the same file. */
async function store({ row, days, desks, denialId }: Walk, key: ExhibitKey): Promise<string> {
  const { name, bytes } = await exhibit(key, row, days);
  const form = new FormData();
  form.append('denialId', denialId);
  form.append('file', new Blob([Uint8Array.from(bytes)]), name);
  return (await desks[specialistOf(row)].post<{ id: string }>('/files', form)).id;
}
