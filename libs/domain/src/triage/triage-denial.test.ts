import { describe, expect, it } from '@jest/globals';
import { withOwnRows } from './own-rows.ts';
import { QUESTIONS } from './questions.ts';
import { facts } from './test-support/codes.ts';
import { triageDenial, type TriageVerdict } from './triage-denial.ts';

const ids = ({ questions }: TriageVerdict) => questions.map(({ id }) => id);
const sentences = ({ reasons }: TriageVerdict) => reasons.map(({ sentence }) => sentence);

describe('the trigger', () => {
  it.each([
    [
      'the line that alone carries it',
      facts(['PR-242@3', 'CO-45@1'], [], { lineCount: 3 }),
      { trigger: { kind: 'line', line: 3 }, confidence: 'high' },
    ],
    [
      'the one verified out of network, with its NPI',
      facts(['CO-242'], [], {
        providers: { billing: { network: 'in' }, rendering: { network: 'out', npi: '1003000126' } },
      }),
      { trigger: { kind: 'rendering' }, npi: '1003000126', confidence: 'high' },
    ],
    [
      'the facility, alone known',
      facts(['CO-242'], [], { providers: { facility: { network: 'other-tier' } } }),
      { trigger: { kind: 'facility' }, confidence: 'likely' },
    ],
    ['whom a remark points at', facts(['CO-242'], ['N198']), { trigger: { kind: 'rendering' }, confidence: 'likely' }],
    [
      'what the letter says',
      facts(['CO-242'], [], { wording: 'The facility was not in network.' }),
      { trigger: { kind: 'facility' }, confidence: 'likely' },
    ],
    ['else not known', facts(['CO-242']), { trigger: { kind: 'billing' }, confidence: 'unsure' }],
  ] as const)('is %s', (_, input, expected) => expect(triageDenial(input).trigger).toMatchObject(expected));

  it('is asked for (V3) unless it is sure', () => {
    expect(ids(triageDenial(facts(['CO-242'])))).toContain('V3');
    expect(ids(triageDenial(facts(['CO-242@1'], [], { lineCount: 2 })))).not.toContain('V3');
  });
});

describe('standing', () => {
  it.each([
    [['CO-242'], 'provider'],
    [['PR-242'], 'member'],
    [['CO-242', 'PR-279'], 'both'],
    [['OA-242'], 'unknown'],
  ])('of %o is %s', (codes, standing) => expect(triageDenial(facts(codes)).standing).toBe(standing));
});

describe('the questions still open', () => {
  it('are V2, V3, V7 and V8, each with who can answer', () => {
    const { questions } = triageDenial(facts(['CO-243'], [], { noticeOn: '2026-11-12' }));
    expect(questions.map(({ id, askedOf }) => `${id} ${askedOf}`)).toEqual([
      'V2 payer',
      'V3 payer',
      'V7.rule payer',
      'V7.exception payer',
      'V7.proof payer',
      'V8.said provider',
      'V8.facility provider',
      'V8.steps provider',
    ]);
  });
  it('are asked no more once answered', () => {
    expect(
      triageDenial(facts(['CO-243'], ['N830'], { answered: [...QUESTIONS.map(({ id }) => id), 'remark.N830'] }))
        .questions,
    ).toEqual([]);
  });
  it('ask for the date of the notice while there is none', () =>
    expect(ids(triageDenial(facts(['CO-243'])))).toContain('notice-date'));
  it('are none on a claim that opens no denial, unless a person opened it', () => {
    expect(triageDenial(facts(['CO-18'])).questions).toEqual([]);
    expect(ids(triageDenial(facts(['CO-18'], [], { isDenial: true })))).toContain('V7.rule');
  });
});

describe('two classes', () => {
  it('are worked in a stated order, a wrong claim first', () => {
    const { work, class: named } = triageDenial(facts(['CO-197@1', 'PR-242@2', 'CO-45@1'], ['N852'], { lineCount: 2 }));
    expect(named).toBe('out-of-network');
    expect(work.map(({ class: id, codes, lines, cents }) => [id, codes, lines, cents])).toEqual([
      ['correct-first', ['N852'], [], 0],
      ['out-of-network', ['PR-242'], [2], 10_000],
      ['authorization', ['CO-197'], [1], 10_000],
    ]);
    expect(work.map(({ sentence }) => sentence)).toEqual([
      'First “Correct first”: a wrong claim is corrected before anything is argued.',
      'Then “Out of network”: the network is verified before anything else.',
      'Then “Authorization”: an authorization may repair it.',
    ]);
  });
  it.each([
    [['CO-197@1', 'PR-242@2'], true],
    [['PR-242@1', 'PR-242@2'], false],
    [['CO-197@1', 'PR-242@1'], false],
    [['CO-197', 'PR-242@2'], false],
  ])('%o: lines part ways %s', (codes, expected) =>
    expect(triageDenial(facts(codes, [], { lineCount: 2 })).linesPartWays).toBe(expected),
  );
});

describe('the letter’s words', () => {
  it('decide where no code does, and never surely', () => {
    const wording = 'Services by a non-participating provider.';
    expect(triageDenial(facts([], [], { wording }))).toMatchObject({
      class: 'out-of-network',
      opens: true,
      confidence: 'likely',
    });
    expect(triageDenial(facts([], [], { wording: 'Out-of-network; no prior authorization.' })).next).toBe(
      'review-intake',
    );
    expect(triageDenial(facts([], [], { wording: 'Thank you for your claim.' }))).toMatchObject({
      class: 'other',
      confidence: 'unsure',
    });
  });
  it('against the codes send it to a person', () => {
    const verdict = triageDenial(facts(['CO-242'], [], { wording: 'No referral on file.' }));
    expect(verdict).toMatchObject({ class: 'out-of-network', confidence: 'unsure', next: 'review-intake' });
    expect(sentences(verdict)).toContain('The letter says “no referral”, the codes out of network.');
    expect(triageDenial(facts(['CO-288'], [], { wording: 'No referral on file.' })).confidence).toBe('high');
  });
});

describe('an organization’s own rows', () => {
  const own = withOwnRows({
    carcs: [
      { carc: '256', label: 'our contract with Aster', class: 'contract-load' },
      { carc: 'Z9', label: 'a code of tomorrow', class: 'narrow-network' },
      { carc: '16', label: 'at Aster: the referral', class: 'referral' },
    ],
    rarcs: [
      {
        rarc: 'N830',
        label: 'always the state’s',
        opens: true,
        class: 'out-of-network',
        surprises: { branch: 'processed', law: 'state' },
      },
      { rarc: 'N999', label: 'a remark of tomorrow', opens: true, class: 'narrow-network', points: 'facility' },
    ],
    interactions: [
      {
        id: 'own',
        label: 'a code and a remark of tomorrow',
        place: 5,
        watches: { carcs: ['Z9'] },
        beside: { remarks: ['N999'] },
        means: { looksLike: 'contract-load', asks: 'contract' },
        says: '{code} with {remark}.',
      },
    ],
    regimes: [{ regime: 'railroad', label: 'Railroad plan', files: [], noSurprises: false }],
  });
  it.each([
    [facts(['CO-256']), { class: 'contract-load', opens: true, confidence: 'high', toClassify: [] }],
    [facts(['CO-16'], ['N54']), { class: 'referral', confidence: 'high' }],
    [
      facts(['PR-Z9'], ['N999']),
      {
        class: 'narrow-network',
        trigger: { trigger: { kind: 'facility' } },
        looksLike: [{ class: 'contract-load', code: 'PR-Z9' }],
      },
    ],
    [facts(['PR-242'], ['N830']), { surprises: { law: 'state' } }],
    [facts(['PR-242'], ['N864'], { settledRegime: 'railroad' }), { surprises: { standing: 'closed' } }],
    [facts(['CO-272']), { class: 'to-classify' }],
  ])('win over the shipped ones: %o', (input, expected) => expect(triageDenial(input, own)).toMatchObject(expected));
  it('keep what a remark starts by law', () =>
    expect(own.rarcs.find(({ rarc }) => rarc === 'N830')?.startsNegotiation).toBe(true));
});
