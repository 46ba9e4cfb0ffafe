import { EVENT_WORDS, STANDS_IN } from '../clocks/choose-row.ts';
import type { AnchorEvent, ClockRow } from '../clocks/clock-row.ts';
import type { IsoDate } from '../dates/iso-date.ts';
import { CODE_SHAPE, NO_CODE } from '../triage/code-shape.ts';
import type { InteractionRow } from '../triage/interactions.ts';
import { rarcRow } from '../triage/rarc-table.ts';
import { interactionFaults } from './interaction-faults.ts';
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
  interaction: 'id',
  score: 'id',
  path: 'path',
  calendar: null,
};
/** How the key of a rule is written that does not ship, of the kinds of which an organization may add some. */
const NEW_KEYS: Partial<Record<RuleKind, { shape: RegExp; says: string }>> = {
  carc: { shape: CODE_SHAPE, says: NO_CODE },
  rarc: { shape: CODE_SHAPE, says: NO_CODE },
  interaction: {
    shape: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    says: 'A key is small letters and digits with hyphens between, like aster-242.',
  },
};
const CODES: readonly RuleKind[] = ['carc', 'rarc'];

/** No row says what the code means: whoever classes it first says so from ever. */
const isUnclassed = ({ kind, row }: RuleVersion): boolean => CODES.includes(kind) && row['class'] === 'to-classify';
/** A code that no version of it classes. */
export const isUnclassedCode = (kind: RuleKind, versions: readonly RuleVersion[]): boolean =>
  CODES.includes(kind) && versions.every(isUnclassed);

/** What is wrong with a change, by its fields; nothing when it may be proposed. `versions`: of this rule, as they are in force. */
export function faultsOf(wanted: WantedChange, versions: readonly RuleVersion[]): ChangeFaults {
  const [first] = versions;
  return {
    ...keyFaults(wanted, versions),
    ...spanFaults(wanted, versions),
    ...ROW_FAULTS[wanted.kind]?.(wanted, versions),
    ...(first ? fixedFaults(wanted, first) : {}),
  };
}

/** What the row of a kind may not say. */
const ROW_FAULTS: Partial<Record<RuleKind, (wanted: WantedChange, versions: readonly RuleVersion[]) => ChangeFaults>> =
  {
    clock: (wanted, versions) => (versions.length > 0 ? clockFaults(wanted, versions) : {}),
    path: groundFaults,
    rarc: remarkFaults,
    interaction: ({ row }) => interactionFaults(row as unknown as InteractionRow),
  };

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

/** What a shipped remark says goes on holding where a row leaves it out: the row says it too, so that what is shown is what holds. */
function remarkFaults({ key, row }: WantedChange): ChangeFaults {
  const left = Object.entries(rarcRow(key) ?? {}).filter(
    ([column, value]) => value !== false && (row[column] ?? false) === false,
  );
  return Object.fromEntries(
    left.map(([column, value]) => [
      `row.${column}`,
      `The shipped row of ${key} says this, and it goes on holding: send ${column}: ${JSON.stringify(value)} too.`,
    ]),
  );
}

function keyFaults({ kind, key, row }: WantedChange, versions: readonly RuleVersion[]): ChangeFaults {
  const column = NAMED_BY[kind];
  if (kind === 'calendar' && key !== CALENDAR_KEY) return { key: `There is one calendar: ${CALENDAR_KEY}.` };
  if (column && row[column] !== key) return { [`row.${column}`]: `This must be the key, ${key}.` };
  if (versions.length > 0) return {};
  const wanted = NEW_KEYS[kind];
  if (!wanted) return { key: `There is no ${kind} ${key}. GET /api/rules lists them.` };
  return wanted.shape.test(key) ? {} : { key: wanted.says };
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
