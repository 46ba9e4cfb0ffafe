import { describe, expect, it } from '@jest/globals';
import { QUESTIONS } from '../triage/questions.ts';
import { CONDITIONS } from './conditions.ts';
import type { ProtectionFacts } from './protection.ts';
import { protectionOf } from './protection.ts';
import { screenPaths } from './screen-paths.ts';
import { answeredElsewhere, factsThatSettle, SCREENING_FACTS } from './screening-facts.ts';
import { DENIED } from './test-support/screen-facts.ts';
import { factsLearnt, readScreeningFact, sayScreeningFact, screenFactsTold } from './told-facts.ts';

const TODAY = '2026-11-23';
const calendar = { observedHolidays: true };
const row = (provider: string, more: object = {}) => ({
  ...{ provider, contactedOn: '2026-11-02', answer: 'No' },
  ...more,
});

describe('every question that screening asks', () => {
  const protections: ProtectionFacts[] = [
    { remarks: [] },
    { remarks: [], filingIndicator: '16' },
    { remarks: [], placeOfService: '21', facilityNetwork: 'in' },
  ];
  const asked = new Set([
    ...CONDITIONS.flatMap(({ asks, finding }) => (asks && finding !== 'protection' ? asks.question : [])),
    ...protections.flatMap((facts) => protectionOf(facts).questions),
    ...screenPaths({ ...DENIED, standing: 'unknown', planType: 'hmo' }).paths.flatMap(({ questions }) =>
      questions.map(({ question }) => question),
    ),
  ]);
  it.each([...asked])('is settled by a fact, or says where it is answered: %s', (question) =>
    expect([...factsThatSettle(question), answeredElsewhere(question)].some(Boolean)).toBe(true),
  );
  it('a fact settles only questions that are asked', () => {
    const known = new Set([...asked, ...QUESTIONS.map(({ asks }) => asks)]);
    for (const { settles } of SCREENING_FACTS) for (const question of settles) expect(known).toContain(question);
  });
});

describe('what was told', () => {
  it.each([
    [{ urgency: 'none', contractEnded: false }, undefined, { urgency: 'none', contractEnded: false }],
    [{ claimErrors: 'nothing' }, undefined, { claimErrors: [] }],
    [{ claimErrors: 'npi' }, undefined, { claimErrors: ['npi'] }],
    [
      { alternatives: [row('A', { distanceMiles: 40, nextDateOn: '2026-11-30', canDoIt: false })] },
      undefined,
      { alternatives: [{ contactedOn: '2026-11-02', miles: 40, waitBusinessDays: 18, canDoIt: false }] },
    ],
    [{ specialty: 'primary' }, 'aca', { standard: { maxWaitBusinessDays: 15, verified: true } }],
    [{ specialty: 'other' }, 'aca', { standard: { maxWaitBusinessDays: 30, verified: true } }],
    [
      { specialty: 'cardiology', county: 'metro' },
      'medicare-advantage',
      { standard: { maxMinutes: 30, maxMiles: 20, verified: false } },
    ],
    [
      { specialty: 'cardiology', county: 'metro', maxMiles: 25 },
      'medicare-advantage',
      { standard: { maxMinutes: 30, maxMiles: 25, verified: false } },
    ],
    [{ specialty: 'cardiology', county: 'metro' }, undefined, {}],
    [{ maxMiles: 25 }, undefined, { standard: { maxMiles: 25, verified: true } }],
  ] as const)('%o under %s is %o', (told, regime, facts) =>
    expect(screenFactsTold(told, { regime, calendar })).toEqual(facts),
  );

  it.each([
    ['urgency', 'none', { value: 'none' }],
    ['urgency', null, { value: null }],
    ['urgency', 'x', { error: 'Urgency: choose one of: An emergency, Urgent, Neither.' }],
    ['urgency', '', { error: 'Urgency: answer it, or say that it is not known after all.' }],
    ['contractEndNoticeOn', '2026-11-24', { error: 'Its end was noticed on: this day is still to come.' }],
    ['maxMiles', '30', { value: 30 }],
    ['alternatives', [row('A', { npi: '1' })], { error: expect.stringMatching(/^In-network providers, row 1, NPI: /) }],
  ] as const)('%s %j reads as %o', (name, typed, read) => expect(readScreeningFact(name, typed, TODAY)).toEqual(read));

  it.each([
    ['rateAgreed', false, 'No'],
    ['contractEndNoticeOn', '2026-08-01', 'Sat 1 Aug 2026'],
    ['consent', 'none', 'The patient signed none'],
    ['maxMiles', 30, '30'],
    ['networkRule', 'Closed network', 'Closed network'],
    ['alternatives', [row('A'), row('B')], 'A (Mon 2 Nov 2026): No; B (Mon 2 Nov 2026): No'],
  ] as const)('%s %j is said as %s', (name, value, words) => expect(sayScreeningFact(name, value)).toBe(words));
});

describe('the answer of a task', () => {
  it.each([
    ['verify-network', 'out-of-network', { facilityStatus: 'in' }, { facilityNetwork: 'in' }],
    ['verify-network', 'out-of-network', { facilityStatus: 'unknown' }, {}],
    ['verify-network', 'directory-was-wrong', {}, { directorySaid: 'in-network' }],
    ['ask-provider', 'referral-obtained', { referralNumber: 'R1' }, { referral: 'matches' }],
    ['ask-provider', 'refused', { reason: 'no' }, { referral: 'none' }],
    ['ask-provider', 'refused', { reason: 'no', otherDoctor: 'Dr. Roe' }, { referral: 'obtainable' }],
    ['ask-provider', 'not-needed', {}, {}],
    ['choose-path', 'confirmed', {}, {}],
  ] as const)('%s: %s with %o teaches %o', (kind, outcome, fields, facts) =>
    expect(factsLearnt(kind, outcome, fields, {})).toEqual(facts),
  );
  it('a log goes on: each contact once, by its later row', () => {
    const before = [row('A'), row('B')];
    const alternatives = [row('B', { answer: 'Yes after all' }), row('C')];
    expect(factsLearnt('log-alternatives', 'enough', { alternatives }, { alternatives: before })).toEqual({
      alternatives: [row('A'), row('B', { answer: 'Yes after all' }), row('C')],
    });
  });
});
