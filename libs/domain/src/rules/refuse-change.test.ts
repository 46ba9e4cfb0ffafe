import { describe, expect, it } from '@jest/globals';
import { CLOCK_ROWS } from '../clocks/clock-rows.ts';
import { citationUrl } from './citation-url.ts';
import { faultsOf, type WantedChange } from './refuse-change.ts';
import type { RuleRow } from './rule-version.ts';
import { summaryOf } from './say-rule.ts';
import { shippedVersions } from './shipped-versions.ts';

const CALENDAR = { observedHolidays: true, extraMarginDays: 0, closures: [] };
const SHIPPED = shippedVersions(CLOCK_ROWS, CALENDAR);
const versionsOf = (kind: string, key: string) => SHIPPED.filter((one) => one.kind === kind && one.key === key);
const faults = (kind: WantedChange['kind'], key: string, wanted: Partial<WantedChange>) =>
  faultsOf(
    {
      ...{ kind, key, change: 'new-version', effectiveFrom: '2027-01-01', effectiveTo: null, citation: 'A contract' },
      row: versionsOf(kind, key)[0]?.row ?? { [kind]: key },
      ...wanted,
    },
    versionsOf(kind, key),
  );
const clock = (wanted: Partial<WantedChange>, row: RuleRow = {}) =>
  faults('clock', 'erisa.appeal.file', {
    ...wanted,
    row: { ...versionsOf('clock', 'erisa.appeal.file')[0]!.row, ...row },
  });

describe('what may be proposed', () => {
  it.each<[string, object, Record<string, string>]>([
    ['a new version as it should be', clock({}), {}],
    [
      'without its first day',
      clock({ effectiveFrom: null }),
      { effectiveFrom: 'Say from which day the new version holds.' },
    ],
    [
      'that ends before it begins',
      clock({ effectiveTo: '2026-12-31' }),
      { effectiveTo: 'It would end before it begins.' },
    ],
    [
      'a clock without a source',
      clock({ citation: null }),
      { citation: 'Say where the rule is written: every date shows its source.' },
    ],
    [
      'an event that a denial does not know',
      clock({}, { anchor: 'disputeStartedOn' }),
      {
        'row.anchor':
          'A denial does not know this event of this clock. Use receivedOn (Received), noticeOn (Notice dated).',
      },
    ],
    [
      'hours for a date',
      clock({}, { unit: 'hours' }),
      { 'row.unit': 'This clock gives a date, so it cannot count hours.' },
    ],
    ['another id', clock({}, { id: 'x' }), { 'row.id': 'This must be the key, erisa.appeal.file.' }],
    [
      'a clock that is not there',
      faults('clock', 'mine', { row: { id: 'mine' } }),
      { key: 'There is no clock mine. GET /api/rules lists them.' },
    ],
    ['a code that nobody classes, from ever', faults('carc', 'Z9', { effectiveFrom: null }), {}],
    [
      'a code that is none',
      faults('carc', 'no code', {}),
      { key: 'A code is one to five capital letters and digits, like 242 or N130.' },
    ],
    ['a second calendar', faults('calendar', 'mine', {}), { key: 'There is one calendar: calendar.' }],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  it('a correction names the version that it corrects', () => {
    const [first] = versionsOf('clock', 'erisa.appeal.file');
    expect(clock({ change: 'correction', effectiveFrom: first!.effectiveFrom })).toEqual({});
    expect(clock({ change: 'correction', effectiveFrom: '1999-01-01' })['effectiveFrom']).toMatch(
      /^No version begins then/,
    );
  });
});

it('a source that is public has its address', () => {
  expect(citationUrl('29 CFR 2560.503-1(h)(3)(i)')).toBe('https://www.ecfr.gov/current/title-29/section-2560.503-1');
  expect(citationUrl('42 USC 300gg-111(c)')).toBe(
    'https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title42-section300gg-111',
  );
  expect(citationUrl('Contract')).toBeNull();
});

it('every shipped rule is said in one line', () => {
  for (const one of SHIPPED) expect(summaryOf(one)).toMatch(/^[^\n]+$/);
});
