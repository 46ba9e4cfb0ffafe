import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from '@overturn/data/database/database';
import { bytes, IntakeGround } from './intake-ground.ts';
import { generated, made } from './intake-files.ts';

let ground: IntakeGround;
beforeAll(async () => {
  ground = await IntakeGround.open();
}, 120_000);
afterAll(() => ground.close());

describe('a near remittance', () => {
  it('opens each network denial with everything that its workflow and its people need', async () => {
    const organization = await ground.newOrganization();
    const row = await ground.import(organization, generated(300, 0.1, '2026-11-18'));
    expect(row).toMatchObject({
      state: 'imported',
      claimsRead: 300,
      counts: { claims: 300, denials: 30, duplicates: 0 },
    });
    const [each] = await ground.rows(
      organization,
      sql`
      select count(*) denials, count(*) filter (where v.generation = 1 and v.seq = 0 and v.safe_due_on is not null
          and v.sort_due_on = v.safe_due_on and v.filing_state = 'running' and not d.missed_before_intake) running,
        count(distinct d.key) keys, bool_and(d.team_id = ${organization.teamId}) "inTeam",
        bool_and((select count(*) from deadline l where l.denial_id = d.id and l.purpose = 'appeal') = 1) dated,
        bool_and((select count(*) from timeline_entry t where t.denial_id = d.id) >= 2) told,
        bool_and((select count(*) from audit_entry a where a.denial_id = d.id and a.act = 'denial.opened') = 1) audited,
        bool_and((select count(*) from live_event e where e.denial_id = d.id) = 1) live,
        bool_and((select count(*) from outbox_message m where m.denial_id = d.id and m.kind = 'start' and m.number = 0
                    and m.released_at is not null) = 1) started
      from denial d join denial_view v on v.denial_id = d.id`,
    );
    expect(each).toEqual({
      ...{ denials: 30, running: 30, keys: 30, inTeam: true, dated: true, told: true },
      ...{ audited: true, live: true, started: true },
    });
    const [act] = await ground.rows<{ count: number }>(
      organization,
      sql`
      select count(*) from audit_entry where act = 'remittance.imported'`,
    );
    expect(act?.count).toBe(1);
  });

  it('keeps claims that open nothing, each with its class', async () => {
    const organization = await ground.newOrganization();
    await ground.import(
      organization,
      made({
        claims: [
          { number: 'A', cas: 'CO*45*100' },
          { number: 'B', cas: 'PR*45*100' },
          { number: 'C', cas: 'CO*50*100' },
          { number: 'D', cas: 'CO*18*60**242*40' },
          { number: 'E', cas: 'CO*29*60**95*40' },
        ],
      }),
    );
    const rows = await ground.rows(
      organization,
      sql`
      select claim_number number, class, exists (select from denial d where d.claim_id = c.id) opened from claim c order by 1`,
    );
    expect(rows).toEqual([
      { number: 'A', class: 'other', opened: false },
      { number: 'B', class: 'out-of-network-underpayment', opened: false },
      { number: 'C', class: 'medical', opened: false },
      { number: 'D', class: 'out-of-network', opened: true },
      { number: 'E', class: 'timely-filing', opened: false },
    ]);
  });

  it('takes the first date of DTM 405, BPR16 and GS04 that is one, and reviews a notice without any', async () => {
    const organization = await ground.newOrganization();
    const dated = await ground.import(
      organization,
      made({ claims: [{ number: 'A' }], dates: { dtm405: '20261301', bpr16: '20261110', gs04: '20261109' } }),
    );
    expect(dated.warnings.map(({ code }) => code)).toContain('BAD_NOTICE_DATE');
    await ground.import(
      organization,
      made({ claims: [{ number: 'B' }], dates: { dtm405: '', bpr16: 'X', gs04: '99999999' } }),
    );
    const rows = await ground.rows(
      organization,
      sql`
      select c.claim_number number, d.notice_on "noticeOn", d.received_on "receivedOn", v.stage,
        (select count(*) from deadline l where l.denial_id = d.id) dates
      from denial d join claim c on c.id = d.claim_id join denial_view v on v.denial_id = d.id order by 1`,
    );
    expect(rows).toEqual([
      { number: 'A', noticeOn: '2026-11-10', receivedOn: null, stage: 'verify-network', dates: 1 },
      { number: 'B', noticeOn: null, receivedOn: null, stage: 'intake-review', dates: 0 },
    ]);
  });
});

describe('the same bytes again', () => {
  it('are the same import, and reading it again changes nothing', async () => {
    const organization = await ground.newOrganization();
    const file = made({ claims: [{ number: 'A' }, { number: 'B' }] });
    const first = await ground.import(organization, file);
    const second = await ground.import(organization, file);
    expect(second).toEqual(first);
    expect(await ground.messages(organization, 'start')).toHaveLength(2);
  });

  it('in other bytes are duplicates by their key, kept and linked, and open nothing', async () => {
    const organization = await ground.newOrganization();
    await ground.import(organization, made({ claims: [{ number: 'A', payerNumber: 'P1' }, { number: 'B' }] }));
    const again = await ground.import(
      organization,
      made({ trace: 'T2', control: '000000001', claims: [{ number: 'A', payerNumber: 'P1' }, { number: 'B' }] }),
    );
    expect(again.counts).toMatchObject({ claims: 2, denials: 0, duplicates: 2 });
    const rows = await ground.rows<{ number: string; of: string | null }>(
      organization,
      sql`
      select c.claim_number number, o.claim_number "of" from claim c left join claim o on o.id = c.duplicate_of
      where c.remittance_id = ${again.id} order by 1`,
    );
    expect(rows).toEqual([
      { number: 'A', of: 'A' },
      { number: 'B', of: 'B' },
    ]);
  });
});

describe('a file that is cut short', () => {
  it('opens no half claim, says where it broke off, and the whole file opens it with all its lines', async () => {
    const organization = await ground.newOrganization();
    const [head, tail] = Buffer.from(made({ claims: [{ number: 'F1' }] }))
      .toString('latin1')
      .split('SE*1*0001');
    const lines = ['CLP*F2*1*1000*0', 'SVC*HC:99213*600*0', 'CAS*CO*242*600', 'SVC*HC:99214*400*0', 'CAS*CO*242*400'];
    const whole = `${head}${lines.map((line) => `${line}~\n`).join('')}SE*1*0001${tail}`;
    const cut = await ground.import(organization, bytes(whole.slice(0, whole.indexOf('*400*0') + 2)));
    expect(cut.counts).toMatchObject({ claims: 1, denials: 1 });
    const refused = await ground.rows<{ what: string; remedy: string }>(
      organization,
      sql`select what, remedy from refused_row order by position`,
    );
    expect(refused).toEqual([
      {
        what: expect.stringContaining('breaks off inside this claim'),
        remedy: expect.stringContaining('import it whole'),
      },
      { what: expect.stringContaining('in the middle of this segment'), remedy: expect.any(String) },
    ]);
    expect((await ground.import(organization, bytes(whole))).counts).toMatchObject({ denials: 1, duplicates: 1 });
    const denied = await ground.rows(
      organization,
      sql`
      select c.claim_number number, d.amount_cents amount, (select count(*) from claim_line l where l.claim_id = c.id) lines
      from denial d join claim c on c.id = d.claim_id order by 1`,
    );
    expect(denied).toEqual([
      { number: 'F1', amount: 10000, lines: 1 },
      { number: 'F2', amount: 100000, lines: 2 },
    ]);
  });
});

describe('the date of the notice', () => {
  it.each([
    ['a day to come', { dtm405: '20621119', bpr16: '20261113' }, '2026-11-13', '2027-01-05', 'verify-network'],
    [
      'a day to come in every place',
      { dtm405: '20621119', bpr16: '20621119', gs04: '20621119' },
      null,
      null,
      'intake-review',
    ],
  ])('is never %s', async (_why, dates, noticeOn, safe, stage) => {
    const organization = await ground.newOrganization();
    const row = await ground.import(organization, made({ claims: [{ number: 'A' }], dates }));
    expect(row.warnings.map(({ code }) => code)).toContain('NOTICE_DATE_TO_COME');
    const [denial] = await ground.rows(
      organization,
      sql`select d.notice_on "noticeOn", v.safe_due_on safe, v.stage from denial d join denial_view v on v.denial_id = d.id`,
    );
    expect(denial).toEqual({ noticeOn, safe, stage });
  });

  it('of a payment to come says nothing where the day of the notice is known', async () => {
    const organization = await ground.newOrganization();
    const row = await ground.import(organization, made({ claims: [{ number: 'A' }], dates: { bpr16: '20261130' } }));
    expect(row.warnings.map(({ code }) => code)).not.toContain('NOTICE_DATE_TO_COME');
  });
});

describe('whose claim it is', () => {
  it.each([
    ['its NPI', { payee: 'XX*1881018208' }],
    ['its Tax ID', { payee: 'FI*123456789' }],
    ['its Tax ID beside another NPI', { payee: 'XX*1467550004', payeeTaxId: '12-3456789' }],
  ])('is the client that has %s', async (_why, payee) => {
    const organization = await ground.newOrganization();
    const client = await ground.newClient(organization, { npis: ['1881018208'], taxIds: ['123456789'] });
    const row = await ground.import(organization, made({ claims: [{ number: 'A' }], ...payee }));
    expect(row.clientId).toBe(client);
    expect(await ground.rows(organization, sql`select client_id "clientId" from denial_view`)).toEqual([
      { clientId: client },
    ]);
  });

  it('is the client given, whoever the payee is, and else the default one', async () => {
    const organization = await ground.newOrganization();
    const client = await ground.newClient(organization, { npis: ['1881018208'] });
    const other = await ground.newClient(organization, {});
    const file = made({ claims: [{ number: 'A' }], payee: 'XX*1881018208' });
    expect((await ground.import(organization, file, other)).clientId).toBe(other);
    const unknown = await ground.import(organization, made({ claims: [{ number: 'B' }] }));
    expect(unknown.clientId).toBe(organization.clientId);
    expect(client).not.toBe(other);
  });

  it('is nobody else’s: another organization sees none of it', async () => {
    const [mine, other] = [await ground.newOrganization(), await ground.newOrganization()];
    await ground.import(mine, made({ claims: [{ number: 'A', payerNumber: 'P1' }] }));
    await ground.import(other, made({ claims: [{ number: 'A', payerNumber: 'P2', frequency: '7' }] }));
    expect(await ground.denials(mine)).toEqual([expect.objectContaining({ payerNumber: 'P1' })]);
    expect(await ground.denials(other)).toEqual([expect.objectContaining({ payerNumber: 'P2', suspicion: null })]);
  });
});

describe('a file that is no 835', () => {
  it.each([
    ['empty', bytes('')],
    ['a PDF', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    [
      'a claim (837)',
      bytes(
        'ISA*00*          *00*          *ZZ*A              *ZZ*B              *261112*0900*^*00501*000000001*0*T*:~GS*HC*A*B*20261112*0900*1*X*005010X222A1~ST*837*0001~BHT*0019*00*1*20261112*0900*CH~SE*2*0001~GE*1*1~IEA*1*000000001~',
      ),
    ],
    ['zeros', new Uint8Array(300_000)],
  ])('%s fails with one sentence and leaves no claim', async (_what, content) => {
    const organization = await ground.newOrganization();
    const row = await ground.import(organization, content);
    expect(row.state).toBe('failed');
    expect(row.failure).toMatch(/^[A-Z].*\.$/);
    expect(await ground.rows(organization, sql`select id from claim`)).toEqual([]);
    const [act] = await ground.rows(organization, sql`select act from audit_entry`);
    expect(act).toEqual({ act: 'remittance.failed' });
  });

  it('keeps what cannot be placed, and zero bytes in it, beside what can', async () => {
    const organization = await ground.newOrganization();
    const text = Buffer.from(made({ claims: [{ number: 'A' }, { number: 'B' }] })).toString('latin1');
    const broken = text.replace('CLP*B*1*100*0', 'CLP*B\0*1*X*0');
    const row = await ground.import(organization, bytes(broken));
    expect(row.counts).toMatchObject({ claims: 1, denials: 1 });
    const [refused] = await ground.rows<{ raw: string; remedy: string }>(
      organization,
      sql`
      select raw, remedy from refused_row`,
    );
    expect(refused?.raw).toContain('CLP*B');
    expect(refused?.remedy).not.toBe('');
  });
});
