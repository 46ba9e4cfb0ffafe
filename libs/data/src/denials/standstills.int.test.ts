import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startServices } from '../../../../tests/support/services/services.ts';
import type { Services } from '../../../../tests/support/services/services.ts';
import { Database } from '../database/database.ts';
import { handUrls } from '../logins.ts';
import { addDenials, addTasks, asOwner, makePlace } from '../test-support/rows.ts';
import { readScreenRows } from './screen-rows.ts';

let services: Services;
let page: Database;
beforeAll(async () => {
  services = await startServices();
  page = new Database(handUrls(services.databaseUrl, services.env['OVERTURN_SECRET']!).app);
}, 120_000);
afterAll(async () => {
  await page?.close();
  await services?.stop();
});

interface Decided {
  why: string;
  outcome: string;
  regards?: string;
}

/** Which dates the payer owes after it wanted more of the exception and the appeal was sent too, and a supervisor decided so. */
const owedAfter = async (wished: string, decided: Decided | null): Promise<string[]> => {
  const [place, id] = await asOwner(services.databaseUrl, async (owner) => {
    const made = await makePlace(owner);
    const [denialId] = await addDenials(owner, made, 1);
    const about = [made.organizationId, denialId];
    await owner.query(
      `insert into packet (organization_id, denial_id, purpose, channel, state, sent_on, created_at)
       select $1, $2, purpose, 'fax', 'sent', '2026-08-01', now() - interval '90 days' from unnest('{exception,appeal}'::text[]) purpose`,
      about,
    );
    await owner.query(
      `insert into deadline (organization_id, denial_id, purpose, clock_id, owed_by, late_on, assumed, verified, citation, trace, lost, state, generation, seq)
       select $1, $2, regards || '-response', regards, 'payer', '2026-09-01', false, false, '', '[]', '[]', 'running', 1, 1
       from unnest('{exception,appeal}'::text[]) regards`,
      about,
    );
    await owner.query(
      `insert into payer_response (organization_id, denial_id, external_id, regards, outcome, answered_on, actor, created_at)
       values ($1, $2, 'r', 'exception', $3, '2026-08-20', '{}', now() - interval '70 days')`,
      [...about, wished],
    );
    if (decided) {
      const { why, outcome, ...regards } = decided;
      const [task] = await addTasks(owner, made, [denialId!], { kind: 'rescue', queue: 'rescue', role: 'supervisor' });
      await owner.query(
        `update task set state = 'completed', outcome = $2, context = $3, completed_at = now() where id = $1`,
        [task, outcome, { why, ...regards }],
      );
    }
    return [made, denialId!] as const;
  });
  const { owed } = await page.forOrganization(place.organizationId, (tx) => readScreenRows(tx, id));
  return owed.map(({ clockId }) => clockId).sort();
};

const MORE = 'more-information';
it.each<[string, string, Decided | null, string[]]>([
  ['a payer that wants more owes nothing until that is decided', MORE, null, ['appeal']],
  ['supplied', MORE, { why: MORE, outcome: 'done', regards: 'exception' }, ['appeal', 'exception']],
  ['waived', MORE, { why: MORE, outcome: 'waived', regards: 'exception' }, ['appeal', 'exception']],
  ['decided before rescues said what they regard', MORE, { why: MORE, outcome: 'done' }, ['appeal', 'exception']],
  [
    'handed to somebody else: not decided',
    MORE,
    { why: MORE, outcome: 'reassigned', regards: 'exception' },
    ['appeal'],
  ],
  ['decided of the appeal only', MORE, { why: MORE, outcome: 'done', regards: 'appeal' }, ['appeal']],
  ['decided for another reason only', MORE, { why: 'partly', outcome: 'done', regards: 'exception' }, ['appeal']],
  ['an acknowledgement leaves it owing', 'acknowledged', null, ['appeal', 'exception']],
])('%s', async (_, wished, decided, owed) => expect(await owedAfter(wished, decided)).toEqual(owed));
