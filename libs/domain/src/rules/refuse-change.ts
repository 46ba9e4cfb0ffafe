import { EVENT_WORDS, STANDS_IN } from '../clocks/choose-row.ts';
import type { AnchorEvent, ClockRow } from '../clocks/clock-row.ts';
import type { IsoDate } from '../dates/iso-date.ts';
import { isSameValue } from './same-value.ts';
import { CALENDAR_KEY } from './shipped-versions.ts';
import type { RuleKind, RuleRow, RuleVersion } from './rule-version.ts';

export interface WantedChange {
  kind: RuleKind;
  key: string;
  change: 'new-version' | 'correction';
  effectiveFrom: IsoDate | null;
  effectiveTo: IsoDate | null;
  citation: string | null;
  row: RuleRow;
}

/** A field of the change, and what is wrong with it. */
export type ChangeFaults = Record<string, string>;

/** The column of a row that names the rule. */
const NAMED_BY: Record<RuleKind, string | null> = {
  clock: 'id',
  carc: 'carc',
  rarc: 'rarc',
  score: 'id',
  path: 'path',
  calendar: null,
};
/** Kinds of which an organization may add rules that do not ship. */
const OPEN_KINDS: readonly RuleKind[] = ['carc', 'rarc'];
const CODE = /^[A-Z0-9]{1,5}$/;

/** No row says what the code means: whoever classes it first says so from ever. */
export const isUnclassed = ({ kind, row }: RuleVersion): boolean =>
  OPEN_KINDS.includes(kind) && row['class'] === 'to-classify';

/** What is wrong with a change, by its fields; nothing when it may be proposed. `versions`: of this rule, as they are in force. */
export function faultsOf(wanted: WantedChange, versions: readonly RuleVersion[]): ChangeFaults {
  const [first] = versions;
  return {
    ...keyFaults(wanted, versions),
    ...spanFaults(wanted, versions),
    ...(wanted.kind === 'clock' && first ? clockFaults(wanted, versions) : {}),
    ...(wanted.kind === 'path' ? groundFaults(wanted) : {}),
    ...(first ? fixedFaults(wanted, first) : {}),
  };
}

/** What a change may not touch: with it otherwise, nobody would be asked, or nothing could be counted. */
const FIXED: Partial<Record<RuleKind, readonly string[]>> = {
  clock: ['regime', 'owedBy', 'notBefore', 'safeDateOf', 'chosenBy', 'tolling'],
  score: ['about', 'measure', 'proof', 'paths', 'raise', 'one', 'many'],
};
/** What it must go on having, whatever it says. */
const KEPT: Partial<Record<RuleKind, readonly string[]>> = {
  clock: ['repeatEveryDays'],
  score: ['points', 'bands', 'each', 'most'],
};

function fixedFaults({ kind, row }: WantedChange, { row: was }: RuleVersion): ChangeFaults {
  const fixed = (FIXED[kind] ?? []).filter((column) => !isSameValue(row[column], was[column]));
  const kept = (KEPT[kind] ?? []).filter((column) => namesIn(row[column]) !== namesIn(was[column]));
  return Object.fromEntries([
    ...fixed.map((column) => [`row.${column}`, 'This stays as it is: what works by this rule rests on it.'] as const),
    ...kept.map((column) => [`row.${column}`, 'Keep what it has, and change what that says.'] as const),
  ]);
}

/** Points by a value are points for each of the same values. */
const namesIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value).sort().join()
    : String(value !== undefined);

function groundFaults({ key, row }: WantedChange): ChangeFaults {
  const others = (row['grounds'] as readonly { path: string }[]).findIndex(({ path }) => path !== key);
  return others === -1 ? {} : { [`row.grounds.${others}.path`]: `This must be the key, ${key}.` };
}

function keyFaults({ kind, key, row }: WantedChange, versions: readonly RuleVersion[]): ChangeFaults {
  const column = NAMED_BY[kind];
  if (kind === 'calendar' && key !== CALENDAR_KEY) return { key: `There is one calendar: ${CALENDAR_KEY}.` };
  if (column && row[column] !== key) return { [`row.${column}`]: `This must be the key, ${key}.` };
  if (versions.length > 0) return {};
  if (!OPEN_KINDS.includes(kind)) return { key: `There is no ${kind} ${key}. GET /api/rules lists them.` };
  return CODE.test(key) ? {} : { key: 'A code is one to five capital letters and digits, like 242 or N130.' };
}

function spanFaults(wanted: WantedChange, versions: readonly RuleVersion[]): ChangeFaults {
  const { change, effectiveFrom, effectiveTo } = wanted;
  if (effectiveFrom && effectiveTo && effectiveTo < effectiveFrom)
    return { effectiveTo: 'It would end before it begins.' };
  if (change === 'correction') {
    const begins = versions.map((version) => version.effectiveFrom ?? 'null, from ever');
    if (!versions.some((version) => version.effectiveFrom === effectiveFrom))
      return { effectiveFrom: `No version begins then, so there is none to correct. Use ${begins.join(' or ')}.` };
    return {};
  }
  const mustBegin = !versions.every(isUnclassed);
  return effectiveFrom === null && mustBegin ? { effectiveFrom: 'Say from which day the new version holds.' } : {};
}

function clockFaults({ row, citation }: WantedChange, versions: readonly RuleVersion[]): ChangeFaults {
  const known = versions.map((version) => version.row as unknown as ClockRow);
  const events = [...new Set(known.flatMap(eventsOf))];
  const { anchor, unit } = row as unknown as ClockRow;
  const isHours = known.some((one) => one.unit === 'hours');
  const words = events.map((event) => `${event} (${EVENT_WORDS[event]})`).join(', ');
  return {
    ...(citation ? {} : { citation: 'Say where the rule is written: every date shows its source.' }),
    ...(events.includes(anchor)
      ? {}
      : { 'row.anchor': `A denial does not know this event of this clock. Use ${words}.` }),
    ...((unit === 'hours') === isHours
      ? {}
      : { 'row.unit': isHours ? 'This clock counts hours.' : 'This clock gives a date, so it cannot count hours.' }),
  };
}

/**
 * A clock as it will be kept: it goes on counting from every event that it knew, from the one that is named first.
 * Whoever counts by it gives some of them, and it must answer.
 */
export function withKnownEvents(row: RuleRow, versions: readonly RuleVersion[]): RuleRow {
  const { anchor, otherAnchors: _, ...rest } = row as unknown as ClockRow;
  const known = versions.flatMap((version) => eventsOf(version.row as unknown as ClockRow));
  const others = [...new Set(known)].filter((event) => event !== anchor && event !== STANDS_IN[anchor]);
  return { ...rest, anchor, ...(others.length > 0 && { otherAnchors: others }) };
}

const eventsOf = ({ anchor, otherAnchors = [] }: ClockRow): AnchorEvent[] => {
  const standIn = STANDS_IN[anchor];
  return [anchor, ...otherAnchors, ...(standIn ? [standIn] : [])];
};
