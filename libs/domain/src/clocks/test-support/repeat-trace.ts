import type { TraceStep } from '../evaluation.ts';

const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `Sat 31 Oct 2026`, or an instant with offset. */
const DATE = String.raw`\w{3} \d{1,2} \w{3} \d{4}`;
const WHEN = String.raw`${DATE}|\d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d`;

/** A said date as it is written in data. */
function written(said: string): string {
  const [, day, month, year] = said.split(' ');
  if (!month) return new Date(said).toISOString();
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`;
}
const shift = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const skippedIn = (sentence: string): string[] =>
  (/skipping ([^);]+)/.exec(sentence)?.[1]?.match(new RegExp(DATE, 'g')) ?? []).map(written);

/** Monday to Friday, less the days that the sentence names: what staff can do with a calendar on the wall. */
function businessDays(from: string, days: number, skipped: readonly string[]): string {
  let date = from;
  for (let left = Math.abs(days); left > 0;) {
    date = shift(date, Math.sign(days));
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !skipped.includes(date)) left -= 1;
  }
  return date;
}

function months(from: string, amount: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + amount, 0)).getUTCDate();
  const at = day <= last ? Date.UTC(year, month - 1 + amount, day) : Date.UTC(year, month + amount, 1);
  return new Date(at).toISOString().slice(0, 10);
}

type Repeat = (match: RegExpExecArray, step: TraceStep, amount: number) => string;
/** How a reader would repeat each kind of sentence; none of it uses the code under test. */
const SENTENCES: readonly [RegExp, Repeat][] = [
  [new RegExp(String.raw`^(?:.*: )?\+ (\d+) hours? elapsed`), (m, { input }) => later(input, Number(m[1]))],
  [
    new RegExp(String.raw`^(?:.*: )?\+ (\d+) months? = (${DATE})`),
    (m, step) => rolled(months(step.input, Number(m[1])), step),
  ],
  [
    new RegExp(String.raw`^(?:.*: )?\+ (\d+) calendar days?(?: \+ (\d+) days presumed for the post)? = (${DATE})`),
    (m, { input, sentence }) => shift(input, Number(m[1]) + Number(m[2] ?? 0) - (isDay1(sentence) ? 1 : 0)),
  ],
  [
    new RegExp(String.raw`^(?:.*: )?\+ (\d+) business days? = (${DATE})`),
    (m, { input, sentence }) => {
      const skipped = skippedIn(sentence);
      const from = isDay1(sentence) ? shift(input, -1) : input;
      return Number(m[1]) === 0 ? input : businessDays(from, Number(m[1]), skipped);
    },
  ],
  [
    new RegExp(String.raw`^Safe: (\d+) business days? before (${DATE})(?: \(by mail\))? = (${DATE})`),
    (m, { sentence }) => {
      const counted = businessDays(written(m[2]!), -Number(m[1]), skippedIn(sentence));
      const notBefore = new RegExp(`but not before (${DATE})`).exec(sentence)?.[1];
      return notBefore ? written(notBefore) : counted;
    },
  ],
  [/^Safe: a quarter of the span earlier/, (_, { input }, amount) => later(input, -amount / 4)],
  [/^Extension noticed .*: void\.$/, (_, { input }) => input],
  [/^Extension noticed .*: \+ (\d+) calendar days = /, (m, { input }) => shift(input, Number(m[1]))],
  [/^Stood still .*: \+ (\d+) days = /, (m, { input }) => shift(input, Number(m[1]))],
  [/^Standing still .* moves nothing\.$/, (_, { input }) => input],
  [
    new RegExp(String.raw`^The later of that and (${DATE}) = `),
    (m, { input }) => [input, written(m[1]!)].sort().at(-1)!,
  ],
  [
    new RegExp(String.raw`^Asked after from (?:${WHEN}), called late from (${WHEN})\.$`),
    (_, { input }) => (input.length === 10 ? shift(input, 1) : input),
  ],
  [/^Its own date is not known: (\d+) days are assumed\.$/, (m) => m[1]!],
  [/^Due on the safe date of /, (_, { output }) => output],
];

const isDay1 = (sentence: string): boolean => sentence.includes('the day of receipt is day 1');
const later = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
function rolled(date: string, { sentence }: TraceStep): string {
  const closed = new RegExp(String.raw`(${DATE}) is no business day`).exec(sentence)?.[1];
  if (!closed) return date;
  if (written(closed) !== date) throw new Error(`“${sentence}” rolls another day than ${date}.`);
  return businessDays(date, 1, skippedIn(sentence));
}

/** What a reader gets who repeats one step; it must be the step's output. `amount`: the row's, for hour rows. */
export function repeat(step: TraceStep, amount: number): string {
  for (const [pattern, calculate] of SENTENCES) {
    const match = pattern.exec(step.sentence);
    if (match) return calculate(match, step, amount);
  }
  return step.sentence.includes('Moved likewise') || step.input === step.output ? step.output : 'not repeatable';
}
