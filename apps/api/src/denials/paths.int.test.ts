import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DenialView } from '@overturn/contracts';
import { asOwner } from '@overturn/data/test-support/rows';
import { signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const LETTER = {
  payerName: 'Invented Payer',
  claimNumber: 'CLM-778812',
  serviceFrom: '2026-10-01',
  amountCents: 125_000,
  codes: [{ group: 'CO', carc: '242' }],
  procedures: ['70553'],
  noticeOn: '2026-11-12',
};
let api: Harness;
beforeAll(async () => void (api = await startHarness()), 120_000);
afterAll(() => api.stop());

const open = async (changes: object): Promise<string> =>
  (await api.call('POST', '/denials', { ...LETTER, ...changes })).body.id;
const sqlOf = (text: string, values: unknown[]): Promise<unknown> =>
  asOwner(api.services.databaseUrl, (owner) => owner.query(text, values));

describe('the paths of a denial', () => {
  const verified = (id: string, status: object) =>
    sqlOf('update denial set network_status = $2 where id = $1', [id, JSON.stringify(status)]);
  const at = (id: string, stage: string) =>
    sqlOf('update denial_view set stage = $2 where denial_id = $1', [id, stage]);
  const out = { outcome: 'out-of-network', source: 'directory', checkedOn: '2026-11-20' };
  it.each([
    [
      'plainly out of network',
      {},
      out,
      'access-gap',
      'may-apply',
      'Out of network on the date of service, as verified.',
    ],
    [
      'the directory was wrong',
      {},
      { ...out, outcome: 'directory-was-wrong' },
      'directory-misinformation',
      'applies',
      'The directory or the plan said in network.',
    ],
    [
      'a No Surprises remark',
      { remarks: ['N864'] },
      out,
      'no-surprises',
      'applies',
      'The payer’s own remark says emergency.',
    ],
    [
      'a contract that is not on file',
      { codes: [{ group: 'CO', carc: '147' }] },
      {},
      'correction',
      'applies',
      'The contracted rate is not on file: a strong hint that the provider is in network.',
    ],
    [
      'a referral',
      { codes: [{ group: 'CO', carc: '288' }] },
      out,
      'referral-or-authorization',
      'may-apply',
      'The payer names a referral or authorization, not the network.',
    ],
    [
      'an authorization',
      { codes: [{ group: 'CO', carc: '197' }] },
      out,
      'referral-or-authorization',
      'may-apply',
      'The payer names a referral or authorization, not the network.',
    ],
    [
      'an underpayment',
      {
        codes: [
          { group: 'PR', carc: '45' },
          { group: 'PR', carc: '1' },
        ],
        remarks: ['N885'],
      },
      out,
      'underpayment',
      'applies',
      'Paid, but at the out-of-network rate.',
    ],
  ] as const)('%s', async (what, changes, status, path, verdict, reason) => {
    const id = await open({ payerClaimNumber: `ICN-${what}`, ...changes });
    if (what === 'an underpayment')
      await sqlOf(`update denial set class = 'out-of-network-underpayment' where id = $1`, [id]);
    await verified(id, status);
    const { paths, triage, recoverability } = (await api.call<DenialView>('GET', `/denials/${id}`)).body;
    expect(paths.filter(({ suggested }) => suggested)).toEqual([
      expect.objectContaining({ id: path, verdict, reasons: expect.arrayContaining([reason]) }),
    ]);
    expect(paths).toHaveLength(13);
    for (const one of paths) expect(one.reasons.length + one.questions.length).toBeGreaterThan(0);
    expect(triage.questions).toContainEqual({
      id: 'V7.exception',
      question: 'Was an exception review considered?',
      askedOf: 'payer',
      facts: ['exceptionReview'],
    });
    const sum = recoverability.rows.reduce((total, { points }) => total + points, recoverability.base);
    expect(recoverability.score).toBe(Math.min(100, Math.max(0, sum)));
    expect(recoverability.raises.length).toBeGreaterThan(0);
  });

  it('say what each needs and has, who may ask, and what would settle it', async () => {
    const id = await open({ payerClaimNumber: 'ICN-paths', codes: [{ group: 'PR', carc: '242' }] });
    await verified(id, out);
    const gap = async () =>
      (await api.call<DenialView>('GET', `/denials/${id}`)).body.paths.find((one) => one.id === 'access-gap')!;
    const before = await gap();
    expect(before).toMatchObject({
      likelihood: 'uncertain',
      whoMayAsk: {
        askers: ['member'],
        needsForm: true,
        sentence: 'Only the member may ask; for us with a representative form.',
      },
      questions: [
        {
          question: 'Which in-network providers are in reach, how far, how soon, and can they do it?',
          askedOf: 'us',
          facts: ['alternatives', 'specialty', 'county', 'maxMiles', 'maxWaitBusinessDays'],
        },
      ],
      whyNot: null,
    });
    const proof = { proof: 'directory-proof', label: 'dated capture of the directory', needed: 1, isEssential: false };
    expect(before.evidence).toContainEqual({ ...proof, have: 0, state: 'lacking' });
    await sqlOf(
      `insert into evidence (organization_id, denial_id, slot, captured_on, created_at)
       select organization_id, id, 'directory-proof', '2026-11-20', now() from denial where id = $1`,
      [id],
    );
    expect((await gap()).evidence).toContainEqual({ ...proof, have: 1, state: 'held' });
    const { paths } = (await api.call<DenialView>('GET', `/denials/${id}`)).body;
    expect(paths.find((one) => one.id === 'appeal')).toMatchObject({
      verdict: 'does-not',
      likelihood: 'not to be expected',
      questions: [],
      whyNot: expect.stringMatching(/^Nobody has asked whether an exception exists/),
    });
  });

  it('straight to appeal is refused with its reason, to all but a supervisor with one', async () => {
    const id = await open({ payerClaimNumber: 'ICN-straight' });
    await verified(id, out);
    await at(id, 'choose-path');
    const password = 'correct horse battery staple';
    const signedIn = async (role: string) => {
      const email = `${role}@paths.test`;
      await api.call('POST', '/users', { email, name: role, password, role });
      return signIn(api, email, password);
    };
    const choose = async (path: string, person: Awaited<ReturnType<typeof signedIn>>) => {
      const body = { kind: 'choose-path', path, reason: 'It was always so.' };
      const { status, body: answer } = await api.call('POST', `/denials/${id}/commands`, body, person);
      return { status, says: answer.errors?.[0] ?? answer.detail };
    };
    const [specialist, supervisor] = [await signedIn('specialist'), await signedIn('supervisor')];
    for (const [path, sentence] of [
      ['appeal', /^Nobody has asked whether an exception exists/],
      ['external-review', /^External review comes after the internal levels/],
      ['regulator-complaint', /^A complaint needs a date that the payer missed/],
      ['underpayment', /^Nothing was paid/],
    ] as const)
      expect(await choose(path, specialist)).toEqual({
        status: 400,
        says: { field: 'path', sentence: expect.stringMatching(sentence) },
      });
    expect((await choose('appeal', supervisor)).status).toBe(202);
    expect((await choose('access-gap', specialist)).status).toBe(202);
  });

  it.each(['intake-review', 'verify-network'])('no path is chosen at %s, whoever asks', async (stage) => {
    const id = await open({ payerClaimNumber: `ICN-${stage}` });
    await at(id, stage);
    for (const path of ['access-gap', 'external-review']) {
      const body = { kind: 'choose-path', path, reason: 'Nobody near does it.' };
      const refused = await api.call('POST', `/denials/${id}/commands`, body);
      expect(refused.status).toBe(409);
      expect(refused.body.detail).toMatch(/you can choose another path only at/);
    }
  });
});
