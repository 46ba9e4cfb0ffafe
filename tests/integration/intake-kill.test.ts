import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from '@overturn/data/database/database';
import { IntakeGround } from './intake-ground.ts';
import type { Organization } from './intake-ground.ts';
import { generated } from './intake-files.ts';

const CLAIMS = 2000;
let ground: IntakeGround;
beforeAll(async () => {
  ground = await IntakeGround.open();
}, 120_000);
afterAll(() => ground.close());

/** Everything that an import wrote, without ids: two imports of the same bytes must say the same. */
async function written(organization: Organization): Promise<unknown> {
  const [row] = await ground.rows(
    organization,
    sql`
    select (select counts from remittance) counts, (select totals from remittance) totals,
      (select warnings from remittance) warnings,
      (select count(*) from refused_row) refused,
      (select md5(string_agg(concat_ws('|', position, claim_number, payer_claim_number, class, charged_cents, paid_cents,
         service_from, member_id, duplicate_of is null), ',' order by position)) from claim) claims,
      (select md5(string_agg(concat_ws('|', c.position, l.ordinal, l.procedure, l.charged_cents, l.class), ',' order by c.position, l.ordinal))
         from claim_line l join claim c on c.id = l.claim_id) lines,
      (select md5(string_agg(concat_ws('|', c.position, a.ordinal, a.carc, a.amount_cents), ',' order by c.position, a.ordinal))
         from adjustment a join claim c on c.id = a.claim_id) adjustments,
      (select md5(string_agg(concat_ws('|', c.position, d.class, d.amount_cents, v.safe_due_on, v.stage), ',' order by c.position))
         from denial d join claim c on c.id = d.claim_id join denial_view v on v.denial_id = d.id) denials,
      (select count(*) from denial) "denialCount", (select count(*) from deadline) deadlines,
      (select count(*) from timeline_entry) timeline, (select count(*) from audit_entry) audit,
      (select count(*) from outbox_message) starts, (select count(distinct denial_id) from outbox_message) started`,
  );
  return row;
}

/** Runs the import in a process of its own, and kills that some milliseconds after so many claims are in the database. */
async function runInProcess(
  organization: Organization,
  id: string,
  kill?: { claims: number; afterMs: number },
): Promise<string> {
  const { url, filesDirectory } = ground.places;
  const script = join(import.meta.dirname, 'intake-process.ts');
  const child = spawn(process.execPath, [script, url, filesDirectory, organization.id, id, ground.now().toISOString()]);
  let said = '';
  let complaint = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  if (kill) {
    const isThere = async (): Promise<boolean> => (await ground.imported(organization, id)).claimsRead >= kill.claims;
    while (child.exitCode === null && !(await isThere()));
    setTimeout(() => child.kill('SIGKILL'), kill.afterMs);
  }
  await ended;
  if (child.exitCode !== 0 && child.signalCode !== 'SIGKILL')
    throw new Error(`The import ended by itself: ${complaint}`);
  return child.signalCode === 'SIGKILL' ? 'killed' : said.trim();
}

/** Small and plain, so that a printed seed gives the same draws again. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

describe('an import that is killed', () => {
  it('ends in the same rows, with one start message a denial, however often its process dies', async () => {
    const seed = Number(process.env['OVERTURN_KILL_SEED'] ?? Date.now() % 100_000);
    const kills = Number(process.env['OVERTURN_KILLS'] ?? 6);
    const draw = draws(seed);
    const file = generated(CLAIMS, 0.3, '2026-11-18');
    const whole = await ground.newOrganization();
    await ground.import(whole, file);

    const killed = await ground.newOrganization();
    const id = await ground.receive(killed, file);
    const moments: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const { claimsRead, state } = await ground.imported(killed, id);
      if (state === 'imported') break;
      const most = Math.ceil((2 * (CLAIMS - claimsRead)) / (kills - kill));
      const moment = { claims: Math.min(CLAIMS, claimsRead + 1 + draw(most)), afterMs: draw(60) };
      const outcome = await runInProcess(killed, id, moment);
      const after = await ground.imported(killed, id);
      moments.push(
        `${moment.afterMs} ms after ${moment.claims} claims: ${outcome} with ${after.claimsRead} of ${CLAIMS} kept`,
      );
    }
    process.stdout.write(`OVERTURN_KILL_SEED=${seed}\n${moments.join('\n')}\n`);
    expect(moments.some((moment) => moment.includes('killed'))).toBe(true);
    expect(await runInProcess(killed, id)).toBe('imported');
    expect(await written(killed)).toEqual(await written(whole));
  }, 120_000);

  it('goes on after its stored bytes broke off in the middle', async () => {
    const file = generated(1000, 0.2, '2026-11-18', 8);
    const organization = await ground.newOrganization();
    const id = await ground.receive(organization, file);
    const breaksOff = async function* (): AsyncGenerator<Uint8Array> {
      yield file.subarray(0, file.length / 2);
      throw new Error('the disk is gone');
    };
    await expect(ground.run(organization, id, { openFile: breaksOff, batchClaims: 50 })).rejects.toThrow(
      'disk is gone',
    );
    const half = await ground.imported(organization, id);
    expect(half.state).toBe('reading');
    expect(half.claimsRead).toBeGreaterThan(100);
    expect(half.claimsRead).toBeLessThan(900);
    expect(await ground.run(organization, id)).toBe('imported');
    const whole = await ground.newOrganization();
    await ground.import(whole, file);
    expect(await written(organization)).toEqual(await written(whole));
  }, 60_000);

  it('is read by one process at a time', async () => {
    const file = generated(1000, 0.2, '2026-11-18', 9);
    const organization = await ground.newOrganization();
    const id = await ground.receive(organization, file);
    const outcomes = await Promise.all([ground.run(organization, id), ground.run(organization, id)]);
    expect(outcomes.sort()).toEqual(['busy', 'imported']);
    expect((await ground.imported(organization, id)).counts).toMatchObject({ claims: 1000, denials: 200 });
  }, 60_000);

  it('meets the same claims in another import at the same time without a ring of waits', async () => {
    const organization = await ground.newOrganization();
    const files = [
      generated(600, 0.5, '2026-11-18', 10),
      Buffer.concat([generated(600, 0.5, '2026-11-18', 10), Buffer.from('\n')]),
    ];
    const ids = await Promise.all(files.map((file) => ground.receive(organization, file)));
    const outcomes = await Promise.all(ids.map((id) => ground.run(organization, id, { batchClaims: 30 })));
    expect(outcomes).toEqual(['imported', 'imported']);
    const rows = await Promise.all(ids.map((id) => ground.imported(organization, id)));
    const sum = (name: string): number => rows.reduce((total, { counts }) => total + counts[name]!, 0);
    expect([sum('denials'), sum('duplicates')]).toEqual([300, 300]);
  }, 60_000);
});
