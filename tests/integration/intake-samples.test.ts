import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from '@overturn/data/database/database';
import { redateRemittance } from '@overturn/x12';
import { hasSample, IntakeGround, sample } from './intake-ground.ts';

/** The samples' own table: claims/lines/adjustments/denials, then cents. */
const ROWS: [name: string, counts: string, charged: number, paid: number, patient: number][] = [
  ['lfh-cob-contractural-adjustment', '1/1/2/0', 54100, 3400, 0],
  ['lfh-managed-care', '2/2/5/0', 200000, 94500, 90000],
  ['lfh-medicare-part-a', '2/0/2/0', 22636697, 14999873, 0],
  ['lfh-secondary-payment', '2/2/5/0', 1107514, 122200, 22000],
  ['lfh-tertiary-payment', '1/1/1/0', 176650, 18750, 0],
  ['ks-blue_cross_nc', '1/3/3/0', 210000, 192286, 14254],
  ['ks-emedny', '3/10/4/0', 10250, 4575, 0],
  ['ks-united_healthcare_legacy', '2/5/7/0', 115752, 34999, 22039],
  ['oon-managed-care', '2/2/2/2', 200000, 0, 120000],
  ['oon-uhc', '2/5/6/2', 115752, 5689, 91631],
  ['oon-emedny', '3/10/10/3', 10250, 0, 0],
  ['oon-secondary', '2/2/3/2', 1107514, 0, 0],
  ['oon-bcbsnc-no-envelope', '1/3/2/1', 210000, 0, 210000],
  ['oon-nsa-paid', '2/2/5/1', 200000, 94500, 90000],
];

let ground: IntakeGround;
beforeAll(async () => {
  ground = await IntakeGround.open();
}, 120_000);
afterAll(() => ground.close());

describe('the 14 samples, each into an organization of its own', () => {
  for (const [name, counts, charged, paid, patientResponsibility] of ROWS) {
    (hasSample(name) ? it : it.skip)(`${name} is imported as its table says, and what it opens is late`, async () => {
      const organization = await ground.newOrganization();
      const row = await ground.import(organization, sample(name));
      const [rows] = await ground.rows<Record<string, number>>(
        organization,
        sql`
        select (select count(*) from claim) claims, (select count(*) from claim_line) lines,
          (select count(*) from adjustment) adjustments, (select count(*) from denial) denials,
          (select sum(charged_cents) from claim) charged, (select sum(paid_cents) from claim) paid,
          (select sum(patient_responsibility_cents) from claim) "patientResponsibility",
          (select count(*) from denial d join denial_view v on v.denial_id = d.id
           where d.missed_before_intake and v.stage = 'intake-review') late,
          (select count(*) from outbox_message where kind = 'start') starts`,
      );
      const said = row.counts;
      expect(row).toMatchObject({ state: 'imported', isWhole: true, totals: { charged, paid, patientResponsibility } });
      expect(`${said['claims']}/${said['lines']}/${said['adjustments']}/${said['denials']}`).toBe(counts);
      expect(`${rows!['claims']}/${rows!['lines']}/${rows!['adjustments']}/${rows!['denials']}`).toBe(counts);
      expect(rows).toMatchObject({ charged, paid, patientResponsibility });
      expect(rows).toMatchObject({ late: said['denials'], starts: said['denials'] });
    });
  }

  (hasSample('oon-managed-care') ? it : it.skip)(
    'a sample brought near opens running denials with their dates',
    async () => {
      const organization = await ground.newOrganization();
      await ground.import(organization, redateRemittance(sample('oon-managed-care'), '2026-11-12'));
      const rows = await ground.rows(
        organization,
        sql`
      select v.stage, v.filing_state "filingState", v.safe_due_on "safe", v.legal_due_on "legal", v.assumed, d.class,
        d.standing, d.regime, d.regime_settled "settled", d.amount_cents "amount", d.missed_before_intake "late",
        jsonb_array_length(l.trace) > 1 "traced", jsonb_array_length(l.lost) "lost"
      from denial d join denial_view v on v.denial_id = d.id join deadline l on l.denial_id = d.id and l.purpose = 'appeal'
      order by d.amount_cents`,
      );
      const shared = {
        ...{ stage: 'verify-network', filingState: 'running', assumed: true },
        ...{ class: 'out-of-network', regime: 'unknown', settled: false, late: false, traced: true, lost: 3 },
      };
      expect(rows).toEqual([
        { ...shared, amount: 80000, standing: 'provider', safe: '2027-01-04', legal: '2027-01-11' },
        { ...shared, amount: 120000, standing: 'member', safe: '2026-12-17', legal: '2026-12-28' }, // N864: negotiation is nearer
      ]);
      const dates = await ground.rows(
        organization,
        sql`
      select purpose, safe_due_on "safe", legal_due_on "legal" from deadline order by purpose, legal_due_on`,
      );
      expect(dates).toEqual([
        { purpose: 'appeal', safe: '2027-01-04', legal: '2027-01-11' },
        { purpose: 'appeal', safe: '2027-01-04', legal: '2027-01-11' },
        { purpose: 'open-negotiation', safe: '2026-12-17', legal: '2026-12-28' },
      ]);
    },
  );

  (hasSample('oon-nsa-paid') ? it : it.skip)(
    'a paid claim with N877 is about what nobody paid, and its negotiation clock runs',
    async () => {
      const organization = await ground.newOrganization();
      await ground.import(organization, redateRemittance(sample('oon-nsa-paid'), '2026-11-20'));
      const rows = await ground.rows(
        organization,
        sql`
      select d.class, d.amount_cents "amount", l.legal_due_on "legal", l.safe_due_on "safe", v.sort_due_on "sort"
      from denial d join denial_view v on v.denial_id = d.id
      join deadline l on l.denial_id = d.id and l.purpose = 'open-negotiation'`,
      );
      expect(rows).toEqual([
        {
          class: 'out-of-network-underpayment',
          amount: 5000,
          legal: '2027-01-06',
          safe: '2026-12-28',
          sort: '2026-12-28',
        },
      ]);
    },
  );
});
