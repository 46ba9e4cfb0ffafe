import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDenialBody } from '@overturn/contracts';
import { sql } from '@overturn/data/database/database';
import { openTypedDenial } from '@overturn/data/denials/open-typed-denial';
import { recountKept } from '@overturn/data/kept-claims/recounts';
import { made } from './intake-files.ts';
import type { MadeClaim } from './intake-files.ts';
import { IntakeGround } from './intake-ground.ts';
import type { Organization } from './intake-ground.ts';
import { KeptGround, UNKNOWN } from './kept-ground.ts';

let ground: IntakeGround;
beforeAll(async () => void (ground = await IntakeGround.open()), 120_000);
afterAll(() => ground.close());

const ENGINE = { kind: 'system' as const, id: null, name: 'Engine' };
const kept = (number: string, more: Partial<MadeClaim> = {}): MadeClaim => ({
  number,
  cas: `CO*${UNKNOWN}*100`,
  ...more,
});
const withKept = async (...claims: MadeClaim[]): Promise<KeptGround> => {
  const place = await KeptGround.open(ground);
  await ground.import(place.organization, made({ claims }));
  return place;
};
const openByHand = (organization: Organization, claimId: string) =>
  ground.app.forOrganization(organization.id, (tx) =>
    openTypedDenial(tx, ground.now(), { kind: 'key', id: 'a key', name: 'A key' }, openDenialBody.parse({ claimId })),
  );
const claimIds = async (organization: Organization): Promise<string[]> =>
  (await ground.rows<{ id: string }>(organization, sql`select id from claim order by id`)).map(({ id }) => id);

describe('claims that were kept under a code that two persons class', () => {
  it('are counted before the approval, and each opens one denial with one workflow after it', async () => {
    const place = await withKept(kept('A'), { number: 'B', cas: 'CO*50*100' });
    const other = await withKept(kept('A'));
    const { id, state } = await place.propose('out-of-network');
    expect(state).toBe('proposed'); // it would open what is kept: a second person looks
    await expect(place.approve(id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await place.sweep();
    const foreseen = { examined: 1, opens: 1, amountCents: 10_000, past: 0, joins: 0, reclassed: 0, isUnderWay: false };
    expect((await place.change(id)).kept).toEqual(foreseen);
    expect(await ground.denials(place.organization)).toEqual([]);

    await place.approve(id);
    await place.sweep();
    expect(await place.change(id)).toMatchObject({ state: 'in-force', kept: foreseen });
    const opened = [
      { number: 'A', class: 'out-of-network', denials: 1, starts: 1, isAgain: false },
      { number: 'B', class: 'medical', denials: 0, starts: 0, isAgain: false },
    ];
    expect(await place.claims()).toEqual(opened);
    expect(await ground.denials(place.organization)).toMatchObject([{ number: 'A', stage: 'verify-network' }]);
    await place.sweep();
    expect(await place.claims()).toEqual(opened);
    expect(await other.claims()).toMatchObject([{ class: 'other', denials: 0 }]);
  });

  it('say by which change they were opened, and who approved it', async () => {
    const place = await withKept(kept('A'));
    const { id } = await place.classed('out-of-network');
    const lines = await ground.rows(
      place.organization,
      sql`select code, sentence, actor->>'name' by from timeline_entry order by ordinal`,
    );
    expect(lines.map(({ code }: { code?: string }) => code)).toEqual(['opened', 'filing-date', 'rule.opened']);
    expect(lines.at(-1)).toMatchObject({
      by: 'Ben',
      sentence:
        'Its claim was kept until its codes opened it. Rule Z77 (not by our network) changed by Ada, approved by Ben.',
    });
    const audit = sql`select before, after from audit_entry where act = 'claim.opened-by-rule' and denial_id is not null`;
    expect(await ground.rows(place.organization, audit)).toEqual([
      {
        before: { class: 'other' },
        after: { class: 'out-of-network', changeId: id, rule: UNKNOWN, proposedBy: 'Ada', approvedBy: 'Ben' },
      },
    ]);
  });

  it('are found by a remark too', async () => {
    const place = await withKept(kept('A', { remark: 'N999' }), kept('B'));
    const { id } = await place.proposeRemark('N999');
    await place.sweep();
    await place.approve(id);
    await place.sweep();
    expect((await place.change(id)).kept).toMatchObject({ examined: 1, opens: 1 });
    expect(await place.claims()).toMatchObject([
      { number: 'A', denials: 1 },
      { number: 'B', denials: 0 },
    ]);
  });

  it('are found by what their codes mean together', async () => {
    const place = await withKept(kept('A', { remark: 'N999' }), kept('B'));
    const { id } = await place.proposeTogether('N999');
    await place.sweep();
    expect((await place.change(id)).kept).toMatchObject({ examined: 2, opens: 1 });
    await place.approve(id);
    await place.sweep();
    expect(await place.claims()).toMatchObject([
      { number: 'A', class: 'out-of-network', denials: 1 },
      { number: 'B', class: 'other', denials: 0 },
    ]);
  });

  it('are reviewed first where a filing date had passed', async () => {
    const place = await KeptGround.open(ground);
    const dates = { bpr16: '20260501', dtm405: '20260501', gs04: '20260501' };
    await ground.import(place.organization, made({ claims: [kept('OLD')], dates }));
    const { kept: counts } = await place.classed('out-of-network');
    expect(counts).toMatchObject({ opens: 1, past: 1 });
    expect(await ground.denials(place.organization)).toMatchObject([{ number: 'OLD', stage: 'intake-review' }]);
  });

  it('stay kept where the rule did not hold on the day of their notice', async () => {
    const place = await withKept(kept('A'));
    const { kept: counts } = await place.classed('out-of-network', '2026-11-13');
    expect(counts).toMatchObject({ examined: 1, opens: 0 });
    expect(await place.claims()).toMatchObject([{ class: 'other', denials: 0 }]);
  });

  it('only get their class where it opens nothing: one person is enough', async () => {
    const place = await withKept(kept('A'));
    const { id, state } = await place.propose('medical');
    expect(state).toBe('in-force');
    await place.sweep();
    expect((await place.change(id)).kept).toMatchObject({ opens: 0, reclassed: 1, isUnderWay: false });
    expect(await place.claims()).toMatchObject([{ class: 'medical', denials: 0 }]);
  });
});

describe('kept claims that other claims stand beside', () => {
  it('of one remittance are never merged, and one that came again joins', async () => {
    const place = await withKept(kept('A', { payerNumber: 'P1' }), kept('B', { payerNumber: 'P1' }));
    const again = made({ claims: [kept('A', { payerNumber: 'P1' })], trace: 'T2' });
    await ground.import(place.organization, again);
    expect((await place.classed('out-of-network')).kept).toMatchObject({ opens: 2, joins: 1 });
    expect(await place.claims()).toMatchObject([
      { number: 'A', denials: 1, isAgain: false },
      { number: 'B', denials: 1, isAgain: false },
      { number: 'A', denials: 0, isAgain: true },
    ]);
  });

  it('are reviewed first where a later remittance decided them again', async () => {
    const place = await withKept(kept('A', { payerNumber: 'P1' }));
    const paid = made({
      claims: [{ number: 'A', payerNumber: 'P2', replaces: 'P1', paid: 100, cas: '' }],
      trace: 'T2',
    });
    await ground.import(place.organization, paid);
    await place.classed('out-of-network');
    const [denial] = await ground.denials(place.organization);
    expect(denial).toMatchObject({ stage: 'intake-review', suspicion: expect.stringContaining('A later remittance') });
  });

  it('wait while their remittance is read', async () => {
    const place = await KeptGround.open(ground);
    const { organization } = place;
    const file = made({ claims: ['A', 'B', 'C'].map((number) => kept(number, { payerNumber: 'P1' })) });
    const middle = Buffer.from(file).indexOf('CLP*C');
    const id = await ground.receive(organization, file);
    const openFile = async function* (): AsyncGenerator<Uint8Array> {
      yield file.subarray(0, middle);
      await Promise.reject(new Error('killed'));
    };
    await expect(ground.run(organization, id, { openFile, batchClaims: 1 })).rejects.toThrow('killed');
    expect(await place.classed('out-of-network')).toMatchObject({ state: 'applying', kept: { isUnderWay: true } });
    expect(await place.claims()).toMatchObject([{ number: 'A', denials: 0 }]);
    await ground.run(organization, id);
    await place.sweep();
    expect(await place.claims()).toMatchObject(
      ['A', 'B', 'C'].map((number) => ({ number, denials: 1, starts: 1, isAgain: false })),
    );
  });
});

it('a batch that dies is judged again, and nothing opens twice', async () => {
  const numbers = Array.from({ length: 250 }, (_, nth) => `K-${nth}`);
  const place = await withKept(...numbers.map((number) => kept(number)));
  const { id } = await place.propose('out-of-network');
  await place.sweep();
  await place.approve(id);
  const inEngine = (end: () => void): Promise<number> =>
    ground.engine.forOrganization(place.organization.id, async (tx) => {
      const judged = await recountKept(tx, ground.now(), ENGINE, id);
      end();
      return judged;
    });
  await place.sweepOnce();
  const dies = (): never => {
    throw new Error('killed');
  };
  await expect(inEngine(dies)).rejects.toThrow('killed');
  await place.sweep();
  expect((await place.change(id)).kept).toMatchObject({ examined: 250, opens: 250, isUnderWay: false });
  const claims = await place.claims();
  expect(claims.filter(({ denials, starts }) => denials === 1 && starts === 1)).toHaveLength(250);
});

it('two workers and a person at once open each claim of one key once', async () => {
  const numbers = Array.from({ length: 6 }, (_, nth) => `S-${nth}`);
  const place = await withKept(...numbers.map((number) => kept(number, { payerNumber: 'P1' })));
  const { id } = await place.propose('out-of-network');
  await place.sweep();
  await place.approve(id);
  const mine = await claimIds(place.organization);
  await Promise.all([place.sweep(), place.sweep(), ...mine.map((claim) => openByHand(place.organization, claim))]);
  await place.sweep();
  expect((await place.change(id)).state).toBe('in-force');
  expect((await place.claims()).map(({ denials, starts }) => [denials, starts])).toEqual(numbers.map(() => [1, 1]));
});

describe('a kept claim that is opened by hand', () => {
  it('has its own denial beside a claim of its remittance that came again for another one', async () => {
    const organization = await ground.newOrganization();
    const again = { number: 'A', payerNumber: 'P1' };
    await ground.import(organization, made({ claims: [again] }));
    const [first] = await ground.denials(organization);
    await ground.import(organization, made({ claims: [again, kept('B', { payerNumber: 'P1' })], trace: 'T2' }));
    const [, came, mine] = await claimIds(organization);
    const opened = await openByHand(organization, mine!);
    expect(opened.existed).toBe(false);
    expect(await openByHand(organization, mine!)).toEqual({ ...opened, existed: true });
    expect(await openByHand(organization, came!)).toEqual({ denialId: first!.id, existed: true });
  });

  it('is the denial that is here already where another remittance brought the same key', async () => {
    const organization = await ground.newOrganization();
    await ground.import(organization, made({ claims: [kept('A', { payerNumber: 'P1' })] }));
    await ground.import(organization, made({ claims: [{ number: 'A', payerNumber: 'P1' }], trace: 'T2' }));
    const [denial] = await ground.denials(organization);
    const [mine] = await claimIds(organization);
    expect(await openByHand(organization, mine!)).toEqual({ denialId: denial!.id, existed: true });
  });

  it('waits until its remittance is imported', async () => {
    const organization = await ground.newOrganization();
    await ground.import(organization, made({ claims: [kept('A')] }));
    await ground.rows(organization, sql`update remittance set state = 'reading' returning id`);
    const [mine] = await claimIds(organization);
    await expect(openByHand(organization, mine!)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
