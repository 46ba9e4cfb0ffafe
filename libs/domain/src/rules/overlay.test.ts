import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type IsoDate } from '../dates/iso-date.ts';
import { overlay } from './overlay.ts';
import { holdsOn, type RuleChange, type RuleVersion } from './rule-version.ts';

const version = (says: string, from: IsoDate | null, to: IsoDate | null): RuleVersion => ({
  kind: 'clock',
  key: 'erisa.appeal.file',
  effectiveFrom: from,
  effectiveTo: to,
  citation: null,
  verified: true,
  row: { says, effectiveFrom: from, effectiveTo: to },
  changeId: null,
});
const change = (says: string, from: IsoDate | null, to: IsoDate | null): RuleChange => ({
  ...version(says, from, to),
  changeId: says,
});
const spans = (versions: readonly RuleVersion[]) =>
  versions.map(({ row, effectiveFrom, effectiveTo }) => [row['says'], effectiveFrom, effectiveTo]);

describe('changes over shipped versions', () => {
  const shipped = [version('old', '2000-01-01', '2019-12-31'), version('new', '2020-01-01', null)];

  it('a new version ends the one before it on the day before', () =>
    expect(spans(overlay(shipped, [change('own', '2027-01-01', null)]))).toEqual([
      ['old', '2000-01-01', '2019-12-31'],
      ['new', '2020-01-01', '2026-12-31'],
      ['own', '2027-01-01', null],
    ]));

  it('a correction takes the place of its version, and of no other', () =>
    expect(spans(overlay(shipped, [change('own', '2000-01-01', '2019-12-31')]))).toEqual([
      ['new', '2020-01-01', null],
      ['own', '2000-01-01', '2019-12-31'],
    ]));

  it('a version between leaves what lies on both sides, and rows say their days', () => {
    const found = overlay(shipped, [change('own', '2022-01-01', '2022-12-31')]);
    expect(spans(found)).toEqual([
      ['old', '2000-01-01', '2019-12-31'],
      ['new', '2020-01-01', '2021-12-31'],
      ['new', '2023-01-01', null],
      ['own', '2022-01-01', '2022-12-31'],
    ]);
    for (const { row, effectiveFrom, effectiveTo } of found) expect(row).toMatchObject({ effectiveFrom, effectiveTo });
  });

  it('one from ever takes everything, and another rule is left alone', () => {
    const other = { ...version('other', '2000-01-01', null), key: 'aca.file' };
    expect(spans(overlay([...shipped, other], [change('own', null, null)]))).toEqual([
      ['other', '2000-01-01', null],
      ['own', null, null],
    ]);
  });
});

describe('whatever is changed, in whatever order', () => {
  const day = fc.integer({ min: -3000, max: 3000 }).map((days) => addDays('2025-01-01', days));
  const span = fc
    .tuple(fc.option(day), fc.option(fc.integer({ min: 0, max: 2000 })))
    .map(([from, length]): [IsoDate | null, IsoDate | null] => [
      from,
      length === null ? null : addDays(from ?? '2020-01-01', length),
    ]);
  const changes = fc
    .array(span, { maxLength: 6 })
    .map((all) => all.map(([from, to], nth) => change(`${nth}`, from, to)));

  it('on every day holds the last change that covers it, else what shipped; never two', () =>
    fc.assert(
      fc.property(changes, day, (made, on) => {
        const found = overlay([version('shipped', null, null)], made).filter((one) => holdsOn(one, on));
        const last = made.findLast((one) => holdsOn(one, on));
        expect(found.map(({ row }) => row['says'])).toEqual([last?.row['says'] ?? 'shipped']);
      }),
    ));
});
