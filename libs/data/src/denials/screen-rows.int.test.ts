import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startServices } from '../../../../tests/support/services/services.ts';
import type { Services } from '../../../../tests/support/services/services.ts';
import { Database } from '../database/database.ts';
import { handUrls } from '../logins.ts';
import { addDenials, asOwner, makePlace } from '../test-support/rows.ts';
import { screenDenial } from './screen-denial.ts';
import { SHIPPED_RULES } from '../test-support/screen-rows.ts';
import { readScreenRows } from './screen-rows.ts';

let services: Services;
beforeAll(async () => void (services = await startServices()), 120_000);
afterAll(() => services.stop());

it('page and worker, each with its own login, read the same rows and propose the same path', async () => {
  const [place, id] = await asOwner(services.databaseUrl, async (owner) => {
    const made = await makePlace(owner);
    const [denialId] = await addDenials(owner, made, 1);
    const about = [made.organizationId, denialId];
    await owner.query(
      `insert into adjustment (organization_id, claim_id, ordinal, group_code, carc, amount_cents)
       select $1, claim_id, 1, 'PR', '242', 10000 from denial where id = $2`,
      about,
    );
    await owner.query(
      `insert into claim_line (organization_id, claim_id, ordinal, procedure, charged_cents, paid_cents, units, remarks)
       select $1, claim_id, 1, '72148', 10000, 0, 1, '{N864}' from denial where id = $2`,
      about,
    );
    await owner.query(
      `insert into evidence (organization_id, denial_id, slot, created_at) values ($1, $2, 'directory-proof', now())`,
      about,
    );
    await owner.query(
      `insert into packet (organization_id, denial_id, purpose, channel, state, sent_on, created_at)
       values ($1, $2, 'exception', 'fax', 'sent', '2026-11-20', now())`,
      about,
    );
    await owner.query(
      `insert into payer_response (organization_id, denial_id, external_id, regards, outcome, answered_on, actor, created_at)
       values ($1, $2, 'r', 'exception', 'acknowledged', '2026-11-21', '{}', now())`,
      about,
    );
    await owner.query(
      `insert into appeal (organization_id, denial_id, level, reason, state, created_at) values ($1, $2, 1, 'filing-date', 'drafted', now())`,
      about,
    );
    return [made, denialId!] as const;
  });
  const hands = handUrls(services.databaseUrl, services.env['OVERTURN_SECRET']!);
  const [page, worker] = await Promise.all(
    [hands.app, hands.engine].map(async (url) => {
      const db = new Database(url);
      try {
        return await db.forOrganization(place.organizationId, (tx) => readScreenRows(tx, id));
      } finally {
        await db.close();
      }
    }),
  );
  expect(worker).toEqual(page);
  expect(page).toMatchObject({
    denial: { class: 'out-of-network', amountCents: 10_000, payer: 'N104:1' },
    claim: { claimStatus: '1', serviceFrom: '2026-10-01' },
    lines: [{ ordinal: 1, procedure: '72148', remarks: ['N864'] }],
    adjustments: [{ group: 'PR', carc: '242', amountCents: 10_000, line: null }],
    evidence: [{ slot: 'directory-proof', doesNotExist: false }],
    packets: [{ purpose: 'exception' }],
    responses: [{ regards: 'exception', outcome: 'acknowledged' }],
    appeals: [{ level: 1, reason: 'filing-date', state: 'drafted' }],
  });
  const screened = screenDenial(page!, '2026-11-23', SHIPPED_RULES);
  expect([screened.proposed, screened.facts.exception]).toEqual(['no-surprises', 'asked']);
});
