import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type IsoDate } from '../dates/iso-date.ts';
import type { Anchors, ClockPolicy, ClockRow } from './clock-row.ts';
import { CLOCK_IDS, CLOCK_ROWS, clockRows } from './clock-rows.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { repeat } from './test-support/repeat-trace.ts';

/** Every zone of the states, then of the territories. */
const ZONES = [
  ...['New_York', 'Detroit', 'Kentucky/Louisville', 'Kentucky/Monticello', 'Indiana/Indianapolis', 'Indiana/Vincennes'],
  ...['Indiana/Winamac', 'Indiana/Marengo', 'Indiana/Petersburg', 'Indiana/Vevay', 'Indiana/Tell_City', 'Indiana/Knox'],
  ...[
    'Chicago',
    'Menominee',
    'North_Dakota/Center',
    'North_Dakota/New_Salem',
    'North_Dakota/Beulah',
    'Denver',
    'Boise',
  ],
  ...['Phoenix', 'Los_Angeles', 'Anchorage', 'Juneau', 'Sitka', 'Metlakatla', 'Yakutat', 'Nome', 'Adak', 'Puerto_Rico'],
  'St_Thomas',
]
  .map((city) => `America/${city}`)
  .concat(['Honolulu', 'Guam', 'Saipan', 'Pago_Pago'].map((island) => `Pacific/${island}`));
const ROWS = CLOCK_ROWS.map((row): [string, ClockRow] => [`${row.id} from ${row.effectiveFrom}`, row]);
const BEGINS = '2000-01-01';
const ENDS = '2100-12-31';
const LEAP_DAYS = ['2028-02-29', '2096-02-29', '2100-02-28'];
const dayNumber = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** A day on which the row is in force, to 2100; leap days more often than chance would bring them. */
function dayOf(row: ClockRow) {
  const first = [
    row.effectiveFrom,
    BEGINS,
    row.safeDateOf ? clockRows(row.safeDateOf)[0]!.effectiveFrom : '',
  ].sort()[2]!;
  const last = row.effectiveTo ?? ENDS;
  const any = fc.integer({ min: 0, max: dayNumber(last) - dayNumber(first) }).map((days) => addDays(first, days));
  const leap = LEAP_DAYS.filter((date) => first <= date && date <= last);
  return leap.length > 0
    ? fc.oneof({ weight: 9, arbitrary: any }, { weight: 1, arbitrary: fc.constantFrom(...leap) })
    : any;
}
/** Every way an organization may count. A rating period keeps the version while the anchor moves. */
const policyFor = (row: ClockRow) =>
  fc
    .record({
      timeZone: fc.constantFrom(...ZONES),
      observedHolidays: fc.boolean(),
      levels: fc.constantFrom(1 as const, 2 as const),
      extraMarginBusinessDays: fc.integer({ min: 0, max: 6 }),
      channel: fc.constantFrom('mail' as const, 'portal' as const),
      payerClosures: fc.constantFrom([], ['2026-11-27', '2028-02-29', '2099-12-31']),
    })
    .map((policy): ClockPolicy => ({ ...policy, ...(row.chosenBy && { ratingPeriodStart: row.effectiveFrom }) }));
const at = (row: ClockRow, on: IsoDate, more: Anchors = {}): Anchors => ({ [row.anchor]: on, ...more });
const datesOf = (found: Evaluation): string[] => [
  found.legalDue,
  ...(found.kind === 'ours' ? [found.safeDue] : found.kind === 'theirs' ? [found.chaseOn, found.lateOn] : []),
];
const RUNS = { numRuns: 40 };

describe.each(ROWS)('%s', (_, row) => {
  const isInForce = (date: IsoDate) => row.effectiveTo === null || date <= row.effectiveTo;
  const extension = fc.option(fc.integer({ min: 0, max: 70 }), { nil: undefined });
  const stood = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 40 })), { maxLength: 3 });

  it('a later anchor never gives an earlier date, of any kind', () => {
    fc.assert(
      fc.property(
        dayOf(row),
        fc.integer({ min: 0, max: 400 }),
        policyFor(row),
        extension,
        stood,
        (first, more, policy, noticed, periods) => {
          const second = addDays(first, more);
          if (!isInForce(second)) return;
          const events = noticed === undefined ? {} : { extensionNoticedOn: addDays(first, noticed) };
          const tolled = periods.map(([from, days]) => ({
            from: addDays(first, from),
            to: addDays(first, from + days),
          }));
          const one = evaluate(row.id, at(row, first, events), { ...policy, tolled });
          const two = evaluate(row.id, at(row, second, events), { ...policy, tolled });
          expect([one.effectiveFrom, two.effectiveFrom]).toEqual([row.effectiveFrom, row.effectiveFrom]);
          datesOf(two).forEach((date, index) => expect(date >= datesOf(one)[index]!).toBe(true));
        },
      ),
      RUNS,
    );
  });

  it('safe is never after legal, chased never after late, and neither before the anchor', () => {
    fc.assert(
      fc.property(dayOf(row), policyFor(row), extension, stood, (on, policy, noticed, periods) => {
        const events = noticed === undefined ? {} : { extensionNoticedOn: addDays(on, noticed) };
        const tolled = periods.map(([from, days]) => ({ from: addDays(on, from), to: addDays(on, from + days) }));
        const found = evaluate(row.id, at(row, on, events), { ...policy, tolled });
        const start = row.unit === 'hours' ? found.trace[0]!.input : on;
        for (const date of datesOf(found)) expect(date >= start).toBe(true);
        if (found.kind === 'ours') expect(found.safeDue <= found.legalDue).toBe(true);
        if (found.kind === 'theirs')
          expect(found.chaseOn <= found.legalDue && found.chaseOn <= found.lateOn).toBe(true);
        if (found.kind === 'theirs' && row.unit !== 'hours') expect(found.legalDue < found.lateOn).toBe(true);
      }),
      RUNS,
    );
  });

  it('what its trace says can be repeated with a calendar on the wall', () => {
    fc.assert(
      fc.property(dayOf(row), policyFor(row), extension, stood, (on, policy, noticed, periods) => {
        const events = noticed === undefined ? {} : { extensionNoticedOn: addDays(on, noticed) };
        const tolled = periods.map(([from, days]) => ({ from: addDays(on, from), to: addDays(on, from + days) }));
        const found = evaluate(row.id, at(row, on, events), { ...policy, ...(row.tolling && { tolled }) });
        for (const step of found.trace)
          expect([step.sentence, repeat(step, row.amount ?? 0)]).toEqual([step.sentence, step.output]);
        const outputs = found.trace.map(({ output }) => output);
        expect(outputs).toContain(found.legalDue);
        expect(outputs.at(-1)).toBe(datesOf(found).at(-1));
      }),
      RUNS,
    );
  });

  it('a wider margin and the post bring the safe date forward and move nothing else', () => {
    fc.assert(
      fc.property(dayOf(row), policyFor(row), (on, policy) => {
        const narrow = evaluate(row.id, at(row, on), { ...policy, channel: 'portal', extraMarginBusinessDays: 0 });
        const wide = evaluate(row.id, at(row, on), { ...policy, channel: 'mail', extraMarginBusinessDays: 3 });
        if (narrow.kind === 'ours' && wide.kind === 'ours') {
          expect(wide.safeDue <= narrow.safeDue).toBe(true);
          expect(wide.legalDue).toBe(narrow.legalDue);
        } else if (!row.safeDateOf) expect(datesOf(wide)).toEqual(datesOf(narrow));
      }),
      RUNS,
    );
  });
});

describe.each(ROWS.filter(([, row]) => row.notBefore))('%s', (_, row) => {
  it('the event that must come first moves no date earlier by coming later, nor does the anchor beside it', () => {
    const days = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(dayOf(row), days, days, days, policyFor(row), (on, until, more, moreUntil, policy) => {
        const found = (anchor: IsoDate, first: IsoDate) =>
          evaluate(row.id, at(row, anchor, { [row.notBefore!]: first }), policy);
        const [anchor, first] = [addDays(on, more), addDays(on, until + moreUntil)];
        const one = found(on, addDays(on, until));
        for (const two of [found(on, first), found(anchor, addDays(on, until)), found(anchor, first)]) {
          datesOf(two).forEach((date, index) => expect(date >= datesOf(one)[index]!).toBe(true));
          for (const step of two.trace) expect(repeat(step, row.amount ?? 0)).toBe(step.output);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe.each(ROWS.filter(([, row]) => row.extension))('%s', (_, row) => {
  it('an extension never shortens, and one noticed after the first period adds nothing', () => {
    fc.assert(
      fc.property(dayOf(row), fc.integer({ min: 0, max: 60 }), policyFor(row), (on, days, policy) => {
        const without = evaluate(row.id, at(row, on), policy);
        const noticedOn = addDays(on, days);
        const extended = evaluate(row.id, at(row, on, { extensionNoticedOn: noticedOn }), policy);
        const added = noticedOn <= without.legalDue ? row.extension!.amount : 0;
        expect(datesOf(extended)).toEqual(datesOf(without).map((date) => addDays(date, added)));
      }),
      RUNS,
    );
  });
});

const CALENDAR = ROWS.filter(
  ([, { unit, roll, owedBy }]) =>
    unit === 'calendarDays' && roll === 'none' && !['us', 'member', 'both'].includes(owedBy),
);
describe.each(CALENDAR)('%s', (_, row) => {
  it('moves by exactly what was tolled', () => {
    fc.assert(
      fc.property(
        dayOf(row),
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 90 }),
        policyFor(row),
        (on, start, days, policy) => {
          const from = addDays(on, start);
          if (from > evaluate(row.id, at(row, on), policy).legalDue) return;
          const without = evaluate(row.id, at(row, on), policy);
          const tolled = evaluate(row.id, at(row, on), { ...policy, tolled: [{ from, to: addDays(from, days) }] });
          expect(tolled.legalDue).toBe(addDays(without.legalDue, days));
          if (row.tolling) expect(datesOf(tolled)).toEqual(datesOf(without).map((date) => addDays(date, days)));
          else if (tolled.kind === 'theirs' && without.kind === 'theirs') expect(tolled.chaseOn).toBe(without.chaseOn);
        },
      ),
      RUNS,
    );
  });
});

describe('what we owe', () => {
  const ours = ROWS.filter(([, { owedBy, tolling }]) => ['us', 'member', 'both'].includes(owedBy) && !tolling);
  it.each(ours)('%s: nobody stops it by saying so', (_, row) => {
    const on = row.effectiveFrom > '2026-03-02' ? row.effectiveFrom : '2026-03-02';
    const policy = { timeZone: 'America/Chicago' };
    const tolled = [{ from: on, to: addDays(on, 30) }];
    expect(evaluate(row.id, at(row, on), { ...policy, tolled })).toEqual(evaluate(row.id, at(row, on), policy));
  });
});

describe('before the first version', () => {
  it.each(CLOCK_IDS)('%s is an error that names it', (id) => {
    const versions = clockRows(id);
    const first = versions.map((row) => row.effectiveFrom).sort()[0]!;
    const on = addDays(first, -1);
    const policy = { timeZone: 'America/New_York', ...(versions[0]!.chosenBy && { ratingPeriodStart: on }) };
    expect(() => evaluate(id, at(versions[0]!, on), policy)).toThrow(
      expect.objectContaining({
        code: 'CLOCK_NOT_IN_FORCE',
        message: expect.stringContaining(`${id} is in force from ${first}`),
      }),
    );
    if (versions[0]!.safeDateOf) return;
    expect(evaluate(id, at(versions[0]!, first), { ...policy, ratingPeriodStart: first }).rowId).toBe(id);
  });
});

describe('hours', () => {
  const rows = ROWS.filter(([, { unit }]) => unit === 'hours');
  it.each(rows)('%s are elapsed hours in every zone, across both changes of the clock', (_, row) => {
    const local = fc.tuple(
      fc.constantFrom('2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01', '2096-02-29'),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
    );
    fc.assert(
      fc.property(local, policyFor(row), ([date, hour, minute], policy) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const found = evaluate(row.id, at(row, `${date}T${two(hour)}:${two(minute)}`), policy);
        const began = Date.parse(found.trace[0]!.input);
        expect(Date.parse(found.legalDue) - began).toBe(row.amount! * 3_600_000);
        expect(found.precision).toBe('instant');
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(ZONES)('%s', (timeZone) => {
  it('gives a date row the dates of every other zone: a date of law has none', () => {
    for (const [, row] of ROWS.filter(([, { unit }]) => unit !== 'hours')) {
      const on = row.effectiveFrom > '2028-02-29' ? row.effectiveFrom : (row.effectiveTo ?? '2028-02-29');
      const period = row.chosenBy && { ratingPeriodStart: row.effectiveFrom };
      const there = evaluate(row.id, at(row, on), { timeZone, ...period });
      expect(datesOf(there)).toEqual(
        datesOf(evaluate(row.id, at(row, on), { timeZone: 'America/New_York', ...period })),
      );
    }
  });
  it.each(['2026-03-06', '2026-10-30', '2096-02-28'])('counts elapsed hours from %s', (date) => {
    const found = evaluate('erisa.claim.urgent.decision', { requestedOn: `${date}T09:30` }, { timeZone });
    expect(Date.parse(found.legalDue) - Date.parse(found.trace[0]!.input)).toBe(72 * 3_600_000);
  });
});

describe('closures of a payer', () => {
  const closed = { timeZone: 'America/Chicago', payerClosures: ['2026-11-27', '2026-11-30'] };
  const open = { timeZone: 'America/Chicago' };
  it('never lengthen what we owe, and bring our safe date forward', () => {
    const [with_, without] = [closed, open].map((policy) =>
      evaluate('medicaid.appeal.file', { noticeOn: '2026-10-05' }, policy),
    );
    expect(without).toMatchObject({ legalDue: '2026-12-04', safeDue: '2026-11-27' });
    expect(with_).toMatchObject({ legalDue: '2026-12-04', safeDue: '2026-11-24' });
  });
  it('let a payer be late only after them, and be asked as if there were none', () => {
    const anchors = { requestedOn: '2026-11-25' };
    expect(evaluate('directory.answer', anchors, open)).toMatchObject({ chaseOn: '2026-11-27', lateOn: '2026-11-28' });
    expect(evaluate('directory.answer', anchors, closed)).toMatchObject({
      chaseOn: '2026-11-27',
      legalDue: '2026-11-27',
      lateOn: '2026-12-02',
    });
  });
  it('lengthen our own cadence towards it', () => {
    expect(evaluate('followup.acknowledgement', { sentOn: '2026-11-25' }, closed).legalDue).toBe('2026-12-03');
  });
});
