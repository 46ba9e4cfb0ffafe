import { describe, expect, it } from '@jest/globals';
import { clockRows } from '../clocks/clock-rows.ts';
import { lastDayOf, replacedBy, sayReplaced } from './replaced-versions.ts';
import type { RuleVersion } from './rule-version.ts';

const VERSIONS = clockRows('ma.determination.prior-authorization').map((row): RuleVersion => {
  const { id: key, effectiveFrom, effectiveTo, citation, verified } = row;
  return { kind: 'clock', key, effectiveFrom, effectiveTo, citation, verified, row: { ...row }, changeId: null };
});
const span = (effectiveFrom: string | null, effectiveTo: string | null = null) => ({ effectiveFrom, effectiveTo });

describe('a new version', () => {
  it.each([
    ['without a last day ends before the next version begins', span('2025-06-01'), '2025-12-31'],
    ['with one ends as said', span('2025-06-01', '2026-06-30'), '2026-06-30'],
    ['of the newest goes on until further notice', span('2026-06-01'), null],
    ['that begins with a version takes its place', span('2026-01-01'), null],
    ['from ever ends before the first', span(null), '2019-12-31'],
  ])('%s', (_, days, last) =>
    expect(lastDayOf(days, [{ ...VERSIONS[0]!, effectiveFrom: '2020-01-01' }, VERSIONS[1]!])).toBe(last),
  );

  it.each([
    [span('2025-06-01', '2025-12-31'), '14 calendar days from Asked'],
    [span('2026-06-01'), '7 calendar days from Asked'],
    [
      span('2025-06-01'),
      expect.stringMatching(
        /^from .+ to Wed 31 Dec 2025: 14 calendar days from Asked; from Thu 1 Jan 2026: 7 calendar days from Asked$/,
      ),
    ],
    [span('1990-01-01', '1990-12-31'), null],
  ])('%j says every version that it replaces', (days, says) =>
    expect(sayReplaced(replacedBy(days, [...VERSIONS].reverse()))).toEqual(says),
  );
});
