import { PATHS, REGIMES } from '@overturn/domain';
import { isIsoDate, sayDate } from '@overturn/domain/dates/iso-date';

type Facts = Readonly<Record<string, unknown>>;

export interface DecidedCommand {
  kind: string;
  payload: { reason?: string; path?: string };
  /** Of a change of facts: those that it names, as they were and as they are. */
  before: Facts | null;
  after: Facts | null;
  /** Why it was refused; null: it was done. */
  refusal: string | null;
}

const ASKED: Partial<Record<string, string>> = {
  withdraw: 'withdraw the denial',
  'choose-path': 'take another path',
  'file-now': 'file the appeal now',
  'change-fact': 'change facts',
};

const FACTS: Partial<Record<string, string>> = {
  receivedOn: 'received on',
  noticeOn: 'date of the notice',
  printedDeadlineOn: 'deadline that the letter prints',
  planDeadlineOn: 'deadline in the plan document',
  standing: 'whose appeal rights',
  wording: 'wording of the denial',
  payerDates: 'dates by the payer’s rows',
};
/** Said by name alone: what they hold is no value to read. */
const UNREADABLE: readonly string[] = ['payerDates'];
const MOST_LETTERS = 120;

/** What was asked of the workflow and what became of it, with the reason that was given and every fact that changed. */
export function commandSentence({ kind, payload, before, after, refusal }: DecidedCommand): string {
  const path = PATHS.find((row) => row.path === payload.path);
  const asked = `Asked to ${ASKED[kind] ?? kind.replaceAll('-', ' ')}${path ? ` (${path.label})` : ''}`;
  const changes = kind === 'change-fact' ? changesOf(before ?? {}, after ?? {}) : '';
  const reason = payload.reason ? ` “${payload.reason}”` : '';
  return `${asked}: ${refusal === null ? 'done' : 'not done'}.${refusal ? ` ${refusal}` : ''}${changes}${reason}`;
}

function changesOf(before: Facts, after: Facts): string {
  const changes = Object.keys(after)
    .filter(
      (name) =>
        UNREADABLE.includes(name) || JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
    )
    .map((name) =>
      UNREADABLE.includes(name)
        ? labelOf(name)
        : `${labelOf(name)} from ${sayValue(before[name])} to ${sayValue(after[name])}`,
    );
  return changes.length > 0 ? ` Changed: ${changes.join('; ')}.` : '';
}

/** A fact without a row here is said by its name, in words. */
const labelOf = (name: string): string =>
  FACTS[name] ?? name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function sayValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (isIsoDate(text)) return sayDate(text);
  const said = REGIMES.find(({ regime }) => regime === text)?.label ?? text;
  return `“${said.length > MOST_LETTERS ? `${said.slice(0, MOST_LETTERS)}…` : said}”`;
}
