import type { DenialView } from '@overturn/contracts';
import { addBusinessDays } from '@overturn/domain/dates/business-days';

export type MarkTone = 'start' | 'done' | 'due' | 'safe' | 'legal';
export interface Mark {
  id: string;
  on: string;
  label: string;
  tone: MarkTone;
  /** The deadline whose rule explains this date; none for what happened. */
  deadline?: DenialView['deadlines'][number];
}
export interface Band {
  from: string;
  to: string;
  tone: 'run' | 'warn' | 'bad';
}
export interface Lane {
  id: 'exception' | 'filing';
  title: string;
  note: string;
  bands: Band[];
  marks: Mark[];
}
type Facts = Pick<DenialView, 'deadlines' | 'facts' | 'packets' | 'documents' | 'appeals'>;

const WARN_DAYS = 10;
const given = <T>(...items: (T | false | '' | null | undefined)[]): T[] =>
  items.filter((item): item is T => Boolean(item));
const last = (...dates: (string | null | undefined)[]): string =>
  given(...dates)
    .sort()
    .at(-1) ?? '';

/** What we asked of the payer and when the answer is due. */
function exceptionLane({ deadlines, packets, documents }: Facts, today: string): Lane {
  const kindOf = new Map(documents.map(({ id, kind }) => [id, kind]));
  const asked = packets.filter(({ documentId }) => kindOf.get(documentId) === 'exception-request');
  const due = deadlines.find(({ purpose }) => purpose === 'exception-response');
  const marks = [
    ...asked.flatMap(({ id, sentOn, deliveredOn, channel }) =>
      given<Mark>(
        { id: `${id}.sent`, on: sentOn, label: `Sent by ${channel}`, tone: 'start' },
        deliveredOn !== null &&
          deliveredOn !== sentOn && { id: `${id}.delivered`, on: deliveredOn, label: 'Delivered', tone: 'done' },
      ),
    ),
    ...given<Mark>(due?.chaseOn && { id: 'chase', on: due.chaseOn, label: 'Answer due', tone: 'due', deadline: due }),
  ];
  const from = asked.map(({ sentOn }) => sentOn).sort()[0];
  const bands =
    from && due?.chaseOn
      ? given<Band>(
          { from, to: due.chaseOn, tone: 'run' },
          due.state === 'running' && due.chaseOn < today && { from: due.chaseOn, to: today, tone: 'bad' },
        )
      : [];
  return {
    id: 'exception',
    title: 'Exception',
    note: from ? 'the payer owes an answer' : 'not asked yet',
    bands,
    marks,
  };
}

/** What we owe: the appeal, with its safe and its legal date. */
function filingLane({ deadlines, facts, appeals }: Facts): Lane {
  const due = deadlines.find(({ purpose }) => purpose === 'appeal');
  const began = facts.receivedOn ?? facts.noticeOn;
  const sentOn = appeals.find(({ level }) => level === 1)?.sentOn;
  const { safeDueOn, legalDueOn } = due ?? {};
  const from = began ?? safeDueOn;
  const warnFrom = safeDueOn && from ? last(addBusinessDays(safeDueOn, -WARN_DAYS, {}), from) : undefined;
  const bands =
    from && warnFrom && safeDueOn && legalDueOn
      ? [
          { from, to: warnFrom, tone: 'run' as const },
          { from: warnFrom, to: safeDueOn, tone: 'warn' as const },
          { from: safeDueOn, to: legalDueOn, tone: 'bad' as const },
        ]
      : [];
  const marks = given<Mark>(
    began && {
      id: 'began',
      on: began,
      label: facts.receivedOn ? 'Denial received' : 'Date of the notice',
      tone: 'start',
    },
    safeDueOn && { id: 'safe', on: safeDueOn, label: 'Safe date', tone: 'safe', deadline: due! },
    legalDueOn && { id: 'legal', on: legalDueOn, label: 'Legal date', tone: 'legal', deadline: due! },
    sentOn && { id: 'filed', on: sentOn, label: 'Appeal sent', tone: 'done' },
  );
  return {
    id: 'filing',
    title: 'Filing date',
    note: sentOn ? 'the appeal is sent' : 'we owe the appeal',
    bands,
    marks,
  };
}

/** Both clocks of one denial, from its facts; an empty lane says what it waits for. */
export const clockLanes = (facts: Facts, today: string): Lane[] => [exceptionLane(facts, today), filingLane(facts)];
