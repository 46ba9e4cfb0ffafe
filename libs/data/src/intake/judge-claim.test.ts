import { describe, expect, it } from '@jest/globals';
import { SHIPPED_TRIAGE, withOwnRows } from '@overturn/domain/triage/own-rows';
import { factsOf, judgeByHand, judgeClaim } from './judge-claim.ts';
import type { UnjudgedClaim } from './judge-claim.ts';

const LINE = {
  ...{ qualifier: 'HC', procedure: '99213', modifiers: [], replacedProcedure: null, revenueCode: null },
  ...{ chargedCents: 50_000, paidCents: 0, units: 1, serviceFrom: null, serviceTo: null, controlNumber: null },
};
/** `CO-16@1`: on line 1. */
const claim = (codes: string[], remarks: string[] = [], lineRemarks: string[] = []): UnjudgedClaim => ({
  ...{ clientId: 'client', payer: { identifier: 'NAME:A', name: 'A' }, position: 1, claimNumber: 'C' },
  ...{ payerClaimNumber: null, priorPayerClaimNumber: null, claimStatus: '1', filingIndicator: null, frequency: null },
  ...{ chargedCents: 100_000, paidCents: 0, patientResponsibilityCents: 0, patientFirstName: null },
  ...{ patientLastName: null, memberId: null, payeeNpi: null, payeeTaxId: null, payeeName: null, renderingNpi: null },
  ...{ renderingName: null, facilityName: null, facilityNpi: null, placeOfService: null, diagnoses: [], remarks },
  ...{ serviceFrom: null, serviceTo: null, noticeOn: '2026-11-12', balanced: true, warnings: [], details: {} },
  lines: [1, 2].map((ordinal) => ({ ...LINE, ordinal, remarks: ordinal === 1 ? lineRemarks : [] })),
  adjustments: codes.map((text) => {
    const [code = '', line] = text.split('@');
    const [group = '', carc = ''] = code.split('-');
    return { lineOrdinal: line ? Number(line) : null, group, carc, amountCents: 30_000, quantity: null };
  }),
});

describe('a claim that is read', () => {
  it.each([
    ['16 with a remark that has a class is of that class', claim(['CO-16@1'], [], ['N54']), 'authorization', 30_000],
    ['96 alone is kept', claim(['CO-96']), null, 0],
    [
      'a network code opens, what else it carries does not count',
      claim(['CO-242@1', 'CO-45']),
      'out-of-network',
      30_000,
    ],
  ] as const)('%s', (_, given, opens, cents) => {
    const { claim: judged, opening } = judgeClaim(given);
    expect(opening?.triage.class ?? null).toBe(opens);
    expect(opening?.amountCents ?? 0).toBe(cents);
    expect(judged.class).toBe(opens ?? 'needs-remark');
  });

  it('gives each line its own class, and none to a line that says nothing', () => {
    const { claim: judged } = judgeClaim(claim(['CO-16@1', 'PR-242'], [], ['N54']));
    expect(judged).toMatchObject({ class: 'out-of-network', lines: [{ class: 'authorization' }, { class: null }] });
  });

  it('is judged by the organization’s word on a code', () => {
    const own = withOwnRows({ carcs: [{ carc: '272', label: 'at Aster: the network', class: 'out-of-network' }] });
    expect(judgeClaim(claim(['CO-272']), SHIPPED_TRIAGE).opening).toBeNull();
    expect(judgeClaim(claim(['CO-272']), own).opening?.triage.confidence).toBe('high');
  });

  it('tells the denial why, in the order of the verdict', () => {
    const { claim: judged, opening } = judgeClaim(claim(['PR-242@1']));
    const facts = factsOf(judged, 'id', opening!);
    expect(facts).toMatchObject({
      class: 'out-of-network',
      classConfidence: 'high',
      trigger: 'line 1',
      standing: 'member',
    });
    expect(facts.classReasons[0]).toBe('PR-242 (not by a network or primary-care provider) on line 1: Out of network.');
  });
});

describe('a claim that a person opens', () => {
  it.each([
    ['its codes make it one', claim(['CO-242']), {}, 'out-of-network', 'high'],
    ['its codes do not', claim(['CO-50']), {}, 'medical', 'unsure'],
    ['the letter’s words do', claim([]), { wording: 'No referral on file.' }, 'referral', 'likely'],
    ['neither do', claim([]), { wording: 'Thank you.' }, 'other', 'unsure'],
  ] as const)('%s', (_, given, said, expected, confidence) => {
    const { triage } = judgeByHand(given, said);
    expect(triage).toMatchObject({ class: expected, confidence });
    expect(triage.reasons[0]?.fact === 'opened by hand').toBe(confidence === 'unsure');
  });
});
