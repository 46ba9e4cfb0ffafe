import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AcceptedImports, RemittancePage } from '@overturn/contracts';
import { asOwner } from '@overturn/data/test-support/rows';
import { signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const PASSWORD = 'correct horse battery';
let api: Harness;
beforeAll(async () => {
  api = await startHarness();
  const { id } = (await api.call('POST', '/clients', { name: 'Lakeside' })).body;
  await api.call('POST', '/users', {
    email: 'lim@example.test',
    name: 'Lim',
    password: PASSWORD,
    role: 'specialist',
    clientIds: [id],
  });
}, 120_000);
afterAll(() => api.stop());

const open = async (payerClaimNumber: string): Promise<string> => {
  const letter = {
    payerName: 'Invented Payer',
    claimNumber: 'CLM-1',
    payerClaimNumber,
    codes: [{ group: 'CO', carc: '242' }],
    noticeOn: '2026-11-12',
  };
  return (await api.call('POST', '/denials', letter)).body.id;
};
const sqlOf = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  asOwner(api.services.databaseUrl, async (owner) => (await owner.query(text, values)).rows as T[]);

describe('files', () => {
  it('are kept by their bytes and given back, to be looked at where that is safe', async () => {
    const id = await open('ICN-12');
    const form = new FormData();
    form.append('denialId', id);
    form.append('file', new Blob(['%PDF-1.7 a capture']), '../../Petra\u0007 capture.exe');
    const stored = await api.call('POST', '/files', form);
    expect(stored).toMatchObject({
      status: 201,
      body: { name: 'Petra capture.exe', mediaType: 'application/pdf', sizeBytes: 18 },
    });
    const read = await api.call('GET', `/files/${stored.body.id}`);
    expect(read.body).toBe('%PDF-1.7 a capture');
    expect(read.headers.get('content-disposition')).toMatch(/^inline;/);
    expect(read.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    const page = new FormData();
    page.append('denialId', id);
    page.append('file', new Blob(['<script>alert(1)</script>']), 'page.pdf');
    const { id: pageId } = (await api.call('POST', '/files', page)).body;
    const saved = await api.call('GET', `/files/${pageId}`);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/);
    const headers = await signIn(api, 'lim@example.test', PASSWORD);
    expect((await api.call('GET', `/files/${stored.body.id}`, undefined, headers)).status).toBe(404);
    expect((await api.call('POST', '/files', new FormData())).status).toBe(400);
  });

  it('of the same bytes are one import', async () => {
    const form = (): FormData => {
      const data = new FormData();
      data.append('file', new Blob(['ISA*00*']), 'a.835');
      return data;
    };
    const first = await api.call<AcceptedImports>('POST', '/remittances', form());
    expect(first).toMatchObject({
      status: 202,
      body: { state: 'received', items: [{ alreadyImported: false, fileName: 'a.835' }] },
    });
    const [again, and] = await Promise.all([
      api.call<AcceptedImports>('POST', '/remittances', form()),
      api.call<AcceptedImports>('POST', '/remittances', form()),
    ]);
    expect([again.body.items[0], and.body.items[0]]).toEqual([
      expect.objectContaining({ id: first.body.id, alreadyImported: true }),
      expect.objectContaining({ id: first.body.id, alreadyImported: true }),
    ]);
    expect((await api.call('GET', `/remittances/${first.body.id}`)).body).toMatchObject({
      state: 'received',
      sizeBytes: 7,
      refused: [],
      warnings: [],
    });
    expect((await api.call<RemittancePage>('GET', '/remittances')).body.items).toHaveLength(1);
    expect((await api.call('GET', `/remittances/${first.body.id}/claims`)).body).toEqual({
      items: [],
      nextCursor: null,
    });
    expect((await api.call('POST', `/remittances/${first.body.id}/retry`)).status).toBe(409);
    const jobs = await sqlOf<{ name: string }>("select name from queue.job where data ->> 'remittanceId' = $1", [
      first.body.id,
    ]);
    expect(jobs).toHaveLength(1);
  });
});

describe('letters', () => {
  it('are saved over the text that was looked at, while they are drafts', async () => {
    const id = await open('ICN-13');
    const [row] = await sqlOf<{ id: string }>(
      `insert into document (organization_id, denial_id, key, kind, template_id, state, title, body, exhibits, created_at, updated_at)
       select organization_id, id, 'exception-request', 'exception-request', 'exception-request/1', 'draft', 'Request', 'Dear payer', '[]', now(), now()
       from denial where id = $1 returning id`,
      [id],
    );
    const read = await api.call('GET', `/documents/${row!.id}`);
    const save = (tag: string | null) =>
      api.call(
        'PUT',
        `/documents/${row!.id}`,
        { body: 'Dear Sir or Madam' },
        { authorization: 'Bearer bootstrap key of a test', ...(tag && { 'if-match': tag }) },
      );
    expect((await save(null)).status).toBe(400);
    expect(await save(read.headers.get('etag'))).toMatchObject({
      status: 200,
      body: { body: 'Dear Sir or Madam', version: 2 },
    });
    expect(await save(read.headers.get('etag'))).toMatchObject({ status: 412, body: { code: 'CHANGED_MEANWHILE' } });
    expect((await api.call('GET', `/documents/${row!.id}/file`)).status).toBe(404);
  });
});
