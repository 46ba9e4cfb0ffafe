import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner } from '@overturn/data/test-support/rows';
import { startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const LETTER = {
  ...{ payerName: 'Invented Payer', claimNumber: 'CLM-778812', serviceFrom: '2026-10-01', amountCents: 125_000 },
  ...{ codes: [{ group: 'CO', carc: '242' }], procedures: ['70553'], noticeOn: '2026-11-12' },
};
let api: Harness;
let opened = 0;
beforeAll(async () => void (api = await startHarness()), 120_000);
afterAll(() => api.stop());

const open = (changes: object = {}) =>
  api.call('POST', '/denials', { ...LETTER, payerClaimNumber: `ICN-${++opened}`, ...changes });
const CHANNELS = 'Use one of portal, fax, mail, email, phone.';
const PLANS = 'Use one of hmo, epo, ppo, pos, indemnity, unknown.';
const LONG_AGO = 'This day lies before the year 2000: check the year.';
const YET_TO_COME = 'This day is yet to come. Give the day that the notice says, or on which it came.';
const BEFORE = 'Wed 11 Nov 2026 lies before the date of the notice, Thu 12 Nov 2026: check both days.';

/** Every way in which the facts of a denial are given, with where its refusal names the field. */
const DOORS: [string, string, (facts: object) => ReturnType<typeof open>][] = [
  ['opening', '', (facts) => open(facts)],
  [
    'a changed fact',
    'facts.',
    async (facts) => {
      const { id } = (await open()).body;
      return api.call('POST', `/denials/${id}/commands`, { kind: 'change-fact', facts });
    },
  ],
  ['a what-if', '', async (facts) => api.call('POST', `/denials/${(await open()).body.id}/what-if`, facts)],
];

describe.each(DOORS)('days and words given by %s', (door, prefix, give) => {
  const cases: [object, string, string][] = [
    [{ noticeOn: '2199-01-01' }, 'noticeOn', YET_TO_COME],
    [{ receivedOn: '2199-01-01' }, 'receivedOn', YET_TO_COME],
    [{ noticeOn: '1900-01-01' }, 'noticeOn', LONG_AGO],
    [{ printedDeadlineOn: '1999-12-31' }, 'printedDeadlineOn', LONG_AGO],
    [{ receivedOn: '2026-11-11' }, 'receivedOn', BEFORE],
    [{ planDeadlineOn: '2026-11-11' }, 'planDeadlineOn', BEFORE],
  ];
  it.each(cases)('%o are refused with field and remedy, and nothing is kept', async (facts, field, sentence) => {
    const { status, body } = await give(facts);
    expect({ status, errors: body.errors }).toEqual({ status: 400, errors: [{ field, sentence }] });
  });

  const words: [object, string, string][] = [
    ...(door === 'opening'
      ? []
      : [[{ appealChannel: 'pigeon' }, 'appealChannel', CHANNELS] as [object, string, string]]),
    ...(door === 'a what-if' ? [] : [[{ planType: 'xyz' }, 'planType', PLANS] as [object, string, string]]),
  ];
  it.each(words)('%o is refused with the list', async (facts, field, sentence) => {
    const { status, body } = await give(facts);
    expect({ status, errors: body.errors }).toEqual({ status: 400, errors: [{ field: prefix + field, sentence }] });
  });

  it('that can be are taken', async () => {
    expect((await give({ noticeOn: '2026-11-12', receivedOn: '2026-11-12' })).status).toBeLessThan(300);
  });
});

it('what was kept before the checks stays, and other facts are changed beside it', async () => {
  const { id } = (await open()).body;
  await asOwner(api.services.databaseUrl, (owner) =>
    owner.query(`update denial set received_on = '2026-11-01', plan_type = 'xyz' where id = $1`, [id]),
  );
  const change = (facts: object) => api.call('POST', `/denials/${id}/commands`, { kind: 'change-fact', facts });
  expect((await change({ standing: 'member' })).status).toBe(202);
  expect((await api.call('GET', `/denials/${id}`)).status).toBe(200);
  expect((await change({ noticeOn: '2026-11-10' })).body.errors).toEqual([
    { field: 'noticeOn', sentence: expect.stringMatching(/^Sun 1 Nov 2026 lies before/) },
  ]);
  expect((await change({ noticeOn: '2026-11-10', receivedOn: '2026-11-12' })).status).toBe(202);
});
