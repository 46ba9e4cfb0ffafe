import type { ClockRow } from '../clocks/clock-row.ts';
import { GROUNDS } from '../screening/path-grounds.ts';
import { SCORE_ROWS } from '../screening/recoverability-rows.ts';
import { CARC_TABLE } from '../triage/carc-table.ts';
import { INTERACTIONS } from '../triage/interactions.ts';
import { RARC_TABLE } from '../triage/rarc-table.ts';
import type { OwnCalendar } from './own-calendar.ts';
import type { RuleKind, RuleRow, RuleVersion } from './rule-version.ts';

/** What holds from ever and until further notice, and has no public source. */
const standing = (kind: RuleKind, key: string, row: object): RuleVersion => ({
  kind,
  key,
  effectiveFrom: null,
  effectiveTo: null,
  citation: null,
  verified: true,
  row: row as RuleRow,
  changeId: null,
});

export const clockVersion = (row: ClockRow): RuleVersion => ({
  ...standing('clock', row.id, row),
  effectiveFrom: row.effectiveFrom,
  effectiveTo: row.effectiveTo,
  citation: row.citation,
  verified: row.verified,
});

const GROUNDS_BY_PATH = Map.groupBy(GROUNDS, ({ path }) => path);

/** Codes, weights and grounds: a code that a payer may read otherwise, how we read codes together and a contested ground are not verified. */
const STANDING: readonly RuleVersion[] = [
  ...CARC_TABLE.map((row) => ({ ...standing('carc', row.carc, row), verified: row.confidence !== 'unsure' })),
  ...RARC_TABLE.map((row) => standing('rarc', row.rarc, row)),
  ...INTERACTIONS.map((row) => ({ ...standing('interaction', row.id, row), verified: false })),
  ...SCORE_ROWS.map((row) => ({ ...standing('score', row.id, row), verified: false })),
  ...[...GROUNDS_BY_PATH].map(([path, grounds]) => ({
    ...standing('path', path, { path, grounds }),
    verified: grounds.every(({ verified }) => verified),
  })),
];

export const CALENDAR_KEY = 'calendar';

/** Every rule as it ships; the calendar as the organization was made with. */
export const shippedVersions = (clockRows: readonly ClockRow[], calendar: OwnCalendar): RuleVersion[] => [
  ...clockRows.map(clockVersion),
  ...STANDING,
  standing('calendar', CALENDAR_KEY, calendar),
];
