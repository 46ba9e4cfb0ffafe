import type { DenialView } from '@overturn/contracts';
import { EVENT_WORDS } from '@overturn/domain/clocks/choose-row';
import { addBusinessDays } from '@overturn/domain/dates/business-days';

type MarkTone = 'start' | 'done' | 'due' | 'safe' | 'legal';
export interface Mark {
  id: string;
  on: string;
  label: string;
  tone: MarkTone;
  /** The deadline whose rule explains this date; none for what happened. */
  deadline?: DenialView['deadlines'][number];
}
interface Band {
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

type Deadline = DenialView['deadlines'][number];
const ofPurpose = (deadlines: readonly Deadline[], purpose: string) => deadlines.find((one) => one.purpose === purpose);
/** What a payer owes: the day to chase it, or the one day that a policy row has. */
const answerDue = (deadline: Deadline | undefined) => deadline?.chaseOn ?? deadline?.legalDueOn;
const isOpen = (deadline: Deadline | undefined) => deadline?.state === 'running' || deadline?.state === 'missed';

const ANSWER_NOTES: Record<string, string> = {
  running: 'the payer owes an answer',
  missed: 'the payer’s answer is late',
  met: 'the payer answered',
  withdrawn: 'no answer is needed any more',
};

/** What we asked of the payer and when the answer is due; late, the lane reaches to today. */
function exceptionLane({ deadlines, packets, documents }: Facts, today: string): Lane {
  const kindOf = new Map(documents.map(({ id, kind }) => [id, kind]));
  const asked = packets.filter(({ documentId }) => kindOf.get(documentId) === 'exception-request');
  const due = ofPurpose(deadlines, 'exception-response');
  const dueOn = answerDue(due);
  const from = asked.map(({ sentOn }) => sentOn).sort()[0];
  const marks = [
    ...asked.flatMap(({ id, sentOn, deliveredOn, channel }) =>
      given<Mark>(
        { id: `${id}.sent`, on: sentOn, label: `Sent by ${channel}`, tone: 'start' },
        deliveredOn !== null &&
          deliveredOn !== sentOn && { id: `${id}.delivered`, on: deliveredOn, label: 'Delivered', tone: 'done' },
      ),
    ),
    ...given<Mark>(due && dueOn && { id: 'answer', on: dueOn, label: 'Answer due', tone: 'due', deadline: due }),
  ];
  const bands = given<Band>(
    from && dueOn && { from, to: dueOn, tone: 'run' },
    from && dueOn && isOpen(due) && dueOn < today && { from: dueOn, to: today, tone: 'bad' },
  );
  const note = from ? (ANSWER_NOTES[due?.state ?? 'running'] ?? '') : 'not asked yet';
  return { id: 'exception', title: 'Exception', note, bands, marks };
}

/** The days to the filing date: they run, warn, and are late; once it is met or not needed they only show where it stood. */
function filingBands(due: Deadline | undefined, began: string | undefined, today: string): Band[] {
  const { safeDueOn, legalDueOn } = due ?? {};
  if (!safeDueOn || !legalDueOn) return [];
  const from = began ?? safeDueOn;
  if (!isOpen(due)) return [{ from, to: legalDueOn, tone: 'run' }];
  const warnFrom = last(addBusinessDays(safeDueOn, -WARN_DAYS, {}), from);
  return [
    { from, to: warnFrom, tone: 'run' },
    { from: warnFrom, to: safeDueOn, tone: 'warn' },
    { from: safeDueOn, to: last(legalDueOn, today), tone: 'bad' },
  ];
}

const FILING_NOTES: Record<string, string> = {
  running: 'we owe the appeal',
  missed: 'the legal date has passed',
  met: 'the appeal is filed',
  'filed-late': 'the appeal is filed, after its legal date',
  withdrawn: 'no appeal is needed any more',
};

/** What the row of the filing date counts from; while there is none, when the denial came. */
function beginning(due: Deadline | undefined, { receivedOn, noticeOn }: Facts['facts']): Mark | undefined {
  const first = due?.trace.find(({ event }) => event);
  const event = first?.event ?? (receivedOn ? 'receivedOn' : 'noticeOn');
  const on = first?.input ?? receivedOn ?? noticeOn;
  return on ? { id: 'began', on, label: EVENT_WORDS[event], tone: 'start' } : undefined;
}

/** What we owe: the appeal, with its safe and its legal date; then the payer’s answer to it. */
function filingLane({ deadlines, facts, appeals }: Facts, today: string): Lane {
  const due = ofPurpose(deadlines, 'appeal');
  const answer = ofPurpose(deadlines, 'appeal-response');
  const answerOn = answerDue(answer);
  const began = beginning(due, facts);
  const sentOn = appeals.find(({ level }) => level === 1)?.sentOn;
  const marks = given<Mark>(
    began,
    due?.safeDueOn && { id: 'safe', on: due.safeDueOn, label: 'Safe date', tone: 'safe', deadline: due },
    due?.legalDueOn && { id: 'legal', on: due.legalDueOn, label: 'Legal date', tone: 'legal', deadline: due },
    sentOn && { id: 'filed', on: sentOn, label: 'Appeal sent', tone: 'done' },
    answer && answerOn && { id: 'appeal-answer', on: answerOn, label: 'Answer due', tone: 'due', deadline: answer },
  );
  const bands = [
    ...filingBands(due, began?.on, today),
    ...given<Band>(sentOn && answerOn && { from: sentOn, to: answerOn, tone: 'run' }),
  ];
  return { id: 'filing', title: 'Filing date', note: FILING_NOTES[due?.state ?? 'running'] ?? '', bands, marks };
}

/** Both clocks of one denial, from its facts; an empty lane says what it waits for. */
export const clockLanes = (facts: Facts, today: string): Lane[] => [
  exceptionLane(facts, today),
  filingLane(facts, today),
];
