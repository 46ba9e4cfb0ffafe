import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DenialView, Problem, WhatIfView } from '@overturn/contracts';
import { asOwner } from '@overturn/data/test-support/rows';
import { BOOTSTRAP_KEY, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const LETTER = {
  payerName: 'Invented Payer',
  claimNumber: 'CLM-902244',
  serviceFrom: '2026-10-01',
  amountCents: 125_000,
  codes: [{ group: 'CO', carc: '242' }],
  remarks: ['N864'],
  noticeOn: '2026-11-10',
  receivedOn: '2026-11-12',
  regime: 'erisa',
};
let api: Harness;
let id: string;
beforeAll(async () => {
  api = await startHarness();
  id = (await api.call('POST', '/denials', { ...LETTER, payerClaimNumber: 'ICN-1' })).body.id;
}, 120_000);
afterAll(() => api.stop());

const ask = <T = WhatIfView>(body: object, denial = id, headers: Record<string, string> = {}) =>
  api.call<T>('POST', `/denials/${denial}/what-if`, body, headers);
const sqlOf = (text: string, values: unknown[] = []) =>
  asOwner(api.services.databaseUrl, (owner) => owner.query<Record<string, unknown>>(text, values));
const dateOf = async (purpose: string, body: object, denial = id) =>
  (await ask(body, denial)).body.items.find((one) => one.purpose === purpose)!;

it('counts the dispute under a contract, whichever code names the denial', async () => {
  const codes = ['242', '147'].map((carc) => ({ group: 'CO', carc }));
  const both = await api.call('POST', '/denials', { ...LETTER, payerClaimNumber: 'ICN-both', codes });
  const opened = (await api.call<DenialView>('GET', `/denials/${both.body.id}`)).body;
  expect(opened.triage.class).toBe('out-of-network');
  expect(opened.deadlines.map(({ purpose }) => purpose)).toContain('contract-dispute');
  const counted = await dateOf('contract-dispute', { receivedOn: '2026-11-20' }, both.body.id);
  expect(counted).toMatchObject({ before: { clockId: 'contract.dispute.file', legalDueOn: '2027-01-09' } });
});

describe('what if', () => {
  const now = { clockId: 'erisa.appeal.file', safeDueOn: '2027-05-04', legalDueOn: '2027-05-11' };
  it.each<[string, object, object]>([
    [
      'came later',
      { receivedOn: '2026-11-20' },
      { moves: 'later', after: { ...now, safeDueOn: '2027-05-12', legalDueOn: '2027-05-19' } },
    ],
    [
      'nobody knew when it came',
      { receivedOn: null },
      { moves: 'earlier', after: { ...now, safeDueOn: '2027-05-03', legalDueOn: '2027-05-09' }, assumed: true },
    ],
    ['were sent by mail', { appealChannel: 'mail' }, { moves: 'earlier', after: { ...now, safeDueOn: '2027-04-27' } }],
    [
      'printed a date',
      { printedDeadlineOn: '2026-12-31' },
      { moves: 'earlier', after: { clockId: 'letter.printed', legalDueOn: '2026-12-31' } },
    ],
    [
      'had one in its plan document',
      { planDeadlineOn: '2026-12-30' },
      { moves: 'earlier', after: { clockId: 'plan.printed', legalDueOn: '2026-12-30' } },
    ],
    [
      'were Medicaid',
      { regime: 'medicaid' },
      { moves: 'earlier', after: { clockId: 'medicaid.appeal.file', legalDueOn: '2027-01-09' } },
    ],
    ['were open again', { regime: 'unknown' }, { moves: 'earlier', assumed: true }],
    [
      'gave 90 days',
      { rule: { clock: 'erisa.appeal.file', amount: 90 } },
      { moves: 'earlier', after: { legalDueOn: '2027-02-10' }, verified: false },
    ],
    ['changed nothing', { noticeOn: '2026-11-11' }, { moves: 'none', after: now }],
  ])('it %s', async (_, body, expected) => {
    const appeal = await dateOf('appeal', body);
    expect(appeal).toMatchObject({ before: now, label: expect.any(String), ...expected });
    expect(appeal.trace.map(({ output }) => output)).toContain(appeal.after!.legalDueOn);
  });

  it('the negotiation falls away with its regime, and begins with another', async () => {
    expect(await dateOf('open-negotiation', { regime: 'medicaid' })).toMatchObject({
      moves: 'gone',
      after: null,
      trace: [],
    });
    const other = (await api.call('POST', '/denials', { ...LETTER, payerClaimNumber: 'ICN-2', regime: 'medicaid' }))
      .body.id;
    expect(await dateOf('open-negotiation', { regime: 'erisa' }, other)).toMatchObject({
      moves: 'new',
      before: null,
      after: { clockId: 'nsa.open-negotiation.start' },
    });
  });

  it('warns of a date that is past, of an unverified rule, and of what moves nothing', async () => {
    const { body } = await ask({
      noticeOn: '2024-02-29',
      receivedOn: '2024-02-29',
      rule: { clock: 'ma.hearing.file', amount: 9 },
      extensionNoticedOn: '2026-11-20',
    });
    expect(body.items[0]!.warnings).toEqual([
      expect.stringMatching(/^Its legal date, Tue 27 Aug 2024, is past already\.$/),
    ]);
    expect(body.warnings).toEqual([
      'No date of this denial knows an extension, so its notice moves nothing.',
      'ma.hearing.file decides no date of this denial, so nothing moves by it.',
    ]);
    const unverified = await dateOf('appeal', { rule: { clock: 'erisa.appeal.file', amount: 170 } });
    expect(unverified.warnings).toEqual([
      expect.stringMatching(/^Nobody has verified this rule \(erisa\.appeal\.file\)/),
    ]);
  });

  it('keeps nothing, and says what the change itself would then do', async () => {
    const kept = async () => {
      const { version, deadlines, facts } = (await api.call<DenialView>('GET', `/denials/${id}`)).body;
      const { rows } = await sqlOf('select count(*) from audit_entry where denial_id = $1', [id]);
      return { version, deadlines, facts, audits: rows[0] };
    };
    const before = await kept();
    const facts = { receivedOn: '2026-11-18', printedDeadlineOn: '2027-02-01' };
    const { body } = await ask({ ...facts, appealChannel: 'fax' });
    expect(await kept()).toEqual(before);
    const other = (await api.call('POST', '/denials', { ...LETTER, payerClaimNumber: 'ICN-3' })).body.id;
    await api.call('POST', `/denials/${other}/commands`, {
      kind: 'change-fact',
      facts: { ...facts, appealChannel: 'fax' },
    });
    const saved = (await ask({ appealChannel: 'fax' }, other)).body;
    expect(saved.items.map(({ after }) => after)).toEqual(body.items.map(({ after }) => after));
    expect(saved.items.every(({ moves }) => moves === 'none')).toBe(true);
  });

  it('what the payer owes to what was sent moves by its rule and by an extension that the rule knows', async () => {
    await sqlOf(
      `insert into packet (organization_id, denial_id, purpose, channel, state, sent_on, delivered_on, created_at)
       select organization_id, id, 'exception', 'fax', 'sent', '2026-11-13', '2026-11-16', now() from denial where id = $1`,
      [id],
    );
    const owed = (body: object) => dateOf('exception-response', body);
    const rule = { clock: 'exception.response' };
    expect(await owed({ rule: { ...rule, amount: 15 } })).toMatchObject({
      moves: 'earlier',
      before: { legalDueOn: '2026-12-16' },
      after: { clockId: 'exception.response', legalDueOn: '2026-12-01' },
    });
    const extension = { amount: 15, noticeBy: 'end-of-first-period' };
    const extended = await owed({ extensionNoticedOn: '2026-11-20', rule: { ...rule, extension } });
    expect(extended).toMatchObject({ moves: 'later', after: { legalDueOn: '2026-12-31' } });
    const { status, body } = await ask<Problem>({ extensionNoticedOn: '2026-11-01' });
    expect({ status, errors: body.errors }).toEqual({
      status: 400,
      errors: [{ field: 'extensionNoticedOn', sentence: expect.stringMatching(/asked, on Fri 13 Nov 2026/) }],
    });
  });
});

describe('under a row of the payer', () => {
  it('it counts the payer’s own days, and never more than the law’s', async () => {
    const own = { ...LETTER, payerName: 'Own Days Payer', payerClaimNumber: 'ICN-3' };
    const row = { purpose: 'appeal-1', source: 'Provider manual, page 14', verifiedOn: '2026-11-01' };
    await api.call('POST', '/payer-rules', { ...row, payer: own.payerName, filingDays: 45 });
    const denial = (await api.call('POST', '/denials', own)).body.id;
    expect(await dateOf('appeal', { regime: 'contract' }, denial)).toMatchObject({
      before: { clockId: 'payer.filing', label: 'File within the payer’s own days', legalDueOn: '2026-12-25' },
      after: { clockId: 'contract.dispute.file', legalDueOn: '2026-12-25' },
      citation: row.source,
      verified: true,
    });
    expect(await dateOf('appeal', { regime: 'medicaid', noticeOn: '2026-10-01' }, denial)).toMatchObject({
      after: { clockId: 'payer.filing', legalDueOn: '2026-11-15' },
    });
  });
});

describe('what cannot be asked names the field and what to do', () => {
  const rule = { clock: 'erisa.appeal.file', amount: 90 };
  it.each<[object, string, RegExp]>([
    [{}, 'request', /Name what would be otherwise/],
    [{ receivedOn: '2026-02-31' }, 'receivedOn', /like 2026-11-30/],
    [{ receivedOn: '2199-01-01' }, 'receivedOn', /yet to come/],
    [{ noticeOn: '2199-01-01' }, 'noticeOn', /yet to come/],
    [{ receivedOn: '2026-11-01' }, 'receivedOn', /before the date of the notice/],
    [{ noticeOn: null }, 'noticeOn', /like 2026-11-30/],
    [{ regime: 'railroad' }, 'regime', /Use one of erisa/],
    [{ appealChannel: 'pigeon' }, 'appealChannel', /portal, fax, mail/],
    [{ gotOn: '2026-11-12' }, 'request', /Use receivedOn, noticeOn/],
    [{ rule: { clock: 'erisa.appeal.file' } }, 'rule', /what would be otherwise/],
    [{ rule: { amount: 9 } }, 'rule.clock', /GET \/api\/clocks/],
    [{ rule: { ...rule, clock: 'erisa.apeal.file' } }, 'rule.clock', /nearest: erisa\.appeal\.file/],
    [{ rule: { ...rule, amount: -1 } }, 'rule.amount', /whole number, 0 to 3650/],
    [{ rule: { ...rule, unit: 'hours' } }, 'rule.unit', /calendarDays, businessDays, months/],
    [{ rule: { ...rule, days: 9 } }, 'rule.days', /Use clock, amount/],
    [{ rule: { ...rule, anchor: 'decidedOn' } }, 'rule.anchor', /counts from decidedOn/],
    [{ noticeOn: '2000-01-02', receivedOn: null, regime: 'medicaid' }, 'noticeOn', /check the date of the notice/],
  ])('%j: %s', async (body, field, sentence) => {
    const { status, body: problem } = await ask<Problem>(body);
    expect({ status, code: problem.code }).toEqual({ status: 400, code: 'BAD_INPUT' });
    expect(problem.errors).toContainEqual({ field, sentence: expect.stringMatching(sentence) });
  });

  it('another organization’s denial is not there; a closed one says so; who is not signed in is not answered', async () => {
    const other = (await api.call('POST', '/organizations', { name: 'Other' })).body.id;
    const inside = { authorization: `Bearer ${BOOTSTRAP_KEY}`, 'x-organization': other };
    expect(await ask<Problem>({ regime: 'aca' }, id, inside)).toMatchObject({
      status: 404,
      body: { code: 'DENIAL_NOT_FOUND' },
    });
    expect((await ask({ regime: 'aca' }, id, { authorization: 'none' })).status).toBe(401);
    await sqlOf("update denial_view set stage = 'closed', closing = true where denial_id = $1", [id]);
    expect(await ask<Problem>({ regime: 'aca' })).toMatchObject({
      status: 409,
      body: { code: 'DENIAL_CLOSED', detail: 'The denial is closed. Reopen it to ask what would move its dates.' },
    });
  });
});
