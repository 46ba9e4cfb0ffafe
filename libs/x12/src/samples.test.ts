import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RemittanceEvent } from './events.ts';
import { readRemittanceSync } from './read-remittance.ts';
import { writeRemittance } from './write-remittance.ts';

const FOLDER = process.env['OVERTURN_SAMPLES'] ?? join(import.meta.dirname, '../../../../shared/samples/835');

/** Of the samples' own table, and which warnings its notes ask for. SEGMENT_COUNT: that file's SE01 is one too high. */
const ROWS: [
  name: string,
  counts: string,
  charged: number,
  paid: number,
  patient: number,
  status: string,
  warnings: string,
][] = [
  ['lfh-cob-contractural-adjustment', '1/1/2', 54100, 3400, 0, '2', 'COMPONENT_SEPARATOR'],
  ['lfh-managed-care', '2/2/5', 200000, 94500, 90000, '1,1', 'BAD_NOTICE_DATE,NPI_CHECK_DIGIT'],
  ['lfh-medicare-part-a', '2/0/2', 22636697, 14999873, 0, '1,1', ''],
  ['lfh-secondary-payment', '2/2/5', 1107514, 122200, 22000, '2,2', 'COMPONENT_SEPARATOR'],
  ['lfh-tertiary-payment', '1/1/1', 176650, 18750, 0, '3', 'SHIFTED_LINE'],
  [
    'ks-blue_cross_nc',
    '1/3/3',
    210000,
    192286,
    14254,
    '1',
    'MISSING_LINE_CHARGE,NO_ENVELOPE,NPI_CHECK_DIGIT,SEGMENT_COUNT',
  ],
  ['ks-emedny', '3/10/4', 10250, 4575, 0, '1,2,2', ''],
  ['ks-united_healthcare_legacy', '2/5/7', 115752, 34999, 22039, '1,1', ''],
  ['oon-managed-care', '2/2/2', 200000, 0, 120000, '1,4', 'BAD_NOTICE_DATE,NPI_CHECK_DIGIT'],
  ['oon-uhc', '2/5/6', 115752, 5689, 91631, '1,1', ''],
  ['oon-emedny', '3/10/10', 10250, 0, 0, '1,4,2', ''],
  ['oon-secondary', '2/2/3', 1107514, 0, 0, '2,4', 'COMPONENT_SEPARATOR'],
  ['oon-bcbsnc-no-envelope', '1/3/2', 210000, 0, 210000, '1', 'MISSING_LINE_CHARGE,NO_ENVELOPE,NPI_CHECK_DIGIT'],
  ['oon-nsa-paid', '2/2/5', 200000, 94500, 90000, '1,1', 'BAD_NOTICE_DATE,NPI_CHECK_DIGIT'],
];

const withoutPlaces = (events: RemittanceEvent[]): unknown[] =>
  events
    .filter(({ type }) => ['interchange', 'group', 'transaction', 'claim', 'providerAdjustment'].includes(type))
    .map(
      (event): unknown =>
        JSON.parse(
          JSON.stringify(event, (key, value: unknown) => (key === 'at' || key === 'separators' ? undefined : value)),
        ) as unknown,
    );

describe('the 14 samples', () => {
  for (const [name, counts, chargedCents, paidCents, patientResponsibilityCents, status, warnings] of ROWS) {
    const path = join(FOLDER, `${name}.835`);
    const check = existsSync(path) ? it : it.skip;
    check(`${name} has the counts, sums and warnings of the table`, () => {
      const events = [...readRemittanceSync([readFileSync(path)])];
      const last = events.at(-1);
      if (last?.type !== 'summary') throw new Error('no summary');
      const { counts: read, totals } = last.summary;
      const claims = events.filter((event) => event.type === 'claim');
      const warned = events.flatMap((event) => (event.type === 'warning' ? [event.warning.code] : []));
      expect(`${read.claims}/${read.lines}/${read.adjustments}`).toBe(counts);
      expect(totals).toEqual({ chargedCents, paidCents, patientResponsibilityCents });
      expect(claims.map(({ claim }) => claim.status).join()).toBe(status);
      expect(warned.sort().join()).toBe(warnings);
      expect(read.refused).toBe(0);
    });

    check(`${name} is the same when written and read again`, () => {
      const events = [...readRemittanceSync([readFileSync(path)])];
      const again = [...readRemittanceSync(writeRemittance(events))];
      expect(withoutPlaces(again)).toEqual(withoutPlaces(events));
    });
  }
});
