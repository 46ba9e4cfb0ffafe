import { describe, expect, it } from '@jest/globals';
import type { RuleView } from '@overturn/contracts';
import { proposeRuleBody } from '@overturn/contracts/rules';
import { FORM } from '../fields/form-faults.ts';
import type { Values } from '../fields/use-field-form.ts';
import { answeredFaults, changeBody, changeFields, faultsAmong, fieldOfFault, startOf } from './rule-change-body.ts';

const version = (over: Pick<RuleView, 'kind' | 'row'>): RuleView => ({
  ...{ key: 'k', label: 'Label', summary: 'says', origin: 'shipped', effectiveFrom: '2003-01-01', effectiveTo: null },
  ...{ citation: '29 CFR 1', citationUrl: null, verified: true, changeId: null, isProposed: false },
  ...over,
});
const clock = version({
  kind: 'clock',
  row: { amount: 180, unit: 'calendarDays', roll: 'none', anchor: 'receivedOn', margin: 5, receiptPresumptionDays: 5 },
});
const score = version({ kind: 'score', row: { id: 'wording', points: { medical: -4, referral: 15 }, bands: [] } });
const bands = version({ kind: 'score', row: { measure: 'amountCents', bands: [{ atLeast: 50_000, points: 3 }] } });
const calendar = version({ kind: 'calendar', row: { observedHolidays: true, closures: ['2026-12-24'] } });
const together = version({
  kind: 'interaction',
  row: {
    ...{ id: 'k', label: 'Together', place: 30, watches: { carcs: ['243'], classes: ['referral'] } },
    ...{ beside: { remarks: ['N54'] }, means: { confidence: 'high' }, says: '{code} with {remark}.' },
  },
});
const added = { ...version({ kind: 'interaction', row: { id: '', place: 5 } }), key: '' };
const typed = (of: RuleView, over: Values) => ({ ...startOf(of), reason: 'The law says so', ...over });
const rowOf = (of: RuleView, over: Values) => changeBody(of, typed(of, over))['row'];

describe('what a change sends', () => {
  it('a correction holds for the days of its version, and carries over what was not asked', () => {
    const body = changeBody(clock, typed(clock, { change: 'correction', amount: '150', effectiveFrom: '2027-01-01' }));
    expect(proposeRuleBody.parse(body)).toEqual(body);
    expect(body).toMatchObject({ effectiveFrom: '2003-01-01', effectiveTo: null, citation: '29 CFR 1' });
    expect(body['row']).toEqual({ ...clock.row, amount: 150 });
  });
  it('nobody has verified a change until somebody says so', () => {
    expect(changeBody(clock, typed(clock, {}))['verified']).toBe(false);
    expect(changeBody(clock, typed(clock, { verified: 'yes' }))['verified']).toBe(true);
  });
  it('a row that says itself that it is verified says what the change says', () => {
    const own = version({ kind: 'clock', row: { ...clock.row, verified: true, effectiveFrom: '2003-01-01' } });
    expect(rowOf(own, { effectiveFrom: '2027-01-01' })).toEqual({
      ...own.row,
      ...{ verified: false, effectiveFrom: '2027-01-01' },
    });
  });
  it('a new version has its own dates', () =>
    expect(changeBody(clock, typed(clock, { effectiveFrom: '2027-01-01', effectiveTo: '2027-12-31' }))).toMatchObject({
      change: 'new-version',
      ...{ effectiveFrom: '2027-01-01', effectiveTo: '2027-12-31' },
    }));
  it('an amount left empty is unknown, a presumption left empty is none', () => {
    const { receiptPresumptionDays: _, ...rest } = clock.row;
    expect(rowOf(clock, { amount: '', receiptPresumptionDays: '' })).toEqual({ ...rest, amount: null });
  });
  it.each([
    [score, { 'points.medical': '-6' }, { ...score.row, points: { medical: -6, referral: 15 } }],
    [bands, { 'bands.0.points': '7' }, { ...bands.row, bands: [{ atLeast: 50_000, points: 7 }] }],
    [calendar, { observedHolidays: 'no' }, { observedHolidays: false, closures: ['2026-12-24'] }],
    [calendar, { closures: [] }, { observedHolidays: true, closures: [] }],
    [together, {}, together.row],
    [
      together,
      { 'watches.carcs': ['243', '38'], 'watches.classes': [{ class: 'referral' }, {}, { class: 'authorization' }] },
      { ...together.row, watches: { carcs: ['243', '38'], classes: ['referral', 'authorization'] } },
    ],
    [
      together,
      { 'means.confidence': '', 'means.onlySays': 'yes', 'beside.other.groups': ['CO'] },
      { ...together.row, means: { onlySays: true }, beside: { remarks: ['N54'], other: { groups: ['CO'] } } },
    ],
  ] as [RuleView, Values, object][])('%j with %j', (of, over, row) => expect(rowOf(of, over)).toEqual(row));
});

describe('what stops a change', () => {
  it.each([
    [score, { 'points.medical': 'many' }, ['points.medical']],
    [score, { 'points.medical': '-6' }, []],
    [clock, { effectiveFrom: '2027-01-01', effectiveTo: '2026-12-31' }, ['effectiveTo']],
    [clock, { change: 'correction', amount: '90', effectiveFrom: '2027-01-01', effectiveTo: '2026-12-31' }, []],
    [clock, { change: 'correction' }, [FORM]],
    [together, { change: 'correction' }, [FORM]],
    [clock, { change: 'correction', verified: 'yes' }, [FORM]],
    [{ ...clock, verified: false }, { change: 'correction', verified: 'yes' }, []],
    [clock, { change: 'correction', citation: '29 CFR 2' }, []],
  ])('%j with %j: %j', (of, over, names) => expect(Object.keys(faultsAmong(of, typed(of, over)))).toEqual(names));
  it.each([
    ['row.amount', 'amount'],
    ['effectiveFrom', 'effectiveFrom'],
    ['row.ifMissed', undefined],
  ])('the api’s fault at %s stands at %s', (at, name) =>
    expect(fieldOfFault(changeFields(clock, typed(clock, {})), at)).toBe(name),
  );
  it.each([
    ['row.beside.remarks.0', 'beside.remarks'],
    ['row.means', 'means.class'],
    ['key', 'key'],
  ])('of codes together the fault at %s stands at %s', (at, name) =>
    expect(fieldOfFault(changeFields(added, typed(added, {})), at)).toBe(name),
  );
});

describe('what the api refused', () => {
  const fields = changeFields(clock, typed(clock, {}));
  const refused = [{ field: 'row.amount', sentence: 'Give a whole number, 0 to 3650.' }];
  const sent = { amount: '9999' };
  it.each([
    [sent, { amount: 'Give a whole number, 0 to 3650.' }],
    [{ amount: '90' }, {}],
  ])('stands at its field until that is typed anew: %j', (now, faults) =>
    expect(answeredFaults(fields, refused, now, sent)).toEqual(faults),
  );
});

describe('what a clock may become', () => {
  const valuesOf = (of: RuleView, name: string) =>
    changeFields(of, typed(of, {}))
      .find((field) => field.name === name)!
      .options!.map(({ value }) => value);
  const hours = version({ kind: 'clock', row: { ...clock.row, unit: 'hours', otherAnchors: ['sentOn'] } });
  it('hours stay hours, days never become hours', () => {
    expect(valuesOf(hours, 'unit')).toEqual(['hours']);
    expect(valuesOf(clock, 'unit')).toEqual(['calendarDays', 'businessDays', 'months']);
  });
  it('it counts from an event that its denials know', () => {
    expect(valuesOf(clock, 'anchor')).toEqual(['noticeOn', 'receivedOn']);
    expect(valuesOf(hours, 'anchor')).toEqual(['noticeOn', 'receivedOn', 'sentOn']);
  });
});
