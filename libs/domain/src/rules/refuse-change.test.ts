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

const together = (row: RuleRow) =>
  faults('interaction', 'looks-like-network', {
    row: { ...versionsOf('interaction', 'looks-like-network')[0]!.row, ...row },
  });
const OWN = {
  ...{ id: 'aster-242', label: 'At Aster', place: 5, watches: { carcs: ['242'] } },
  ...{ means: { class: 'contract-load' }, says: '{code} at Aster.' },
};

const remark = (key: string, without: readonly string[], row: RuleRow = {}) => {
  const shipped = Object.entries(versionsOf('rarc', key)[0]!.row).filter(([column]) => !without.includes(column));
  return faults('rarc', key, { row: { ...Object.fromEntries(shipped), ...row } });
};

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
    ['a remark in other words', remark('N865', [], { label: 'ours', class: 'other' }), {}],
    [
      'a remark that would not start its clock',
      remark('N877', ['startsNegotiation']),
      {
        'row.startsNegotiation':
          'The shipped row of N877 says this, and it goes on holding: send startsNegotiation: true too.',
      },
    ],
    [
      'a remark that would not open a denial',
      remark('N865', ['opens'], { opens: false }),
      { 'row.opens': 'The shipped row of N865 says this, and it goes on holding: send opens: true too.' },
    ],
    [
      'a remark that would leave an appeal',
      remark('MA130', ['noAppealRights']),
      {
        'row.noAppealRights':
          'The shipped row of MA130 says this, and it goes on holding: send noAppealRights: true too.',
      },
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
    ['codes together as they should be', together({}), {}],
    [
      'codes together that do not ship, from ever',
      faults('interaction', 'aster-242', { effectiveFrom: null, row: OWN }),
      {},
    ],
    [
      'a key that is none',
      faults('interaction', 'Aster 242', { row: { ...OWN, id: 'Aster 242' } }),
      { key: 'A key is small letters and digits with hyphens between, like aster-242.' },
    ],
    ['another key', together({ id: 'x' }), { 'row.id': 'This must be the key, looks-like-network.' }],
    [
      'that watches nothing',
      together({ watches: {} }),
      { 'row.watches': 'Say which codes it watches: carcs, groups or classes.' },
    ],
    [
      'beside nothing',
      together({ beside: { other: {} } }),
      { 'row.beside.other': 'Say which other code: carcs, groups or classes, or leave it out.' },
    ],
    [
      'with a feature and without it',
      together({ beside: { feature: 'after-appeal' }, without: { feature: 'after-appeal' } }),
      { 'row.without.feature': 'It cannot hold both with this and without it. Leave one of them out.' },
    ],
    [
      'that means nothing',
      together({ means: {} }),
      {
        'row.means':
          'Say what they mean together: a class, how surely, what it looks like, a question, an answer, or onlySays: true.',
      },
    ],
    [
      'that only says something, and asks',
      together({ means: { onlySays: true, asks: 'contract' } }),
      { 'row.means.onlySays': 'It means more than its sentence. Leave this out.' },
    ],
    [
      'the class of a remark that need not be there',
      together({ means: { classOfRemark: true } }),
      { 'row.means.classOfRemark': 'Only beside a remark that has a class: set beside.feature to explaining-remark.' },
    ],
    [
      'two classes',
      together({ beside: { feature: 'explaining-remark' }, means: { classOfRemark: true, class: 'medical' } }),
      { 'row.means.class': 'Say one class: this, or that of the remark.' },
    ],
    [
      'a remark that nothing names',
      together({ says: '{code} with {remark}.' }),
      { 'row.says': 'No remark is known here. Name it under beside.remarks, or leave {remark} out.' },
    ],
    [
      'what nothing fills in',
      together({ says: '{payer}.' }),
      { 'row.says': 'Only {code} and {remark} are filled in.' },
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

it.each([
  [
    'remark-explains',
    'Place 10. A code of class Needs its remark, where a remark explains it: the class of that remark; likely. “The code says nothing by itself: the remark explains it.”',
  ],
  [
    'two-contract-hints',
    'Place 80. CARC 147 beside a code of class Out of network or Outside the member’s narrow network under CO on the same claim: its own class, surely. “The code beside a network code under CO: both hint at a contract that was not loaded.”',
  ],
  [
    'over-allowed-only',
    'Place 70. CARC 45 under PR, where nothing says that the claim is out of network: its own class, unsure: a person looks; to ask: Was the provider out of network on the date of service? “The code is an underpayment only out of network, and nothing else says so.”',
  ],
])('what codes mean together is one sentence: %s', (key, sentence) =>
  expect(summaryOf(versionsOf('interaction', key)[0]!)).toBe(sentence),
);

it('every shipped rule is said in one line', () => {
  for (const one of SHIPPED) expect(summaryOf(one)).toMatch(/^[^\n]+$/);
});
