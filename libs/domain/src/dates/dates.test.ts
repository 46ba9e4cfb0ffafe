import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addBusinessDays, businessDaysUntil, isBusinessDay } from './business-days.ts';
import { federalHolidayOn } from './federal-holidays.ts';
import { addHours, dateIn, halfOfWorkingTime, instantOf, isTimeZone, toInstant, withOffset } from './instants.ts';
import { addDays, addMonths, dayOf, daysBetween, isIsoDate, isoDateOfDay, sayDate, weekdayOf } from './iso-date.ts';

const CHICAGO = 'America/Chicago';
const ZONES = [
  'America/New_York',
  CHICAGO,
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
];

describe('dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', ''])('“%s” is none', (text) =>
    expect(isIsoDate(text)).toBe(false),
  );
  it.each([
    ['2026-10-31', 4, '2027-03-01'],
    ['2027-10-31', 4, '2028-03-01'],
    ['2027-10-29', 4, '2028-02-29'],
    ['2026-05-15', 4, '2026-09-15'],
    ['2026-12-31', 2, '2027-03-01'],
  ])('%s and %s months is %s', (from, months, expected) => expect(addMonths(from, months)).toBe(expected));
  it('reads as staff say it', () => expect(sayDate('2026-10-31')).toBe('Sat 31 Oct 2026'));
  it('adds and counts days to 2100 without losing one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 47_500 }), fc.integer({ min: -5000, max: 5000 }), (day, more) => {
        const date = isoDateOfDay(day);
        expect(daysBetween(date, addDays(date, more))).toBe(more);
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
      }),
    );
  });
});

describe('business days', () => {
  it.each([
    ['2026-07-03', true, 'Independence Day'],
    ['2026-07-03', false, undefined],
    ['2026-07-04', true, 'Independence Day'],
    ['2021-12-31', true, "New Year's Day"],
    ['2020-06-19', true, undefined],
    ['2026-06-19', false, 'Juneteenth National Independence Day'],
    ['2027-07-05', true, 'Independence Day'],
  ])('%s, observed counted %s: %s', (date, observed, name) =>
    expect(federalHolidayOn(dayOf(date), observed)).toBe(name),
  );

  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-30', 5],
    ['2026-11-30', '2026-11-20', -5],
    ['2026-11-20', '2026-11-22', 0],
  ])('from %s to %s: %i', (from, to, days) => expect(businessDaysUntil(from, to, {})).toBe(days));

  it('count forwards and backwards alike, closures too', () => {
    expect(addBusinessDays('2026-11-23', 3, { closures: ['2026-11-27'] })).toBe('2026-11-30');
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 47_000 }), fc.integer({ min: 1, max: 60 }), (day, days) => {
        const there = addBusinessDays(isoDateOfDay(day), days, {});
        expect(isBusinessDay(there, {})).toBe(true);
        const back = addBusinessDays(there, -days, {});
        expect(back <= isoDateOfDay(day) || !isBusinessDay(isoDateOfDay(day), {})).toBe(true);
        expect(addBusinessDays(back, days, {})).toBe(there);
      }),
    );
  });
});

describe('instants', () => {
  it('count elapsed hours across the end of summer time', () => {
    expect(withOffset(addHours(instantOf('2026-10-31', '09:30', CHICAGO), 72), CHICAGO)).toBe(
      '2026-11-03T08:30:00-06:00',
    );
  });
  it('know a time that occurs twice and one that does not occur', () => {
    expect(withOffset(instantOf('2026-11-01', '01:30', CHICAGO), CHICAGO)).toBe('2026-11-01T01:30:00-05:00');
    expect(withOffset(instantOf('2026-03-08', '02:30', CHICAGO), CHICAGO)).toBe('2026-03-08T03:30:00-05:00');
  });
  it.each(ZONES)('in %s a working day begins and ends on its own date, to 2100', (zone) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 13_000, max: 47_400 }),
        fc.constantFrom('00:00', '07:00', '17:00', '23:59'),
        (day, time) => {
          const date = isoDateOfDay(day);
          const instant = instantOf(date, time, zone);
          expect(dateIn(zone, instant)).toBe(date);
          expect(withOffset(instant, zone).slice(0, 16)).toBe(`${date}T${time}`);
          expect(toInstant(withOffset(instant, zone), zone)).toBe(instant);
        },
      ),
      { numRuns: 200 },
    );
  });
  it.each(['2026-11-30 9am', 'tomorrow', '2026-11-31T09:30'])('“%s” is refused', (text) => {
    expect(() => toInstant(text, CHICAGO)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });
  it('know the names of zones', () => {
    expect([isTimeZone(CHICAGO), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
    expect(() => instantOf('2026-01-01', '07:00', 'Mars/Olympus')).toThrow('no time zone');
  });
  it('halve working time over a weekend', () => {
    const from = instantOf('2026-11-20', '16:00', CHICAGO);
    const to = instantOf('2026-11-23', '10:00', CHICAGO);
    expect(withOffset(halfOfWorkingTime(from, to, { timeZone: CHICAGO }), CHICAGO)).toBe('2026-11-23T08:00:00-06:00');
  });
});
