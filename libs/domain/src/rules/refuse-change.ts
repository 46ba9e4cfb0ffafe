import { EVENT_WORDS, STANDS_IN } from '../clocks/choose-row.ts';
import type { AnchorEvent, ClockRow } from '../clocks/clock-row.ts';
import type { IsoDate } from '../dates/iso-date.ts';
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
  return {
    ...keyFaults(wanted, versions),
    ...spanFaults(wanted, versions),
    ...(wanted.kind === 'clock' && versions.length > 0 ? clockFaults(wanted, versions) : {}),
  };
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

const eventsOf = ({ anchor, otherAnchors = [] }: ClockRow): AnchorEvent[] => {
  const standIn = STANDS_IN[anchor];
  return [anchor, ...otherAnchors, ...(standIn ? [standIn] : [])];
};
