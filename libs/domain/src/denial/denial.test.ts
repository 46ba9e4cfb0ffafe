import type { PayerWants } from './completeness.ts';
import { describe, expect, it } from '@jest/globals';
import { lacks, type PacketFacts } from './completeness.ts';
import { DENIAL_ACTIONS, whyNot } from './denial-actions.ts';
import { PLACES_OF_SERVICE } from '../triage/places-of-service.ts';
import { denialKey, type DenialKeyFacts, payerKey } from './denial-key.ts';
import { isReadjudication, isSuspectedDuplicate } from './readjudication.ts';
import { OPEN_STAGES, STAGE_IDS, stageRow, STEPS } from './stages.ts';

describe('the key of a denial', () => {
  const claim: DenialKeyFacts = {
    source: 'remittance',
    organizationId: 'o1',
    payer: { n104: ' 12345 ', name: 'Aster Health' },
    payerClaimNumber: 'PC1',
    claimNumber: 'C1',
    serviceFrom: '2026-05-12',
  };

  it('is the payer as received and the payer’s claim number', () => {
    expect(denialKey(claim)).toBe(
      denialKey({ ...claim, payer: { n104: '12345', name: 'ASTER' }, claimNumber: 'other', serviceFrom: '2026-01-01' }),
    );
    expect(denialKey(claim)).not.toBe(denialKey({ ...claim, payerClaimNumber: 'PC2' }));
    expect(denialKey(claim)).not.toBe(denialKey({ ...claim, organizationId: 'o2' }));
  });

  it('is our claim number with the service dates where the payer gives none', () => {
    const bare = { ...claim, payerClaimNumber: ' ' };
    expect(denialKey(bare)).not.toBe(denialKey({ ...bare, serviceFrom: '2026-05-13' }));
    expect(denialKey(bare)).toBe(denialKey({ ...bare, serviceTo: '2026-05-12' }));
  });

  it('never merges two claims of one remittance', () => {
    expect(denialKey({ ...claim, occurrence: 1 })).not.toBe(denialKey(claim));
    expect(denialKey({ ...claim, occurrence: 0 })).toBe(denialKey(claim));
  });

  it.each([
    [{ n104: '1', ref2u: '2' }, 'N104:1'],
    [{ ref2u: '2', trn03: '3' }, '2U:2'],
    [{ trn03: '3', name: 'Aster' }, 'TRN03:3'],
    [{ name: 'Aster  health' }, 'NAME:ASTER HEALTH'],
  ])('takes the first id the payer sends: %o', (payer, expected) => expect(payerKey(payer)).toBe(expected));
});

describe('a later claim', () => {
  const denied = {
    claimNumber: 'C1',
    payerClaimNumber: 'P1',
    memberId: 'M1',
    serviceFrom: '2026-05-12',
    serviceTo: '2026-05-12',
    chargedCents: 100,
  };
  it.each([
    ['names the denied one', { payerClaimNumber: 'P2', originalClaimNumber: 'P1' }, true],
    ['is a replacement', { payerClaimNumber: 'P2', frequency: '7' }, true],
    ['is a void', { payerClaimNumber: 'P2', frequency: '8' }, true],
    ['is a reversal', { claimStatus: '22' }, true],
    ['is a reversal of another member', { claimStatus: '22', memberId: 'M2' }, false],
    ['is a replacement of another claim', { frequency: '7', claimNumber: 'C2' }, false],
    ['only looks the same', { payerClaimNumber: 'P2', frequency: '1' }, false],
  ])('that %s attaches: %o %s', (_, later, attaches) =>
    expect(isReadjudication(denied, { ...denied, ...later })).toBe(attaches),
  );

  it('that only looks the same is a suspicion', () => {
    expect(isSuspectedDuplicate(denied, { ...denied, payerClaimNumber: 'P2' })).toBe(true);
    expect(isSuspectedDuplicate(denied, { ...denied, payerClaimNumber: 'P2', chargedCents: 101 })).toBe(false);
    expect(isSuspectedDuplicate(denied, { ...denied, payerClaimNumber: 'P2', frequency: '7' })).toBe(false);
  });
});

describe('the gate', () => {
  const complete: PacketFacts = {
    procedures: ['72148'],
    diagnoses: ['M54.50'],
    billingNpi: '1003000126',
    taxId: '123456789',
    evidence: {
      'directory-proof': 'captured',
      'referral-records': 'does-not-exist',
      'network-communications': 'captured',
    },
  };
  it('lets a complete packet out', () => expect(lacks(complete)).toEqual([]));
  it.each([
    [{ diagnoses: [] }, 'diagnoses', /diagnosis .* is missing/],
    [{ billingNpi: undefined }, 'billingNpi', /NPI is missing/],
    [{ billingNpi: '1234567890' }, 'billingNpi', /check digit/],
    [{ taxId: '1' }, 'taxId', /nine digits/],
    [{ procedures: ['72148', 'X'] }, 'procedures', /X is not valid/],
    [{ renderingNpi: '1234567890' }, 'renderingNpi', /check digit/],
    [{ placeOfService: 'zz' }, 'placeOfService', /The place of service zz is not valid/],
    [{ placeOfService: '00' }, 'placeOfService', /No such code is assigned/],
    [{ serviceFrom: 'yesterday' }, 'serviceFrom', /The date of service yesterday is not valid/],
    [{ serviceFrom: '2026-02-31' }, 'serviceFrom', /a day of the calendar/],
    [{ evidence: { ...complete.evidence, 'directory-proof': 'open' } }, 'directory-proof', /neither captured/],
  ] as [Partial<PacketFacts>, string, RegExp][])('holds one back with %o', (change, what, sentence) => {
    expect(lacks({ ...complete, ...change })).toEqual([{ what, sentence: expect.stringMatching(sentence) }]);
  });
  it.each([
    [{ fields: ['taxonomy'] }, {}, 'taxonomy', /taxonomy code is missing, which this payer wants\. The NPI registry/],
    [{ fields: ['placeOfService'] }, {}, 'placeOfService', /box 24B/],
    [{ fields: ['serviceFrom'] }, {}, 'serviceFrom', /date of service is missing/],
    [{ fields: ['renderingNpi'] }, {}, 'renderingNpi', /provider’s own record/],
    [{ fields: ['facilityNpi'] }, { facilityNpi: ' ' }, 'facilityNpi', /look the facility up/],
    [{ fields: ['taxonomy'] }, { taxonomy: 'radiology' }, 'taxonomy', /ten characters/],
    [{ documents: ['referral-records'] }, {}, 'referral-records', /wants to see it .* verified on 2026-01-15/],
  ] as [Omit<PayerWants, 'verifiedOn'>, Partial<PacketFacts>, string, RegExp][])(
    'asks by the payer’s row %o of %o',
    (wants, change, what, sentence) => {
      const found = lacks({ ...complete, ...change }, { ...wants, verifiedOn: '2026-01-15' });
      expect(found).toEqual([{ what, sentence: expect.stringMatching(sentence) }]);
    },
  );
  it('lets out what the payer’s row wants and the packet has', () => {
    const more = { taxonomy: '2085R0202X', placeOfService: '49', serviceFrom: '2026-01-02', facilityNpi: '1003000126' };
    const wants = { fields: ['taxonomy', 'placeOfService', 'serviceFrom', 'facilityNpi'] as const };
    const seen = { documents: ['directory-proof'] as const, verifiedOn: '2026-01-15' };
    expect(lacks({ ...complete, ...more }, { ...wants, ...seen })).toEqual([]);
  });
  it('knows every place that says something of the facility, and those that say nothing', () => {
    for (const placeOfService of [...PLACES_OF_SERVICE.map(({ code }) => code), '31', '99'])
      expect(lacks({ ...complete, placeOfService })).toEqual([]);
  });
  it('names every lack at once', () => {
    expect(lacks({ procedures: [], diagnoses: [], evidence: {} }).map(({ what }) => what)).toEqual([
      'procedures',
      'diagnoses',
      'billingNpi',
      'taxId',
      'directory-proof',
      'referral-records',
      'network-communications',
    ]);
  });
});

describe('why not', () => {
  it.each(DENIAL_ACTIONS)('%s is possible somewhere, and elsewhere says why not', (action) => {
    const refused = STAGE_IDS.filter((stage) => whyNot(action, { stage }));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(STAGE_IDS.length);
  });
  it('says what to do on a closed denial', () => {
    expect(whyNot('withdraw', { stage: 'closed' })).toBe('The denial is closed. Reopen it to withdraw it.');
    expect(whyNot('reopen', { stage: 'closed' })).toBeUndefined();
    expect(whyNot('choosePath', { stage: 'appeal' })).toContain('Now at “File appeal”');
  });
  it('another path is chosen once the network is verified and before anything is on its way to the payer', () =>
    expect(STAGE_IDS.filter((stage) => !whyNot('choosePath', { stage }))).toEqual([
      'choose-path',
      'request-exception',
      'fix-claim',
    ]));
  it('has every stage on the step bar', () => {
    expect(OPEN_STAGES).not.toContain('closed');
    for (const stage of STAGE_IDS) expect(STEPS.map(({ step }) => step)).toContain(stageRow(stage).step);
  });
});
