import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PATH_IDS } from '../denial/paths.ts';
import { RARC_TABLE } from '../triage/rarc-table.ts';
import { standardFor } from './adequacy-standards.ts';
import { CONDITIONS } from './conditions.ts';
import type { ScreenFacts } from './findings.ts';
import { GROUNDS, PATH_PROOFS } from './path-grounds.ts';
import { screenPaths, SHIPPED_SCREEN } from './screen-paths.ts';
import { anyFacts, DENIED, FAR, OUT, screenedFor, standard } from './test-support/screen-facts.ts';

describe('what is not known', () => {
  it('may apply, with the question that settles it and who can answer', () => {
    const { proposed, paths } = screenPaths({ ...DENIED, networkOutcome: 'out-of-network' });
    expect(proposed).toMatchObject({ path: 'access-gap', verdict: 'may-apply', likely: 'unsure' });
    expect(proposed.questions).toContainEqual({
      question: 'Which in-network providers are in reach, how far, how soon, and can they do it?',
      of: 'us',
    });
    expect(paths.map(({ path }) => path)).toEqual(PATH_IDS);
    expect(screenedFor(DENIED, 'directory-misinformation').questions).toEqual([
      { question: 'What did directory and plan say before the service?', of: 'us' },
    ]);
  });
  it('external review of a plain denial is possible, no more', () => {
    const facts = { ...OUT, exception: 'refused', appealsLost: 1 } as const;
    expect(screenedFor(facts, 'external-review')).toMatchObject({ verdict: 'may-apply', verified: false });
  });
  it('standing is asked for', () => {
    const { whoMayAsk, questions } = screenPaths({ ...DENIED, standing: 'unknown' }).proposed;
    expect(whoMayAsk.askers).toEqual([]);
    expect(questions).toContainEqual({ question: 'Who may ask: the provider, or only the member?', of: 'payer' });
  });
});

describe('the plan', () => {
  const open = (facts: ScreenFacts) =>
    screenPaths(facts)
      .paths.filter(
        ({ reasons }) => !reasons.includes('The plan covers out of network only for emergency and urgent care.'),
      )
      .map(({ path }) => path);
  it.each(['hmo', 'epo'] as const)(
    '%s without emergency leaves correction, gaps, continuity and No Surprises, and what follows them',
    (planType) => {
      const said = { ...OUT, planType, directorySaid: 'in-network', paidLevel: 'out-of-network' } as const;
      expect(PATH_IDS.filter((path) => !open(said).includes(path))).toEqual([
        'directory-misinformation',
        'underpayment',
      ]);
      expect(screenedFor(said, 'directory-misinformation').verdict).toBe('does-not');
      expect(screenedFor({ ...said, urgency: undefined }, 'directory-misinformation')).toMatchObject({
        verdict: 'may-apply',
        questions: [{ question: 'Was it an emergency or urgent?', of: 'provider' }],
      });
      expect(screenedFor({ ...said, urgency: 'urgent' }, 'directory-misinformation').verdict).toBe('applies');
      expect(screenPaths(said).argues).toBe('coverage');
    },
  );
  it.each(['ppo', 'pos'] as const)('%s argues the benefit level', (planType) => {
    const { argues, proposed } = screenPaths({ ...OUT, planType, directorySaid: 'in-network' });
    expect(argues).toBe('benefit-level');
    expect(proposed.reasons).toContain(
      'The plan covers out of network at a lower level: the argument is about the benefit level.',
    );
  });
});

describe('proof', () => {
  it('that is there makes a path likelier, and that does not exist closes it', () => {
    const facts: ScreenFacts = { ...OUT, directorySaid: 'in-network' };
    expect(screenedFor(facts, 'directory-misinformation').likely).toBe('likely');
    const proofs = { 'directory-proof': 1, 'directory-answer': 1 } as const;
    expect(screenedFor({ ...facts, proofs }, 'directory-misinformation').likely).toBe('high');
    const none = screenedFor({ ...facts, proofs: { 'directory-proof': 'none' } }, 'directory-misinformation');
    expect(none).toMatchObject({
      verdict: 'does-not',
      reasons: ['Its proof does not exist: dated capture of the directory.'],
    });
  });
  it('is read from the log, and the payer’s minimum counts', () => {
    const facts: ScreenFacts = { ...OUT, standard, alternatives: [FAR, FAR], payer: 'N104:1' };
    const held = (rules = SHIPPED_SCREEN) =>
      screenPaths(facts, rules)
        .paths.find(({ path }) => path === 'access-gap')!
        .proofs.map(({ proof, needed, have, state }) => `${proof} ${have}/${needed} ${state}`);
    expect(held()).toEqual([
      'contacts 2/1 held',
      'distances 2/1 held',
      'wait-quotes 2/2 held',
      'directory-proof 0/1 lacking',
    ]);
    const payers = [{ payer: 'N104:1', verifiedOn: '2026-06-01', minimumContacts: 3, authorizationFirst: true }];
    expect(held({ ...SHIPPED_SCREEN, payers })).toEqual([
      'contacts 2/3 lacking',
      ...[
        'distances 2/1 held',
        'wait-quotes 2/2 held',
        'directory-proof 0/1 lacking',
        'authorization-number 0/1 lacking',
      ],
    ]);
  });
  it('of a member’s right is a form, also by the payer’s rule', () => {
    const member = screenPaths({ ...OUT, standing: 'member' }).proposed;
    expect(member.whoMayAsk).toMatchObject({ askers: ['member'], needsForm: true });
    expect(member.proofs.map(({ proof }) => proof)).toContain('representative-form');
    expect(screenedFor({ ...OUT, standing: 'member' }, 'correction').whoMayAsk).toMatchObject({
      askers: ['provider'],
      needsForm: false,
    });
    const payers = [
      {
        payer: 'N104:1',
        verifiedOn: '2026-06-01',
        askedBy: ['member', 'in-network-provider'] as const,
        facilityApart: true,
      },
    ];
    const { proposed } = screenPaths({ ...OUT, payer: 'N104:1' }, { ...SHIPPED_SCREEN, payers });
    expect(proposed.whoMayAsk.sentence).toBe(
      'Only the member or an in-network provider may ask by the payer’s rule, verified on 2026-06-01; for us with a representative form.',
    );
    expect(proposed.reasons).toContain(
      'Ask for facility and professional apart: the payer’s rule, verified on 2026-06-01.',
    );
  });
});

describe('any facts', () => {
  it('lead to one path, proposed and reasoned, the others listed', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { proposed, paths } = screenPaths(facts);
        expect(paths.map(({ path }) => path)).toEqual(PATH_IDS);
        expect(paths).toContain(proposed);
        expect(proposed.verdict).not.toBe('does-not');
        for (const { path, reasons, verdict, questions } of paths) {
          expect(reasons.length + questions.length).toBeGreaterThan(0);
          if (verdict === 'may-apply' && path !== 'external-review') expect(questions).not.toEqual([]);
          if (verdict === 'does-not') expect(questions).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['out-of-network', 'access-gap'],
    ['narrow-network', 'access-gap'],
    ['contract-load', 'correction'],
    ['referral', 'referral-or-authorization'],
    ['authorization', 'referral-or-authorization'],
    ['referral-or-authorization', 'referral-or-authorization'],
    ['out-of-network-underpayment', 'underpayment'],
  ] as const)('%s, known and verified no further than that, proposes %s', (id, path) => {
    for (const networkOutcome of [undefined, 'unknown'])
      expect(screenPaths({ ...DENIED, class: id, networkOutcome }).proposed.path).toBe(path);
    for (const networkOutcome of ['out-of-network', 'other-tier'])
      expect(screenPaths({ ...DENIED, class: id, networkOutcome }).proposed.path).toBe(
        id === 'contract-load' ? 'access-gap' : path,
      );
  });
  it.each(
    RARC_TABLE.filter(({ startsNegotiation }) => startsNegotiation).map(
      ({ rarc }) => [rarc, rarc === 'N877' ? 'underpayment' : 'no-surprises'] as const,
    ),
  )(
    'with remark %s propose what the No Surprises Act gives, %s, unless the settled programme is left out',
    (rarc, path) => {
      const facts: ScreenFacts = { ...DENIED, remarks: [rarc], networkOutcome: 'out-of-network' };
      expect(screenPaths(facts).proposed).toMatchObject({ path, verdict: 'applies' });
      expect(screenPaths({ ...facts, planType: 'hmo', urgency: 'none' }).proposed.path).toBe(path);
      expect(screenPaths({ ...facts, settledRegime: 'medicaid' }).proposed.path).toBe('access-gap');
    },
  );
});

describe('the tables', () => {
  it('name only conditions and proofs that exist, and every path has a ground', () => {
    const known = new Set(CONDITIONS.map(({ condition }) => condition));
    expect(GROUNDS.flatMap(({ all }) => all).filter((id) => !known.has(id))).toEqual([]);
    const used = new Set(GROUNDS.flatMap(({ all }) => all));
    expect([...known].filter((id) => !used.has(id))).toEqual([]);
    for (const path of PATH_IDS.filter((one) => one !== 'no-ground')) {
      expect(GROUNDS.some((row) => row.path === path)).toBe(true);
      expect(PATH_PROOFS.some((row) => row.path === path)).toBe(true);
    }
  });
  it('take a ground as data', () => {
    const grounds = [
      { path: 'regulator-complaint' as const, all: ['directory-said-in'], likely: 'high' as const, verified: false },
      ...GROUNDS,
    ];
    const facts: ScreenFacts = { ...OUT, directorySaid: 'in-network' };
    expect(screenPaths(facts, { ...SHIPPED_SCREEN, grounds }).proposed).toMatchObject({
      path: 'regulator-complaint',
      verified: false,
    });
  });
});

it.each([
  [
    { regime: 'aca', waitKind: 'specialty' },
    { maxWaitBusinessDays: 30, verified: true },
  ],
  [
    { regime: 'medicaid', waitKind: 'primary' },
    { maxWaitBusinessDays: 15, verified: true },
  ],
  [
    { regime: 'medicare-advantage', specialty: 'neurology', county: 'micro' },
    { maxMinutes: 60, maxMiles: 45, verified: false },
  ],
  [
    { regime: 'medicare-advantage', specialty: 'diagnostic radiology', county: 'ceac' },
    { maxMinutes: 110, maxMiles: 100, verified: false },
  ],
  [{ regime: 'erisa', waitKind: 'specialty' }, undefined],
] as const)('the standard for %o', (asked, expected) => expect(standardFor(asked)).toEqual(expected));
