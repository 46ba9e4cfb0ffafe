import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readCodes } from './read-codes.ts';
import { triageDenial, type TriageFacts, type TriageVerdict } from './triage-denial.ts';

const FOLDER = process.env.OVERTURN_SAMPLES ?? join(import.meta.dirname, '../../../../../shared/samples/835');

/** Just enough of the format to see which codes a claim carries. */
function claimsOf(text: string): TriageFacts[] {
  const claims: (TriageFacts & {
    adjustments: TriageFacts['adjustments'][number][];
    remarks: TriageFacts['remarks'][number][];
    lineCount: number;
  })[] = [];
  for (const segment of text.split('~')) {
    const [id, ...elements] = segment.trim().split('*');
    const claim = claims.at(-1);
    if (id === 'CLP')
      claims.push({
        adjustments: [],
        remarks: [],
        lineCount: 0,
        claimStatus: elements[1] ?? '',
        filingIndicator: elements[5],
        paidCents: Math.round(Number(elements[3] ?? 0) * 100),
      });
    if (!claim) continue;
    const line = claim.lineCount > 0 ? { line: claim.lineCount } : {};
    if (id === 'SVC') claim.lineCount += 1;
    if (id === 'CAS') {
      for (let at = 1; elements[at]; at += 3)
        claim.adjustments.push({
          group: elements[0]!,
          carc: elements[at]!,
          amountCents: Math.round(Number(elements[at + 1] ?? 0) * 100),
          ...line,
        });
    }
    if (id === 'LQ' && elements[0] === 'HE') claim.remarks.push({ rarc: elements[1]!, ...line });
    if (id === 'MOA') for (const rarc of elements.slice(2, 7)) if (rarc) claim.remarks.push({ rarc });
    if (id === 'MIA')
      for (const rarc of [elements[4], ...elements.slice(19, 23)]) if (rarc) claim.remarks.push({ rarc });
  }
  return claims;
}

/** File, adjustments read, and what each opened denial is. */
const SAMPLES: [string, number, Partial<Pick<TriageVerdict, 'class' | 'codes' | 'standing'>>[]][] = [
  ['lfh-cob-contractural-adjustment', 2, []],
  ['lfh-managed-care', 5, []],
  ['lfh-medicare-part-a', 2, []],
  ['lfh-secondary-payment', 5, []],
  ['lfh-tertiary-payment', 1, []],
  ['ks-blue_cross_nc', 3, []],
  ['ks-emedny', 4, []],
  ['ks-united_healthcare_legacy', 7, []],
  [
    'oon-managed-care',
    2,
    [
      { class: 'out-of-network', codes: ['CO-242'], standing: 'provider' },
      { class: 'out-of-network', codes: ['PR-242', 'N864'], standing: 'member' },
    ],
  ],
  [
    'oon-uhc',
    6,
    [
      { class: 'out-of-network', codes: ['PR-242'] },
      { class: 'narrow-network', codes: ['PR-279'] },
    ],
  ],
  [
    'oon-emedny',
    10,
    [
      { class: 'referral-or-authorization', codes: ['CO-243'] },
      { class: 'referral', codes: ['CO-288'] },
      { class: 'authorization', codes: ['CO-197'] },
    ],
  ],
  [
    'oon-secondary',
    3,
    [
      { class: 'out-of-network', codes: ['CO-242'] },
      { class: 'contract-load', codes: ['CO-147'] },
    ],
  ],
  ['oon-bcbsnc-no-envelope', 2, [{ class: 'out-of-network', codes: ['PR-242'] }]],
  ['oon-nsa-paid', 5, [{ class: 'out-of-network-underpayment', codes: ['N877'] }]],
];

/** Of each opened denial: what its reasons say beside the code's own row, and what is asked of the remittance alone. */
const SAID: Record<string, { sentences: string[]; verdict: object }[]> = {
  'oon-managed-care': [
    {
      verdict: {
        confidence: 'high',
        looksLike: [{ class: 'contract-load', code: 'CO-242' }],
        likelyRegime: 'unknown',
        next: 'verify-network',
      },
      sentences: [
        'CO-242 (not by a network or primary-care provider) on line 1: Out of network.',
        'CO-242: the provider bears it, which presumes a contract.',
      ],
    },
    {
      verdict: {
        confidence: 'high',
        looksLike: [],
        surprises: { branches: ['emergency'], law: 'federal', standing: 'open' },
      },
      sentences: [
        'PR-242 (not by a network or primary-care provider) on line 1: Out of network.',
        'N864 (No Surprises: emergency service).',
      ],
    },
  ],
  'oon-uhc': [
    {
      verdict: { confidence: 'high', standing: 'member', likelyRegime: 'medicare-advantage', looksLike: [] },
      sentences: [],
    },
    {
      verdict: {
        confidence: 'high',
        standing: 'member',
        trigger: { trigger: { kind: 'line', line: 1 }, confidence: 'high' },
        likelyRegime: 'medicare-advantage',
      },
      sentences: [
        'PR-279 (not by a preferred-network provider) on line 1: Outside the member’s narrow network.',
        'Only line 1 of 3 carries it.',
      ],
    },
  ],
  'oon-emedny': [
    {
      verdict: {
        confidence: 'likely',
        likelyRegime: 'medicaid',
        looksLike: [{ class: 'out-of-network', code: 'CO-243' }],
      },
      sentences: ['CO-243 reads like a network denial; it says that nobody in the network authorized the service.'],
    },
    {
      verdict: { confidence: 'high', likelyRegime: 'medicaid', looksLike: [] },
      sentences: ['CO-288 (referral absent) on line 2: Referral.'],
    },
    {
      verdict: {
        confidence: 'high',
        likelyRegime: 'medicaid',
        work: [{ class: 'authorization', codes: ['CO-197', 'N54'] }],
      },
      sentences: [],
    },
  ],
  'oon-secondary': [
    { verdict: { confidence: 'high', looksLike: [{ class: 'contract-load', code: 'CO-242' }] }, sentences: [] },
    {
      verdict: { confidence: 'high', standing: 'provider' },
      sentences: ['CO-147: a rate that expired or is not on file presumes a contract.'],
    },
  ],
  'oon-bcbsnc-no-envelope': [
    {
      verdict: { confidence: 'high', standing: 'member', likelyRegime: 'aca' },
      sentences: ['N856: ERISA does not govern.'],
    },
  ],
  'oon-nsa-paid': [
    {
      verdict: { confidence: 'likely', surprises: { branches: ['initial-payment'], law: 'federal', standing: 'open' } },
      sentences: [
        'N877 (No Surprises: initial payment) on line 1: Out-of-network underpayment.',
        'N877 (No Surprises: initial payment).',
      ],
    },
  ],
};

describe('the samples', () => {
  for (const [file, adjustments, denials] of SAMPLES) {
    const path = join(FOLDER, `${file}.835`);
    const title = `${file} opens ${denials.length}`;
    if (!existsSync(path)) {
      it.skip(`${title} (the file is absent)`, () => {});
      continue;
    }
    it(title, () => {
      const claims = claimsOf(readFileSync(path, 'latin1'));
      const verdicts = claims.map((claim) => triageDenial(claim)).filter(({ opens }) => opens);
      expect(claims.flatMap((claim) => claim.adjustments)).toHaveLength(adjustments);
      expect(claims.filter((claim) => readCodes(claim).opens)).toHaveLength(denials.length);
      expect(verdicts).toHaveLength(denials.length);
      verdicts.forEach((verdict, index) => expect(verdict).toMatchObject(denials[index]!));
      SAID[file]?.forEach(({ verdict, sentences }, index) => {
        expect(verdicts[index]).toMatchObject(verdict);
        expect(verdicts[index]!.reasons.map(({ sentence }) => sentence)).toEqual(expect.arrayContaining(sentences));
      });
      expect(SAID[file]?.length ?? 0).toBe(denials.length);
    });
  }
});
