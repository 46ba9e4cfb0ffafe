import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from '@overturn/data/database/database';
import { IntakeGround } from './intake-ground.ts';
import type { Organization } from './intake-ground.ts';
import { made } from './intake-files.ts';
import type { MadeClaim } from './intake-files.ts';

let ground: IntakeGround;
beforeAll(async () => {
  ground = await IntakeGround.open();
}, 120_000);
afterAll(() => ground.close());

/** What denies again, or takes money back, has a filing date of its own. */
const A_DAY = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);

/** Claim `A` opened a denial that was closed; then it comes again. */
async function closedThen(later: Partial<MadeClaim>) {
  const organization = await ground.newOrganization();
  await ground.import(organization, made({ claims: [{ number: 'A', payerNumber: 'P1' }] }));
  await ground.rows(
    organization,
    sql`update denial_view set stage = 'closed', closing = true, closed_at = ${ground.now()}`,
  );
  const file = made({ trace: 'T2', claims: [{ number: 'A', ...later }] });
  return { organization, later: await ground.import(organization, file) };
}
const lateArrivals = (organization: Organization) =>
  ground.rows(
    organization,
    sql`
    select kind, sentence, notice_on "noticeOn", array(select tell from notice n where n.denial_id = l.denial_id) told
    from late_arrival l where decided_at is null`,
  );

describe('what comes after a denial', () => {
  it.each([
    ['REF F8 names its claim number', { replaces: 'P1' }],
    ['CLP09 is 7', { frequency: '7' }],
    ['CLP09 is 8', { frequency: '8' }],
    ['CLP02 is 22', { status: '22', charged: -100, cas: 'CO*242*-100' }],
  ])('attaches to the open denial when %s', async (_why, change) => {
    const organization = await ground.newOrganization();
    await ground.import(organization, made({ claims: [{ number: 'A', payerNumber: 'P1' }] }));
    const later = await ground.import(
      organization,
      made({ trace: 'T2', claims: [{ number: 'A', payerNumber: 'P2', ...change }] }),
    );
    expect(later.counts).toMatchObject({ claims: 1, denials: 0, duplicates: 1 });
    const [denial, ...others] = await ground.denials(organization);
    const [claim] = await ground.rows<{ id: string }>(
      organization,
      sql`
      select id from claim where remittance_id = ${later.id}`,
    );
    expect(others).toEqual([]);
    expect(await ground.messages(organization, 'claim-attached')).toEqual([
      { denialId: denial?.id, payload: { claimId: claim?.id } },
    ]);
  });

  it.each([
    ['another member id', { number: 'A', member: 'M2', frequency: '7' }],
    ['another claim number', { number: 'Z', frequency: '7' }],
    ['REF F8 names another claim', { number: 'A', replaces: 'P9', charged: 200 }],
  ])('opens a denial of its own with %s', async (_why, change) => {
    const organization = await ground.newOrganization();
    await ground.import(organization, made({ claims: [{ number: 'A', payerNumber: 'P1' }] }));
    const later = await ground.import(organization, made({ trace: 'T2', claims: [{ payerNumber: 'P2', ...change }] }));
    expect(later.counts).toMatchObject({ denials: 1, duplicates: 0 });
    expect(await ground.messages(organization, 'claim-attached')).toEqual([]);
  });

  it('is only suspected when number, member, dates and charge agree under another payer claim number', async () => {
    const organization = await ground.newOrganization();
    await ground.import(organization, made({ claims: [{ number: 'A', payerNumber: 'P1' }] }));
    const later = await ground.import(
      organization,
      made({ trace: 'T2', claims: [{ number: 'A', payerNumber: 'P2' }] }),
    );
    expect(later.counts).toMatchObject({ denials: 1, duplicates: 0 });
    expect(await ground.denials(organization)).toEqual([
      expect.objectContaining({ payerNumber: 'P1', suspicion: null, stage: 'verify-network' }),
      expect.objectContaining({ payerNumber: 'P2', suspicion: expect.stringContaining('P1'), stage: 'intake-review' }),
    ]);
  });

  it.each([
    ['is paid', { paid: 80 }, 'decided this claim again ($80.00 paid)', null],
    ['is taken back', { paid: -80, status: '22' }, 'took a payment back (-$80.00)', A_DAY],
  ])(
    'of a denial that is closed: what %s waits for a supervisor, and reaches no workflow',
    async (_what, change, says, noticeOn) => {
      const { organization, later } = await closedThen({ payerNumber: 'P2', frequency: '7', cas: '', ...change });
      expect(later.counts).toMatchObject({ denials: 0, duplicates: 1 });
      expect(await ground.messages(organization, 'claim-attached')).toEqual([]);
      expect(await lateArrivals(organization)).toEqual([
        { kind: 'remittance', sentence: expect.stringContaining(says), noticeOn, told: ['supervisor'] },
      ]);
    },
  );

  it('of a denial that is closed: denied again under another number it has dates of its own, and says why', async () => {
    const { organization, later } = await closedThen({ payerNumber: 'P2', frequency: '7' });
    expect(later.counts).toMatchObject({ denials: 1, duplicates: 0 });
    expect(await ground.denials(organization)).toContainEqual(
      expect.objectContaining({
        payerNumber: 'P2',
        suspicion: expect.stringContaining('closed'),
        stage: 'intake-review',
      }),
    );
    expect(await lateArrivals(organization)).toEqual([]);
  });

  it('of a denial that is closed: denied again under the same number it waits with the date of its notice', async () => {
    const { organization, later } = await closedThen({ payerNumber: 'P1' });
    expect(later.counts).toMatchObject({ denials: 0, duplicates: 1 });
    expect(await lateArrivals(organization)).toEqual([
      {
        kind: 'remittance',
        sentence: expect.stringContaining('denied this claim again'),
        noticeOn: A_DAY,
        told: ['supervisor'],
      },
    ]);
  });

  it('never merges two claims of one remittance, not even under one claim number', async () => {
    const organization = await ground.newOrganization();
    const twice = [
      { number: 'A', payerNumber: 'P1' },
      { number: 'A', payerNumber: 'P1', frequency: '7' },
    ];
    const row = await ground.import(organization, made({ claims: twice }));
    expect(row.counts).toMatchObject({ denials: 2, duplicates: 0 });
    const again = await ground.import(
      organization,
      made({ claims: twice.map((claim) => ({ ...claim, frequency: '' })), trace: 'T2' }),
    );
    expect(again.counts).toMatchObject({ denials: 0, duplicates: 2 });
  });
});
