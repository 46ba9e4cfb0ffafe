import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AmendedClaims,
  AuditPage,
  ClientView,
  CommandView,
  DeadlineList,
  DenialPage,
  DenialView,
  ResponseView,
  SearchView,
} from '@overturn/contracts';
import { addDenials, asOwner } from '@overturn/data/test-support/rows';
import type { Place } from '@overturn/data/test-support/rows';
import { signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness, Items } from '../test-support/api-harness.ts';

const PASSWORD = 'correct horse battery';
const LETTER = {
  payerName: 'Invented Payer',
  claimNumber: 'CLM-778812',
  payerClaimNumber: 'ICN-1',
  patientFirstName: 'Petra',
  patientLastName: 'Mustermann',
  memberId: 'MEM443322',
  serviceFrom: '2026-10-01',
  amountCents: 125_000,
  codes: [{ group: 'CO', carc: '242' }],
  procedures: ['70553'],
  noticeOn: '2026-11-12',
  wording: 'Services were rendered by an out-of-network provider.',
};
let api: Harness;
let lakeside: string;
beforeAll(async () => {
  api = await startHarness();
  lakeside = (await api.call('POST', '/clients', { name: 'Lakeside' })).body.id;
  await api.call('POST', '/users', {
    email: 'lim@example.test',
    name: 'Lim',
    password: PASSWORD,
    role: 'specialist',
    clientIds: [lakeside],
  });
  await api.call('POST', '/users', { email: 'all@example.test', name: 'Ana', password: PASSWORD, role: 'specialist' });
}, 120_000);
afterAll(() => api.stop());

const open = async (changes: object = {}): Promise<string> =>
  (await api.call('POST', '/denials', { ...LETTER, ...changes })).body.id;
const sqlOf = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  asOwner(api.services.databaseUrl, async (owner) => (await owner.query(text, values)).rows as T[]);
/** Where that denial is. */
const placeOf = async (denial: string): Promise<Place> => {
  const [place] = await sqlOf<Place>(
    'select organization_id "organizationId", client_id "clientId", team_id "teamId", payer_id "payerId" from denial where id = $1',
    [denial],
  );
  return place!;
};

describe('a denial from a letter', () => {
  it('is opened once, and says which one is there', async () => {
    const first = await api.call('POST', '/denials', LETTER);
    expect(first).toMatchObject({
      status: 201,
      body: { class: 'out-of-network', claimNumberTail: '8812', patientInitials: 'PM', amountCents: 125_000 },
    });
    const second = await api.call('POST', '/denials', LETTER);
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'DENIAL_EXISTS', details: { denialId: first.body.id } },
    });
  });

  it('is told whole: reasons, paths, lines, dates with their trace, and what a packet lacks', async () => {
    const id = await open({ payerClaimNumber: 'ICN-2' });
    const { body, headers } = await api.call<DenialView>('GET', `/denials/${id}`);
    expect(headers.get('etag')).toBe(`"${body.version}"`);
    expect(body).toMatchObject({
      memberTail: '3322',
      triage: { label: 'Out of network' },
      facts: { noticeOn: '2026-11-12', regime: 'unknown' },
    });
    expect(body.adjustments).toEqual([
      expect.objectContaining({ carc: '242', label: 'not by a network or primary-care provider' }),
    ]);
    expect(body.lines).toEqual([expect.objectContaining({ procedure: '70553' })]);
    expect(body.paths.filter(({ suggested }) => suggested)).toEqual([expect.objectContaining({ id: 'access-gap' })]);
    expect(body.lacks.join(' ')).toMatch(/diagnosis/);
    const [appeal] = body.deadlines.filter(({ purpose }) => purpose === 'appeal');
    expect(appeal).toMatchObject({
      safeDueOn: '2027-01-04',
      legalDueOn: '2027-01-11',
      assumed: true,
      trace: expect.arrayContaining([expect.objectContaining({ sentence: expect.any(String) })]),
    });
    expect(JSON.stringify(body)).not.toMatch(/Petra|Mustermann|MEM443322/);
  });

  it('names the payer field when there is none', async () => {
    const answer = await api.call('POST', '/denials', { ...LETTER, payerName: undefined, amountCents: -1 });
    expect(answer).toMatchObject({ status: 400, body: { code: 'BAD_INPUT', errors: [{ field: 'amountCents' }] } });
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  });
});

describe('the patient', () => {
  it('is opened with a reason, or while holding a task there; each time in the audit', async () => {
    const id = await open({ payerClaimNumber: 'ICN-3' });
    expect((await api.call('POST', `/denials/${id}/patient`, {})).status).toBe(400);
    const opened = await api.call('POST', `/denials/${id}/patient`, { reason: 'The payer called back.' });
    expect(opened.body).toEqual({ firstName: 'Petra', lastName: 'Mustermann', memberId: 'MEM443322' });
    const { items } = (await api.call<AuditPage>('GET', `/audit?denialId=${id}&act=patient.opened`)).body;
    expect(items).toEqual([expect.objectContaining({ after: { reason: 'The payer called back.' } })]);
  });

  it('is found by name through the body, and the search is an act', async () => {
    const found = await api.call<SearchView>('POST', '/search', { query: 'mustermann' });
    expect(found.body.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(found.body)).not.toMatch(/Mustermann/);
    expect((await api.call<AuditPage>('GET', '/audit?act=searched')).body.items[0]).toMatchObject({
      after: { words: 'mustermann' },
    });
  });
});

describe('one who works for some clients', () => {
  it('sees those and nothing else, whatever is asked', async () => {
    const other = await open({ payerClaimNumber: 'ICN-4' });
    const own = await open({ payerClaimNumber: 'ICN-5', clientId: lakeside });
    const headers = await signIn(api, 'lim@example.test', PASSWORD);
    const ids = (await api.call<DenialPage>('GET', '/denials', undefined, headers)).body.items.map(({ id }) => id);
    expect(ids).toEqual([own]);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/timeline', undefined],
      ['GET', '/commands', undefined],
      ['POST', '/patient', { reason: 'x' }],
      ['POST', '/commands', { kind: 'withdraw', reason: 'because' }],
      ['POST', '/responses', { outcome: 'denied' }],
    ] as const)
      expect((await api.call(method, `/denials/${other}${path}`, body, headers)).status).toBe(404);
    const found = await api.call<SearchView>('POST', '/search', { query: 'mustermann' }, headers);
    expect(found.body.items.map(({ id }) => id)).toEqual([own]);
    await asOwner(api.services.databaseUrl, async (owner) => addDenials(owner, await placeOf(other), 50));
    const still = await api.call<SearchView>('POST', '/search', { query: 'mustermann' }, headers);
    expect(still.body.items.map(({ id }) => id)).toEqual([own]);
    const deadlines = await api.call<DeadlineList>('GET', '/deadlines', undefined, headers);
    expect(new Set(deadlines.body.items.map(({ denialId }) => denialId))).toEqual(new Set([own]));
    expect(
      (
        await api.call(
          'POST',
          '/denials',
          {
            ...LETTER,
            payerClaimNumber: 'ICN-6',
            clientId: (await api.call<Items<ClientView>>('GET', '/clients')).body.items.find(
              ({ isDefault }) => isDefault,
            )!.id,
          },
          headers,
        )
      ).status,
    ).toBe(403);
  });
});

describe('a create with an Idempotency-Key', () => {
  it('is done once and answers the same, however many send it at the same moment', async () => {
    const headers = { 'idempotency-key': 'letter-1', authorization: 'Bearer bootstrap key of a test' };
    const body = { ...LETTER, payerClaimNumber: 'ICN-7' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => api.call('POST', '/denials', body, headers)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    for (const answer of answers) expect(answer.body).toEqual(answers[0]!.body);
    const other = await api.call('POST', '/denials', { ...body, amountCents: 1 }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_MISMATCH' } });
  });
});

describe('answers and commands', () => {
  it('an answer of a day to come is none', async () => {
    const id = await open({ payerClaimNumber: 'ICN-99' });
    const answer = { outcome: 'denied', answeredOn: '2099-01-01' };
    expect(await api.call('POST', `/denials/${id}/responses`, answer)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'answeredOn', sentence: expect.stringContaining('yet to come') }] },
    });
  });

  it('an answer arrives once by its externalId', async () => {
    const id = await open({ payerClaimNumber: 'ICN-8' });
    const answer = { externalId: 'fax-17', outcome: 'denied', answeredOn: '2026-11-20' };
    const both = await Promise.all([
      api.call<ResponseView>('POST', `/denials/${id}/responses`, answer),
      api.call<ResponseView>('POST', `/denials/${id}/responses`, answer),
    ]);
    expect(both.map(({ status }) => status)).toEqual([202, 202]);
    expect(both.map(({ body }) => body.repeated).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
    expect(both[0].body.id).toBe(both[1].body.id);
    const messages = await sqlOf('select number, payload from outbox_message where denial_id = $1 and kind = $2', [
      id,
      'response',
    ]);
    expect(messages).toEqual([
      { number: 1, payload: { inboxId: both[0].body.id, outcome: 'denied', regards: 'exception' } },
    ]);
  });

  it('a fact is changed at once, over the version that was looked at', async () => {
    const id = await open({ payerClaimNumber: 'ICN-9' });
    const { headers } = await api.call<DenialView>('GET', `/denials/${id}`);
    const change = { kind: 'change-fact', facts: { receivedOn: '2026-11-16', regime: 'erisa' } };
    const tagged = { 'if-match': headers.get('etag')!, authorization: 'Bearer bootstrap key of a test' };
    expect(await api.call('POST', `/denials/${id}/commands`, change, tagged)).toMatchObject({
      status: 202,
      body: { state: 'queued', kind: 'change-fact' },
    });
    expect((await api.call<DenialView>('GET', `/denials/${id}`)).body.facts).toMatchObject({
      receivedOn: '2026-11-16',
      regime: 'erisa',
      regimeSettled: true,
    });
    expect(await api.call('POST', `/denials/${id}/commands`, change, tagged)).toMatchObject({
      status: 412,
      body: { code: 'CHANGED_MEANWHILE' },
    });
    const { items } = (await api.call<Items<CommandView>>('GET', `/denials/${id}/commands`)).body;
    expect(items).toHaveLength(1);
  });

  it('a closed denial takes no command; an answer of the payer is kept for a decision to reopen', async () => {
    const id = await open({ payerClaimNumber: 'ICN-10' });
    await sqlOf("update denial_view set stage = 'closed', closing = true where denial_id = $1", [id]);
    expect(await api.call('POST', `/denials/${id}/commands`, { kind: 'file-now' })).toMatchObject({
      status: 409,
      body: { code: 'DENIAL_CLOSED' },
    });
    const answer = await api.call<ResponseView>('POST', `/denials/${id}/responses`, { outcome: 'approved' });
    expect(answer.status).toBe(202);
    const { lateArrivals } = (await api.call<DenialView>('GET', `/denials/${id}`)).body;
    expect(lateArrivals).toEqual([
      expect.objectContaining({ kind: 'response', sentence: expect.stringContaining('after this denial was closed') }),
    ]);
    expect((await api.call<DenialPage>('GET', '/denials?state=closed')).body.items.map(({ id }) => id)).toEqual([id]);
  });
});

describe('lists', () => {
  it('page by cursor, each row once, in order', async () => {
    const seen: { id: string; amountCents: number }[] = [];
    let cursor: string | null = '';
    do {
      const { body }: { body: DenialPage } = await api.call<DenialPage>(
        'GET',
        `/denials?state=all&sort=amount&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      expect(body.total).toBeGreaterThan(5);
      seen.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ amountCents }) => amountCents)).toEqual(
      seen.map(({ amountCents }) => amountCents).sort((a, b) => b - a),
    );
    expect((await api.call<DenialPage>('GET', '/denials?cursor=nonsense')).status).toBe(400);
  });
});

describe('claims', () => {
  it('take what a remittance does not carry, by number, and tell their denials', async () => {
    const id = await open({ payerClaimNumber: 'ICN-11', claimNumber: 'AMEND-1' });
    const answer = await api.call<AmendedClaims>('POST', '/claims', {
      claimNumber: 'AMEND-1',
      diagnoses: ['g43909'],
      renderingNpi: '1003000126',
    });
    expect(answer.body).toMatchObject({ state: 'applied', claimIds: [expect.any(String)] });
    expect((await api.call<DenialView>('GET', `/denials/${id}`)).body.facts).toMatchObject({
      diagnoses: ['G43.909'],
      renderingNpi: '1003000126',
    });
    expect(
      await sqlOf('select kind, number from outbox_message where denial_id = $1 and kind = $2', [id, 'facts-changed']),
    ).toEqual([{ kind: 'facts-changed', number: 1 }]);
    const wrong = await api.call<AmendedClaims>('POST', '/claims', {
      claimNumber: 'AMEND-1',
      renderingNpi: '1234567890',
    });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: 'renderingNpi' }] } });
  });

  it('that are not there yet get them when they come, and the same request is kept once', async () => {
    const body = { claimNumber: 'LATER-1', diagnoses: ['G43.909'] };
    const send = () => api.call<AmendedClaims>('POST', '/claims', body, { 'idempotency-key': 'facts/LATER-1' });
    const answer = await send();
    expect(answer).toMatchObject({ status: 200, body: { state: 'kept', claimIds: [] } });
    expect((await send()).body).toEqual(answer.body);
    const id = await open({ payerClaimNumber: 'ICN-12', claimNumber: 'LATER-1', diagnoses: [] });
    expect((await api.call<DenialView>('GET', `/denials/${id}`)).body.facts.diagnoses).toEqual(['G43.909']);
    expect(await sqlOf("select act from audit_entry where act = 'claims.facts-kept'", [])).toHaveLength(1);
  });
});
