import { describe, expect, it } from '@jest/globals';
import type { ClockView } from '@overturn/contracts';
import { calculatorSearch, periodsOf, periodsText } from './calculator-search.ts';
import { faultsOf, onlyOf, questionBody } from './question-body.ts';

const CLAIM = {
  id: 'erisa.claim.pre-service.decision',
  unit: 'calendarDays',
  anchors: [
    { event: 'requestedOn', label: 'Asked', role: 'first' },
    { event: 'effectiveOn', label: 'Effective', role: 'not-before' },
  ],
  inputs: ['extensionNoticedOn', 'tolled', 'levels'],
} as unknown as ClockView;
const ASKED = { clock: CLAIM.id, requestedOn: '2026-10-01' };

describe('the question in the URL', () => {
  it.each([
    [{ ...ASKED }, { ...ASKED }],
    [
      { clock: 'x', levels: 2, amount: 120 },
      { clock: 'x', levels: '2', amount: '120' },
    ],
    [{ clock: 'x y', receivedOn: 'soon', channel: 'pigeon', levels: 3, patient: 'Doe' }, {}],
    [{ requestedOn: '2026-10-01T08:00', extensionNoticedOn: '2026-10-01T08:00' }, { requestedOn: '2026-10-01T08:00' }],
    [{ tolled: '2026-10-05_~_2026-10-09' }, { tolled: '2026-10-05_~_2026-10-09' }],
  ])('%j is read as %j', (search, read) => expect(calculatorSearch(search)).toEqual(read));

  it('periods outlive it, half typed ones too', () => {
    const periods = [
      { from: '2026-10-05', to: '2026-10-09' },
      { from: '2026-11-01', to: '' },
    ];
    expect(periodsOf(periodsText(periods))).toEqual(periods);
    expect(periodsOf('')).toEqual([]);
  });
});

describe('what the api is asked', () => {
  it.each([
    [{ clock: CLAIM.id }, undefined],
    [{ clock: CLAIM.id, effectiveOn: '2026-10-01' }, undefined],
    [ASKED, { clock: CLAIM.id, anchors: { requestedOn: '2026-10-01' } }],
    [
      { ...ASKED, levels: '2', amount: '7', tolled: '2026-10-05_2026-10-09~_', channel: 'mail' },
      {
        clock: CLAIM.id,
        anchors: { requestedOn: '2026-10-01' },
        levels: 2,
        amount: 7,
        tolled: [{ from: '2026-10-05', to: '2026-10-09' }],
      },
    ],
  ])('%j: %j', (question, body) => expect(questionBody(question, CLAIM)).toEqual(body));

  it('another clock keeps what it looks at too, and no time where it counts in days', () =>
    expect(onlyOf({ clock: 'x', requestedOn: '2026-10-01T08:00', sentOn: '2026-10-02', amount: '7' }, CLAIM)).toEqual({
      ...{ clock: CLAIM.id, requestedOn: '2026-10-01', amount: '7' },
    }));

  it('a refusal stands at its field', () =>
    expect(
      faultsOf([
        { field: 'anchors.requestedOn', sentence: 'a' },
        { field: 'tolled.0.to', sentence: 'b' },
        { field: 'amount', sentence: 'c' },
      ]),
    ).toEqual({ requestedOn: 'a', tolled: 'b', amount: 'c' }));
});
