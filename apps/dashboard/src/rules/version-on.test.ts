import { describe, expect, it } from '@jest/globals';
import { standingOn, versionOn } from './version-on.ts';

const past = { effectiveFrom: null, effectiveTo: '2026-10-31' };
const now = { effectiveFrom: '2026-11-01', effectiveTo: '2026-12-31' };
const next = { effectiveFrom: '2027-01-01', effectiveTo: null };

describe('where a version stands', () => {
  it.each([
    [past, '2026-10-31', 'in-force'],
    [past, '2026-11-01', 'past'],
    [now, '2026-11-01', 'in-force'],
    [next, '2026-12-31', 'to-come'],
  ])('%j on %s: %s', (version, day, standing) => expect(standingOn(version, day)).toBe(standing));
  it('one of them holds on a day', () => expect(versionOn([next, now, past], '2026-11-26')).toBe(now));
  it('or none', () => expect(versionOn([next, past], '2026-11-26')).toBeUndefined());
});
