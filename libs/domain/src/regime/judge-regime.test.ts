import { describe, expect, it } from '@jest/globals';
import { CLOCK_ROWS, clockRows } from '../clocks/clock-rows.ts';
import { filingDeadline } from '../clocks/filing-deadline.ts';
import { payerRow, type PayerRow } from '../payers/payer-rows.ts';
import { RARC_TABLE } from '../triage/rarc-table.ts';
import { FILING_INDICATORS } from './filing-indicators.ts';
import { judgeRegime, type RegimeFacts, SHIPPED_REGIME_RULES } from './judge-regime.ts';
import { likelyRegime } from './likely-regime.ts';
import { PLAN_SIGNS } from './plan-signs.ts';
import { REGIMES } from './regimes.ts';
import { trackDeadlines, tracksOf } from './tracks.ts';

const judge = (facts: Partial<RegimeFacts>) => judgeRegime({ remarks: [], ...facts });
const POLICY = { timeZone: 'America/Chicago' };

describe('whose rules hold', () => {
  it.each([
    ['nothing is known', {}, 'unknown', 'unsure', false],
    ['a person settled it', { settledRegime: 'medicaid', remarks: ['N855'] }, 'medicaid', 'high', true],
    ['N855', { remarks: ['N855'] }, 'erisa', 'likely', false],
    ['N856', { remarks: ['N856'] }, 'aca', 'likely', false],
    ['CLP06 16', { filingIndicator: '16' }, 'medicare-advantage', 'likely', false],
    ['CLP06 12 says a plan type, no regime', { filingIndicator: '12' }, 'unknown', 'unsure', false],
    ['an individual plan', { product: 'individual' }, 'aca', 'high', false],
    ['an employer’s plan', { product: 'employer' }, 'erisa', 'likely', false],
    ['a self-funded one', { funding: 'self-funded' }, 'erisa', 'likely', false],
    ['an employer’s plan and N855 agree', { product: 'employer', remarks: ['N855'] }, 'erisa', 'likely', false],
    ['CLP06 MC against N855', { filingIndicator: 'MC', remarks: ['N855'] }, 'medicaid', 'unsure', false],
    ['CLP06 MC and N856 agree', { filingIndicator: 'MC', remarks: ['N856'] }, 'medicaid', 'likely', false],
    ['an employer’s plan against N856', { product: 'employer', remarks: ['N856'] }, 'erisa', 'unsure', false],
    ['an individual plan against N855', { product: 'individual', remarks: ['N855'] }, 'aca', 'unsure', false],
    ['a regime nobody has a row for', { settledRegime: 'moon' }, 'unknown', 'unsure', false],
  ] as const)('%s', (_, facts, regime, confidence, settled) => {
    expect(judge(facts)).toMatchObject({ regime, confidence, settled });
  });

  it.each(PLAN_SIGNS.map((row) => [`${row.fact} ${row.value}`, row] as const))(
    '%s speaks for its regime, with its row',
    (_, row) => {
      expect(judge({ [row.fact]: row.value }).reasons).toEqual([
        expect.objectContaining({
          regime: row.regime,
          confidence: row.confidence,
          row: `plan ${row.fact} ${row.value}`,
          verified: row.verified,
        }),
      ]);
    },
  );

  it('agrees with what the remittance alone makes likely', () => {
    for (const filingIndicator of [undefined, ...FILING_INDICATORS.map(({ code }) => code)])
      for (const remarks of [[], ['N855'], ['N856'], ['N864']])
        expect(judge({ filingIndicator, remarks }).regime).toBe(likelyRegime(filingIndicator, remarks).regime);
  });

  it('gives each reason with the fact', () => {
    expect(
      judge({ filingIndicator: 'MC', remarks: ['N855'] }).reasons.map(({ sentence, row }) => [sentence, row]),
    ).toEqual([
      ['CLP06 MC (Medicaid) points to Medicaid managed care.', 'indicator MC'],
      ['N855 (ERISA governs) points to Employer plan (ERISA).', 'rarc N855'],
    ]);
  });

  it.each([
    [{ settledRegime: 'aca' }, 1],
    [{ settledRegime: 'erisa' }, undefined],
    [{ settledRegime: 'erisa', levels: 2 as const }, 2],
    [{ settledRegime: 'aca', levels: 2 as const }, 1],
    [{ remarks: ['N856'], levels: 2 as const }, 2],
  ])('%o has levels of appeal: %s', (facts, levels) => expect(judge(facts).levels).toBe(levels));

  it('asks what is open', () => {
    expect(judge({ grandfathered: true }).questions).toEqual([
      'Which rules does the plan follow? The plan document or the member’s card says it.',
      'The plan is grandfathered: does it have external review at all?',
      'Which state? It sets dates of its own.',
    ]);
    expect(judge({ settledRegime: 'erisa' }).questions).toEqual([]);
    expect(judge({ settledRegime: 'medicaid' }).questions).toEqual(['Which state? It sets dates of its own.']);
    expect(judge({ settledRegime: 'medicaid', state: 'TX' }).questions).toEqual([]);
  });
});

describe('rows of a payer', () => {
  const rows: PayerRow[] = [
    { payer: 'N104:1', verifiedOn: '2026-01-05', minimumContacts: 3, regime: 'erisa', levels: 2 },
    { payer: 'N104:1', state: 'TX', verifiedOn: '2026-02-05', minimumContacts: 5 },
    { payer: 'N104:1', state: 'TX', product: 'individual', verifiedOn: '2026-01-01', regime: 'aca' },
    { payer: 'N104:2', verifiedOn: '2026-01-05', minimumContacts: 9 },
  ];
  it.each([
    [{ payer: 'N104:1' }, { minimumContacts: 3, regime: 'erisa' }],
    [
      { payer: 'N104:1', state: 'TX' },
      { minimumContacts: 5, regime: 'erisa', verifiedOn: '2026-02-05' },
    ],
    [
      { payer: 'N104:1', state: 'TX', product: 'individual' },
      { minimumContacts: 5, regime: 'aca' },
    ],
    [
      { payer: 'N104:1', state: 'OK', product: 'individual' },
      { minimumContacts: 3, regime: 'erisa' },
    ],
  ])('%o: the more specific wins', (asked, expected) => expect(payerRow(asked, rows)).toMatchObject(expected));
  it('are none for another payer', () => expect(payerRow({ payer: 'N104:3' }, rows)).toBeUndefined());
  it('speak for a regime', () => {
    const verdict = judgeRegime({ remarks: [], payer: 'N104:1' }, { ...SHIPPED_REGIME_RULES, payers: rows });
    expect(verdict).toMatchObject({ regime: 'erisa', confidence: 'likely', levels: 2 });
    expect(verdict.reasons[0]?.sentence).toBe('The payer’s row says Employer plan (ERISA), verified on 2026-01-05.');
  });
});

it.each([
  [{ settledRegime: 'aca' }, 1],
  [{ product: 'individual' }, 1],
  [{ remarks: ['N856'] }, 2],
  [{ settledRegime: 'erisa' }, 2],
])('the levels that a payer’s row says, where %o: %s', (facts, levels) => {
  const payers: PayerRow[] = [{ payer: 'N104:1', verifiedOn: '2026-01-05', levels: 2 }];
  const verdict = judgeRegime({ remarks: [], payer: 'N104:1', ...facts }, { ...SHIPPED_REGIME_RULES, payers });
  expect(verdict.levels).toBe(levels);
  const sentence =
    'Individual market (ACA): the law fixes one level of internal appeal. The payer’s row, verified on 2026-01-05, says 2: that does not hold.';
  expect(verdict.reasons.some((one) => one.sentence === sentence)).toBe(levels === 1);
});

describe('roads beside each other', () => {
  const roads = (
    facts: Partial<RegimeFacts>,
    more: { contractHint?: boolean; standing?: 'provider' | 'member' } = {},
  ) =>
    tracksOf(
      {
        regime: judge(facts),
        remarks: facts.remarks ?? [],
        contractHint: more.contractHint ?? false,
        standing: more.standing ?? 'member',
      },
      RARC_TABLE,
    );
  it.each([
    [{}, {}, ['appeal']],
    [{ settledRegime: 'erisa' }, { contractHint: true }, ['appeal', 'contract-dispute']],
    [{ settledRegime: 'contract' }, { contractHint: true }, ['appeal']],
    [{ remarks: ['N877'] }, {}, ['appeal', 'federal-dispute']],
    [{ remarks: ['N877'], settledRegime: 'medicaid' }, {}, ['appeal']],
    [{ remarks: ['N858'] }, {}, ['appeal', 'state-dispute']],
    [{ remarks: ['N830'] }, {}, ['appeal', 'federal-dispute', 'state-dispute']],
  ])('%o, %o: %o', (facts, more, expected) => expect(roads(facts, more).map(({ track }) => track)).toEqual(expected));

  it('need a representative form for the member’s rights, and a waiver of a Medicare Advantage provider without contract', () => {
    expect(roads({ settledRegime: 'erisa' })[0]?.needs).toEqual(['representative-form']);
    expect(roads({ settledRegime: 'medicare-advantage' }, { standing: 'provider' })[0]?.needs).toEqual([
      'waiver-of-liability',
    ]);
    expect(roads({ settledRegime: 'erisa' }, { standing: 'provider' })[0]?.needs).toEqual([]);
  });

  it('each have their clock', () => {
    const tracks = roads({ settledRegime: 'erisa', remarks: ['N877', 'N858'] }, { contractHint: true });
    const facts = {
      noticeOn: '2026-11-18',
      receivedOn: '2026-11-20',
      remarks: ['N877'],
      settledRegime: 'erisa',
      amounts: { 'contract.dispute.file': 90 },
    };
    const dates = trackDeadlines(tracks, facts, POLICY, { rows: CLOCK_ROWS, rarcs: RARC_TABLE });
    expect(dates.map(({ track, deadline }) => [track, deadline?.legalDue])).toEqual([
      ['appeal', '2027-05-19'],
      ['contract-dispute', '2027-02-16'],
      ['federal-dispute', '2027-01-06'],
      ['state-dispute', undefined],
    ]);
  });

  it('count the appeal by the earliest of all candidates until it is settled, however likely one is', () => {
    const facts = { noticeOn: '2026-11-12', remarks: ['N855'] };
    const [appeal] = trackDeadlines(roads({ product: 'individual' }), facts, POLICY, {
      rows: CLOCK_ROWS,
      rarcs: RARC_TABLE,
    });
    expect(appeal?.deadline).toMatchObject({ legalDue: '2027-01-11', safeDue: '2027-01-04', assumed: true });
  });
});

it('a regime, its sign and its clock come as data and work', () => {
  const rows = [
    ...CLOCK_ROWS,
    { ...clockRows('medicaid.appeal.file')[0]!, id: 'railroad.appeal.file', regime: 'railroad', amount: 45 },
  ];
  const regimes = [
    ...REGIMES,
    {
      regime: 'railroad',
      label: 'Railroad plan',
      files: ['railroad.appeal.file'],
      noSurprises: false,
      levels: 2 as const,
    },
  ];
  const planSigns = [
    ...PLAN_SIGNS,
    {
      fact: 'product' as const,
      value: 'railroad',
      label: 'a railroad’s plan',
      regime: 'railroad',
      confidence: 'high' as const,
      verified: false,
    },
  ];
  const rarcs = [...RARC_TABLE, { rarc: 'N998', label: 'railroad rules', opens: false, regime: 'railroad' }];
  const rules = { ...SHIPPED_REGIME_RULES, regimes, planSigns, rarcs };
  expect(judgeRegime({ remarks: [], product: 'railroad' }, rules)).toMatchObject({
    regime: 'railroad',
    confidence: 'high',
    levels: 2,
  });
  expect(judgeRegime({ remarks: ['N998'] }, rules)).toMatchObject({ regime: 'railroad', confidence: 'likely' });
  const settled = judgeRegime({ remarks: [], settledRegime: 'railroad' }, rules);
  const tracks = tracksOf(
    { regime: settled, remarks: ['N877'], contractHint: false, standing: 'provider' },
    rarcs,
    regimes,
  );
  expect(tracks.map(({ track, clocks }) => [track, clocks])).toEqual([['appeal', ['railroad.appeal.file']]]);
  expect(
    filingDeadline({ noticeOn: '2026-11-12', remarks: [], settledRegime: settled.regime }, POLICY, {
      rows,
      rarcs,
      regimes,
    }).deadline.legalDue,
  ).toBe('2026-12-27');
});
