import { describe, expect, it } from '@jest/globals';
import { screenRows, verifiedAs } from '../test-support/screen-rows.ts';
import { screenFactsOf } from './screen-facts.ts';
import type { ScreenRows } from './screen-rows.ts';

const TODAY = '2026-11-23';
const facts = (changes: Parameters<typeof screenRows>[0] = {}) => screenFactsOf(screenRows(changes), TODAY);

describe('facts for the screener', () => {
  it('leave unknown what no row holds', () => {
    expect(facts({ denial: { safeDueOn: null } })).toEqual({
      class: 'out-of-network',
      contractCode: false,
      paidCents: 0,
      confidence: 'high',
      standing: 'provider',
      remarks: [],
      payer: 'NAME:aster health',
      appealable: true,
      serviceOn: '2026-10-01',
      exception: 'not-asked',
      tried: [],
      appealsLost: 0,
      payerLate: [],
      filingForces: false,
      proofs: { remittance: 1 },
      amountCents: 418_000,
    });
  });

  it.each([
    [{ denial: { regime: 'medicaid' } }, { settledRegime: 'medicaid' }],
    [{ denial: { regime: 'aca' } }, { levels: 1 }],
    [{ denial: { planType: 'hmo' } }, { planType: 'hmo' }],
    [{ claim: { filingIndicator: '16' } }, { filingIndicator: '16' }],
    [{ claim: { remarks: ['N864'] } }, { remarks: ['N864'] }],
    [{ lines: [{ ordinal: 1, procedure: '72148', remarks: ['N865'] }] }, { remarks: ['N865'], service: 'radiology' }],
    [{ claim: { remarks: ['MA130'] } }, { appealable: false }],
    [{ claim: { placeOfService: '22' } }, { placeOfService: '22' }],
    [verifiedAs('other-tier', { facilityStatus: 'in' }), { networkOutcome: 'other-tier', facilityNetwork: 'in' }],
    [
      {
        owed: [
          { clockId: 'a', lateOn: TODAY },
          { clockId: 'b', lateOn: '2026-11-24' },
        ],
      },
      { payerLate: ['a'] },
    ],
  ] as [Parameters<typeof screenRows>[0], object][])('%o: %o', (changes, expected) =>
    expect(facts(changes)).toMatchObject(expected),
  );

  it.each([
    ['2027-01-04', 'running', 27],
    ['2026-11-20', 'missed', -1],
    ['2027-01-04', 'met', undefined],
    ['2027-01-04', 'decided', undefined],
    ['2027-01-04', 'filed-late', undefined],
  ])('safe date %s, %s: %s business days left', (safeDueOn, filingState, days) =>
    expect(facts({ denial: { safeDueOn, filingState } }).businessDaysLeft).toBe(days),
  );
});

const sent = (createdAt: string) => ({ purpose: 'exception', createdAt });
const said = (outcome: string, createdAt: string, regards = 'exception') => ({ regards, outcome, createdAt });
const appeal = (more: Partial<ScreenRows['appeals'][number]> = {}) => ({
  ...{ level: 1, reason: 'filing-date', state: 'drafted', documentId: 'd', sentOn: null },
  ...more,
});

describe('the exception', () => {
  it.each([
    ['asked once it was sent', { packets: [sent('2026-11-20T10:00:00Z')] }, 'asked'],
    [
      'granted',
      { packets: [sent('2026-11-20T10:00:00Z')], responses: [said('approved', '2026-11-21T10:00:00Z')] },
      'granted',
    ],
    [
      'asked while it is only acknowledged',
      { packets: [sent('2026-11-20T10:00:00Z')], responses: [said('acknowledged', '2026-11-21T10:00:00Z')] },
      'asked',
    ],
    [
      'asked again after a refusal',
      { packets: [sent('2026-11-22T10:00:00Z')], responses: [said('denied', '2026-11-21T10:00:00Z')] },
      'asked',
    ],
    ['refused', { responses: [said('denied', '2026-11-21T10:00:00Z')] }, 'refused'],
    [
      'not touched by an answer to the appeal',
      { responses: [said('denied', '2026-11-21T10:00:00Z', 'appeal')] },
      'not-asked',
    ],
    ['silent', { packets: [sent('2026-11-01T10:00:00Z')], appeals: [appeal({ reason: 'payer-silent' })] }, 'silent'],
  ] as [string, Parameters<typeof screenRows>[0], string][])('is %s', (_, changes, exception) =>
    expect(facts(changes).exception).toBe(exception),
  );

  it('that was answered closes the path it was asked on; a correction that cannot be made closes that', () => {
    const denial = { path: 'access-gap' } as const;
    expect(facts({ denial, packets: [sent('2026-11-20T10:00:00Z')] }).tried).toEqual([]);
    expect(facts({ denial, responses: [said('denied', '2026-11-21T10:00:00Z')] }).tried).toEqual(['access-gap']);
    const answers = [{ kind: 'fix-claim', outcome: 'cannot-be-corrected', answer: {} }];
    expect(facts({ answers }).tried).toEqual(['correction']);
  });
});

describe('the filing date', () => {
  it.each([
    [[], false],
    [[appeal()], true],
    [[appeal({ documentId: null })], false],
    [[appeal({ state: 'sent' })], false],
    [[appeal({ state: 'withdrawn' })], false],
  ])('forces an appeal once one is drafted: %o %s', (appeals, forces) =>
    expect(facts({ appeals }).filingForces).toBe(forces),
  );
});

describe('proof', () => {
  it('is what a slot holds, or the word that it does not exist', () => {
    const evidence = [
      { slot: 'directory-proof', doesNotExist: true },
      { slot: 'directory-proof', doesNotExist: false },
      { slot: 'directory-proof', doesNotExist: false },
      { slot: 'referral-records', doesNotExist: true },
    ];
    const proofs = facts({ evidence }).proofs!;
    expect(proofs).toMatchObject({ 'directory-proof': 2, 'referral-records': 'none' });
    expect(proofs['network-communications']).toBeUndefined();
  });
  it.each([
    [verifiedAs('in-network', { reference: 'call 7' }), 'contract-proof'],
    [verifiedAs('directory-was-wrong', { source: 'payer-call', reference: 'call 7' }), 'directory-answer'],
    [verifiedAs('out-of-network', { facilityStatus: 'in' }), 'facility-status'],
    [{ denial: { wording: 'Out of network.' } }, 'denial-notice'],
    [{ packets: [{ purpose: 'correction', createdAt: '2026-11-20T10:00:00Z' }] }, 'corrected-claim'],
    [{ appeals: [appeal({ state: 'lost' })] }, 'final-denial'],
    [{ owed: [{ clockId: 'a', lateOn: TODAY }] }, 'clock-record'],
    [
      { answers: [{ kind: 'draft-appeal', outcome: 'drafted', answer: { representativeForm: 'f' } }] },
      'representative-form',
    ],
  ] as [Parameters<typeof screenRows>[0], 'denial-notice'][])('%o is %s', (changes, proof) => {
    expect(facts(changes).proofs![proof]).toBe(1);
    expect(facts().proofs![proof]).toBeUndefined();
  });
  it('is no status that nobody knows, and no call without its reference', () => {
    const { proofs } = facts(verifiedAs('in-network', { source: 'payer-call', facilityStatus: 'unknown' }));
    expect(proofs).toEqual({ remittance: 1 });
  });
});
