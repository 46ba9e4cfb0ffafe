import { describe, expect, it } from '@jest/globals';
import { clockAxis, placeLabels } from './clock-axis.ts';
import { clockLanes, type Lane } from './clock-lanes.ts';

const today = '2026-11-20';
const appeal = {
  purpose: 'appeal',
  safeDueOn: '2026-11-20',
  legalDueOn: '2026-11-30',
  chaseOn: null,
  state: 'running',
  trace: [{ sentence: 'Received Wed 3 Jun 2026.', input: '2026-06-03', output: '2026-06-03', event: 'receivedOn' }],
};
const answer = {
  purpose: 'exception-response',
  safeDueOn: null,
  legalDueOn: null,
  chaseOn: '2026-12-02',
  state: 'running',
};
const facts = {
  deadlines: [appeal, answer],
  facts: { receivedOn: '2026-06-03', noticeOn: '2026-05-29' },
  documents: [{ id: 'letter', kind: 'exception-request' }],
  packets: [{ id: 'p', documentId: 'letter', channel: 'portal', sentOn: '2026-11-02', deliveredOn: '2026-11-02' }],
  appeals: [],
} as unknown as Parameters<typeof clockLanes>[0];

describe('the two lanes', () => {
  const [exception, filing] = clockLanes(facts, today) as [Lane, Lane];
  it('exception: from the sending to the day the answer is due', () => {
    expect(exception.bands).toEqual([{ from: '2026-11-02', to: '2026-12-02', tone: 'run' }]);
    expect(exception.marks.map(({ label, on }) => `${label} ${on}`)).toEqual([
      'Sent by portal 2026-11-02',
      'Answer due 2026-12-02',
    ]);
  });
  it('filing: begins with the event that its row counts from', () => {
    const begins = (trace: object[]) => {
      const deadlines = [{ ...appeal, trace }, answer] as unknown as typeof facts.deadlines;
      const { marks, bands } = clockLanes({ ...facts, deadlines }, today)[1]!;
      return [`${marks[0]!.label} ${marks[0]!.on}`, bands[0]!.from];
    };
    const notice = { sentence: 'Notice dated Fri 29 May 2026.', input: '2026-05-29', output: '2026-05-29' };
    expect(begins(appeal.trace)).toEqual(['Received 2026-06-03', '2026-06-03']);
    expect(begins([{ ...notice, event: 'noticeOn' }])).toEqual(['Notice dated 2026-05-29', '2026-05-29']);
    expect(begins([])).toEqual(['Received 2026-06-03', '2026-06-03']);
  });
  it('filing: runs, warns ten business days before the safe date, then the days to the legal date', () =>
    expect(filing.bands).toEqual([
      { from: '2026-06-03', to: '2026-11-05', tone: 'run' },
      { from: '2026-11-05', to: '2026-11-20', tone: 'warn' },
      { from: '2026-11-20', to: '2026-11-30', tone: 'bad' },
    ]));
  it('a filing date that passed reaches to today', () =>
    expect(clockLanes(facts, '2026-12-10')[1]!.bands.at(-1)).toEqual({
      from: '2026-11-20',
      to: '2026-12-10',
      tone: 'bad',
    }));
  it('an answer that is late reaches to today', () =>
    expect(clockLanes(facts, '2026-12-10')[0]!.bands.at(-1)).toEqual({
      from: '2026-12-02',
      to: '2026-12-10',
      tone: 'bad',
    }));
  it('an appeal that is filed warns no more; its own answer is awaited', () => {
    const filed = {
      ...facts,
      deadlines: [
        { ...appeal, state: 'met' },
        { ...answer, purpose: 'appeal-response', chaseOn: null, legalDueOn: '2027-01-12' },
      ],
      appeals: [{ level: 1, sentOn: '2026-11-13' }],
    } as unknown as typeof facts;
    const lane = clockLanes(filed, today)[1]!;
    expect(lane.note).toBe('the appeal is filed');
    expect(lane.bands).toEqual([
      { from: '2026-06-03', to: '2026-11-30', tone: 'run' },
      { from: '2026-11-13', to: '2027-01-12', tone: 'run' },
    ]);
  });
  it('an appeal that was filed late says so', () => {
    const late = { ...facts, deadlines: [{ ...appeal, state: 'filed-late' }] } as unknown as typeof facts;
    expect(clockLanes(late, today)[1]!.note).toBe('the appeal is filed, after its legal date');
  });
  it('nothing known: two empty lanes, no crash', () => {
    const empty = {
      deadlines: [],
      facts: { receivedOn: null, noticeOn: null },
      documents: [],
      packets: [],
      appeals: [],
    } as unknown as typeof facts;
    const lanes = clockLanes(empty, today);
    expect(lanes.map(({ marks, bands }) => marks.length + bands.length)).toEqual([0, 0]);
    expect(clockAxis(lanes, today, 600).x(today)).toBeGreaterThan(0);
  });
});

describe('the axis', () => {
  const lanes = clockLanes(facts, today);
  const axis = clockAxis(lanes, today, 800);
  it('keeps the order of dates and stays inside', () => {
    const xs = ['2026-06-03', '2026-11-02', today, '2026-11-30', '2026-12-02'].map(axis.x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(xs[0]).toBeGreaterThan(0);
    expect(xs.at(-1)).toBeLessThan(800);
  });
  it('ticks are firsts of months that fit', () => {
    expect(axis.ticks.map(({ label }) => label)).toEqual(['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']);
    expect(clockAxis(lanes, today, 200).ticks.length).toBeLessThanOrEqual(3);
  });
  it.each([320, 500, 800, 1600])('at %i px no label lies on another or outside', (width) => {
    for (const lane of lanes) {
      const labels = placeLabels(
        lane.marks,
        clockAxis(lanes, today, width),
        width,
        clockAxis(lanes, today, width).x(today),
      );
      for (const row of ['above', 'below'] as const) {
        const spans = labels
          .filter((label) => label.row === row)
          .map(({ x, text, anchor }) => {
            const wide = text.length * 6.4;
            const left = { start: x, middle: x - wide / 2, end: x - wide }[anchor];
            return [left, left + wide] as const;
          });
        spans.sort((a, b) => a[0] - b[0]);
        spans.forEach(([left, right], place) => {
          expect(left).toBeGreaterThanOrEqual(-1);
          expect(right).toBeLessThanOrEqual(width + 1);
          if (place > 0) expect(left).toBeGreaterThan(spans[place - 1]![1]);
        });
      }
    }
  });
  it('the legal date is never the one left out', () =>
    expect(placeLabels(lanes[1]!.marks, clockAxis(lanes, today, 320), 320, 0).map(({ mark }) => mark.id)).toContain(
      'legal',
    ));
});
