import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { classify, type Triage, type TriageInput } from './classify.ts';

const FOLDER = process.env.OVERTURN_SAMPLES ?? join(import.meta.dirname, '../../../../../shared/samples/835');

/** Just enough of the format to see which codes a claim carries. */
function claimsOf(text: string): TriageInput[] {
  const claims: (TriageInput & {
    adjustments: TriageInput['adjustments'][number][];
    remarks: TriageInput['remarks'][number][];
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
const SAMPLES: [string, number, Partial<Triage>[]][] = [
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
      { class: 'narrow-network', codes: ['PR-279'], trigger: { kind: 'line', line: 1 } },
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
      const opened = claims.map((claim) => classify(claim)).filter((triage) => triage.opens);
      expect(claims.flatMap((claim) => claim.adjustments)).toHaveLength(adjustments);
      expect(opened).toHaveLength(denials.length);
      opened.forEach((triage, index) => expect(triage).toMatchObject(denials[index]!));
    });
  }
});
