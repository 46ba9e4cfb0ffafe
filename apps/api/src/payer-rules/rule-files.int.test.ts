import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PayerRuleList, Problem, RuleImportView } from '@overturn/contracts';
import { BOOTSTRAP_KEY, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

let api: Harness;
beforeAll(async () => {
  api = await startHarness();
  const base = { source: 'Provider manual', verifiedOn: '2026-01-15' };
  for (const body of [
    { ...base, payer: 'Aster Health', askedBy: ['member', 'provider'], minimumContacts: 3, levels: 2 },
    {
      ...base,
      payer: 'Aster Health',
      purpose: 'exception',
      facilityApart: true,
      closures: ['2026-12-24', '2026-12-31'],
    },
    { ...base, payer: '=cmd()|x', source: '@SUM(A1), "quoted"\nsecond line' },
    { ...base, payer: "'=quoted", channel: 'phone', mode: 'manual', address: '+1 212-555-0143 x12', regime: 'erisa' },
  ])
    expect((await api.call('POST', '/payer-rules', body)).status).toBe(201);
}, 120_000);
afterAll(() => api.stop());

const file = async (format: string) => (await api.call<string>('GET', `/payer-rules/export?format=${format}`)).body;
const asText = (text: unknown): string => (typeof text === 'string' ? text : JSON.stringify(text));

async function send(text: string, dryRun: boolean, how: 'file' | 'text' = 'file', flag = 'dryRun') {
  const form = new FormData();
  form.append('file', new Blob([text]), 'rules.csv');
  const response = await fetch(`${api.url}/api/payer-rules/import?${flag}=${dryRun}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BOOTSTRAP_KEY}`, ...(how === 'text' && { 'content-type': 'text/csv' }) },
    body: how === 'text' ? text : form,
  });
  return { status: response.status, body: (await response.json()) as RuleImportView & Problem };
}
const kept = async () => (await api.call<PayerRuleList>('GET', '/payer-rules')).body.items;

const HEAD = 'payer,purpose,state,channel,address,minimumContacts,source,verifiedOn';

describe('rows as a file', () => {
  it.each(['csv', 'json'])('an export as %s, imported again, changes nothing', async (format) => {
    const { status, body } = await send(asText(await file(format)), true);
    expect([status, body]).toEqual([
      200,
      {
        dryRun: true,
        written: false,
        says: 'Nothing was written yet: 0 would be added, 0 would be changed, 4 unchanged.',
        ...{ added: [], changed: [], unchanged: 4, refused: [] },
      },
    ]);
  });

  it('no cell of the export begins so that a spreadsheet runs it', async () => {
    const csv = await file('csv');
    expect(csv).toContain("'+1 212-555-0143 x12");
    expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
  });

  it('a dry run whose name is misspelt writes nothing', async () => {
    const before = await kept();
    const { status, body } = await send(
      `${HEAD}\r\nElm Mutual,exception,NJ,fax,212-555-0143,2,Call 1,2026-02-01`,
      true,
      'text',
      'dryrun',
    );
    expect({ status, errors: body.errors }).toEqual({
      status: 400,
      errors: [{ field: 'dryrun', sentence: 'There is nothing of this name. Use dryRun.' }],
    });
    expect(await kept()).toEqual(before);
  });

  it('a dry run names each refused row, and the import then writes nothing', async () => {
    const before = await kept();
    const csv = [
      HEAD,
      'Birch Mutual,exception,NJ,fax,212-555-0143,2,Call 4711,2026-02-01',
      'Birch Mutual,gap,ZZ,fax,212-555-0143,2,Call 4711,2026-02-01',
      'Birch Mutual,exception,NJ,,,,Call 4712,2026-02-01',
      'Aster Health,,,,,5,Provider manual,2199-01-01',
      'Cedar Plan,,,fax,12,,Provider manual,2026-02-01',
    ].join('\r\n');
    for (const dryRun of [true, false]) {
      const { body } = await send(csv, dryRun);
      expect(body.refused).toEqual([
        { line: 3, field: 'state', remedy: expect.stringMatching(/NJ/) },
        { line: 3, field: 'purpose', remedy: expect.stringMatching(/Use exception/) },
        { line: 4, field: 'payer', remedy: expect.stringMatching(/^Line 2 is for the same/) },
        { line: 5, field: 'verifiedOn', remedy: expect.stringMatching(/still to come/) },
        { line: 6, field: 'address', remedy: expect.stringMatching(/ten digits/) },
      ]);
      expect(body).toMatchObject({ written: false, dryRun, added: [{ line: 2, what: 'exception, NJ' }] });
      expect(body.says).toMatch(/^4 rows are refused, so nothing w/);
    }
    expect(await kept()).toEqual(before);
  });

  it('adds and changes what the file says, and leaves the rest', async () => {
    const csv = `\uFEFF${HEAD}\nBirch Mutual,exception,NJ,fax,212-555-0143,2,Call 4711,2026-02-01\nAster Health,,,,,5,Provider manual,2026-03-01\n`;
    const { body } = await send(csv, false, 'text');
    expect(body).toMatchObject({
      written: true,
      says: '1 added, 1 changed, 0 unchanged.',
      changed: [{ line: 3, fields: ['askedBy', 'minimumContacts', 'levels', 'verifiedOn'] }],
    });
    const rows = await kept();
    expect(rows.length).toBe(5);
    expect(rows.find(({ payer, purpose }) => payer === 'NAME:ASTER HEALTH' && !purpose)).toMatchObject({
      version: 2,
      minimumContacts: 5,
    });
    expect((await send(csv, false)).body).toMatchObject({ added: [], changed: [], unchanged: 2 });
  });

  it.each([
    ['', /no row|lacks/],
    ['payer,fax\nA,1', /columns that do not exist: fax/],
    ['payer\nA', /lacks the columns source, verifiedOn/],
    ['payer,source,payer,verifiedOn\nA,b,C,2026-02-01', /names payer twice/],
    [`${HEAD}\nA,b`, /^Line \d/],
    [`${HEAD}\n"A,b`, /^Line \d/],
    ['{"rules": 1}', /no list of rows/],
    ['[', /no valid JSON/],
  ])('%j is refused with what to do', async (text, remedy) => {
    const { status, body } = await send(text, true);
    expect([status, body.errors]).toEqual([400, [{ field: 'file', sentence: expect.stringMatching(remedy) }]]);
  });
});
