import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDenialBody } from '@overturn/contracts';
import { sql } from '@overturn/data/database/database';
import type { OpenedDenial } from '@overturn/data/denials/open-facts';
import { openTypedDenial } from '@overturn/data/denials/open-typed-denial';
import { made } from './intake-files.ts';
import { IntakeGround } from './intake-ground.ts';
import type { Organization } from './intake-ground.ts';

let ground: IntakeGround;
beforeAll(async () => {
  ground = await IntakeGround.open();
}, 120_000);
afterAll(() => ground.close());

const KEY = { kind: 'key' as const, id: 'a key', name: 'A key' };
const open = (organization: Organization, typed: object): Promise<OpenedDenial> =>
  ground.app.forOrganization(organization.id, (tx) =>
    openTypedDenial(tx, ground.now(), KEY, openDenialBody.parse(typed)),
  );
const seen = async (organization: Organization, { denialId }: OpenedDenial): Promise<Record<string, unknown>> => {
  const [row] = await ground.rows<Record<string, unknown>>(
    organization,
    sql`
    select d.source, d.class, d.class_confidence confidence, d.regime, d.regime_settled settled, d.amount_cents amount,
      d.received_on "receivedOn", d.missed_before_intake late, v.stage, v.legal_due_on legal, c.member_id member,
      (select count(*) from outbox_message m where m.denial_id = d.id and m.kind = 'start') starts,
      (select array_agg(code order by ordinal) from timeline_entry t where t.denial_id = d.id) told,
      (select actor_kind from audit_entry a where a.denial_id = d.id and a.act = 'denial.opened') "by"
    from denial d join denial_view v on v.denial_id = d.id join claim c on c.id = d.claim_id where d.id = ${denialId}`,
  );
  return row!;
};
const LETTER = {
  ...{ payerName: 'Invented Health', claimNumber: 'A', payerClaimNumber: 'P1', memberId: 'M1', noticeOn: '2026-11-12' },
  ...{ serviceFrom: '2026-11-02', amountCents: 10_000, codes: [{ group: 'CO', carc: '242' }], procedures: ['99213'] },
};

describe('a denial from a letter', () => {
  it('opens by the rules of a remittance', async () => {
    const organization = await ground.newOrganization();
    const opened = await open(organization, LETTER);
    expect(await seen(organization, opened)).toEqual({
      ...{ source: 'letter', class: 'out-of-network', confidence: 'high', regime: 'unknown', settled: false },
      ...{ amount: 10_000, receivedOn: null, late: false, stage: 'verify-network', legal: '2027-01-11', member: 'M1' },
      ...{ starts: 1, told: ['opened', 'filing-date'], by: 'key' },
    });
  });

  it('counts from what the person knows: when it came, which rules, which date it prints', async () => {
    const organization = await ground.newOrganization();
    const settled = await open(organization, { ...LETTER, regime: 'erisa', receivedOn: '2026-11-16' });
    expect(await seen(organization, settled)).toMatchObject({ settled: true, legal: '2027-05-15' });
    const printed = await open(organization, { ...LETTER, payerClaimNumber: 'P2', printedDeadlineOn: '2026-12-15' });
    expect(await seen(organization, printed)).toMatchObject({ legal: '2026-12-15' });
    const both = { payerClaimNumber: 'P3', printedDeadlineOn: '2026-12-15', planDeadlineOn: '2026-12-01' };
    const plan = await open(organization, { ...LETTER, ...both });
    expect(await seen(organization, plan)).toMatchObject({ legal: '2026-12-01' }); // the earlier of the two
    const inMedicare = { regime: 'medicare-advantage', payerClaimNumber: 'P4', printedDeadlineOn: '2027-01-14' };
    const sooner = await open(organization, { ...LETTER, ...inMedicare });
    expect(await seen(organization, sooner)).toMatchObject({ legal: '2027-01-14' }); // the rule has the safe date, and would say 16 January
  });

  it('says so when its date had passed, and asks a person first', async () => {
    const organization = await ground.newOrganization();
    const opened = await open(organization, { ...LETTER, noticeOn: '2026-08-01' });
    expect(await seen(organization, opened)).toMatchObject({
      ...{ late: true, stage: 'intake-review', told: ['opened', 'missed-before-intake'] },
    });
  });

  it('is reviewed first when its codes are no network denial, or there are none', async () => {
    const organization = await ground.newOrganization();
    const medical = await open(organization, { ...LETTER, codes: [{ group: 'CO', carc: '50' }] });
    expect(await seen(organization, medical)).toMatchObject({
      class: 'medical',
      confidence: 'unsure',
      stage: 'intake-review',
    });
    const bare = await open(organization, { payerName: 'Somebody', wording: 'Not covered.', noticeOn: '2026-11-12' });
    expect(await seen(organization, bare)).toMatchObject({
      class: 'other',
      confidence: 'unsure',
      stage: 'intake-review',
    });
  });

  it('and the remittance of the same claim are one denial, whichever came first', async () => {
    const organization = await ground.newOrganization();
    await ground.import(organization, made({ claims: [{ number: 'A', payerNumber: 'P1' }] }));
    const [first] = await ground.rows<{ id: string }>(organization, sql`select id from denial`);
    // The remittance knows its payer by TRN03, the letter by its name.
    expect(await open(organization, LETTER)).toEqual({ denialId: first?.id, existed: true });
    expect(await ground.rows(organization, sql`select id from claim`)).toHaveLength(1);

    const other = await ground.newOrganization();
    const typed = await open(other, { ...LETTER, payerIdentifier: 'H77' });
    const row = await ground.import(
      other,
      made({ claims: [{ number: 'A', payerNumber: 'P1' }], payer: 'INVENTED*XV*H77' }),
    );
    expect(row.counts).toMatchObject({ denials: 0, duplicates: 1 });
    expect(await open(other, { ...LETTER, payerIdentifier: 'H77' })).toEqual({ ...typed, existed: true });
  });

  it('needs a payer', async () => {
    const organization = await ground.newOrganization();
    await expect(open(organization, { claimNumber: 'A' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('a pre-service request', () => {
  it('goes by its external id, else each is its own', async () => {
    const organization = await ground.newOrganization();
    const request = { ...LETTER, source: 'pre-service' };
    const first = await open(organization, { ...request, externalId: 'R-1' });
    expect(await open(organization, { ...request, externalId: 'R-1' })).toEqual({ ...first, existed: true });
    const [one, two] = [await open(organization, request), await open(organization, request)];
    expect(new Set([first.denialId, one.denialId, two.denialId]).size).toBe(3);
  });
});

describe('a claim that was kept', () => {
  it('is opened by hand, once, and reviewed first', async () => {
    const organization = await ground.newOrganization();
    await ground.import(organization, made({ claims: [{ number: 'A', cas: 'CO*95*100' }] }));
    const [claim] = await ground.rows<{ id: string }>(organization, sql`select id from claim`);
    const opened = await open(organization, { claimId: claim?.id, receivedOn: '2026-11-16' });
    expect(await seen(organization, opened)).toMatchObject({
      ...{
        source: 'remittance',
        class: 'to-classify',
        stage: 'intake-review',
        amount: 10_000,
        receivedOn: '2026-11-16',
      },
    });
    expect(await open(organization, { claimId: claim?.id })).toEqual({ ...opened, existed: true });
  });

  it('of another organization is not there', async () => {
    const [mine, other] = [await ground.newOrganization(), await ground.newOrganization()];
    await ground.import(other, made({ claims: [{ number: 'A', cas: 'CO*95*100' }] }));
    const [claim] = await ground.rows<{ id: string }>(other, sql`select id from claim`);
    await expect(open(mine, { claimId: claim?.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
