/**
 * `npm run bench:impact [-- --open 100000]`: how long it takes to say which of 100,000 open denials a correction moves, and
 * to give it its force while every other act waits; wanted: under two minutes each. Beside it in the same run the floor:
 * the same rows read and nothing counted. Then the speed at which what moved is handed on.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Actor } from '@overturn/data/audit/audit';
import type { Caller } from '@overturn/data/accounts/caller';
import { Database } from '@overturn/data/database/database';
import { handUrls } from '@overturn/data/logins';
import { decideRule } from '@overturn/data/rules/decide-rule';
import { listRules } from '@overturn/data/rules/list-rules';
import { openCases } from '@overturn/data/rules/open-cases';
import { proposeRule } from '@overturn/data/rules/propose-rule';
import { releaseImpact } from '@overturn/data/rules/release-impact';
import { findChange } from '@overturn/data/rules/rule-change-rows';
import { workOnChange } from '@overturn/data/rules/take-force';
import { addDenials, asOwner, makePlace } from '../../libs/data/src/test-support/rows.ts';
import { startServices } from '../../tests/support/services/services.ts';

const { values } = parseArgs({ options: { open: { type: 'string', default: '100000' } } });
const open = Number(values.open);
const MARK_SECONDS = 120;
const KEY = 'erisa.appeal.file';
const RELEASES = 20;
const BENCH: Actor = { kind: 'system', id: null, name: 'Bench' };

/** Spread over four months of notices, a third with the day they came, a third with a settled regime. */
const SPREAD = `
  update denial d set notice_on = current_date - (n % 120)::int, received_on = case when n % 3 = 0 then current_date - (n % 120)::int + 4 end,
    regime = case when n % 3 = 1 then 'erisa' else 'unknown' end, regime_settled = n % 3 = 1
  from (select id, row_number() over (order by id) n from denial) numbered where numbered.id = d.id`;

const person = (organizationId: string, id: string): Caller => ({
  ...{ kind: 'person', id, name: 'Bench', organizationId, role: 'administrator' },
  ...{ clientIds: [], teamIds: [], isBootstrap: false },
});

async function timed<T>(name: string, work: () => Promise<T>): Promise<{ answer: T; seconds: number }> {
  const began = performance.now();
  const answer = await work();
  const seconds = (performance.now() - began) / 1000;
  console.log(`${name.padEnd(44)} ${seconds.toFixed(1).padStart(6)} s`);
  return { answer, seconds };
}

const services = await startServices();
const { databaseUrl } = services;
const hands = handUrls(databaseUrl, services.env['OVERTURN_SECRET']!);
const [app, engine] = [new Database(hands.app), new Database(hands.engine)];
try {
  const { organizationId } = await asOwner(databaseUrl, async (owner) => {
    const made = await makePlace(owner);
    for (let left = open; left > 0; left -= 20_000) await addDenials(owner, made, Math.min(left, 20_000));
    await owner.query(SPREAD);
    await owner.query('vacuum analyze');
    return made;
  });
  const inApp = <T>(work: Parameters<typeof app.forOrganization<T>>[1]) => app.forOrganization(organizationId, work);
  const inEngine = <T>(work: Parameters<typeof engine.forOrganization<T>>[1]) =>
    engine.forOrganization(organizationId, work);
  const [ada, ben] = [person(organizationId, crypto.randomUUID()), person(organizationId, crypto.randomUUID())];
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; ${open} open denials.`);

  const { id } = await inApp(async (tx) => {
    const { items } = await listRules(tx, { kind: 'clock' });
    const { row, effectiveFrom, citation, verified } = items.find(({ key }) => key === KEY)!;
    const asked = { kind: 'clock', key: KEY, change: 'correction', effectiveFrom, citation, verified } as const;
    return proposeRule(tx, new Date(), ada, { ...asked, row: { ...row, amount: 90 }, reason: 'To be measured.' });
  });
  const change = await inApp((tx) => findChange(tx, id));
  const floor = await timed('floor: the rows read, nothing counted', () =>
    inEngine(async (tx) => {
      let seen = 0;
      for await (const cases of openCases(tx, change)) seen += cases.length;
      return seen;
    }),
  );
  if (floor.answer !== open) throw new Error(`Read ${floor.answer} denials instead of ${open}.`);
  const counted = await timed('counted what it would move', () =>
    inEngine((tx) => workOnChange(tx, new Date(), BENCH, id)),
  );
  await inApp((tx) => decideRule(tx, new Date(), ben, id, 'approve', {}));
  const force = await timed('counted again under the lock, in force', () =>
    inEngine((tx) => workOnChange(tx, new Date(), BENCH, id)),
  );
  const { counts } = await inApp((tx) => findChange(tx, id));
  console.log(`moved: ${counts.earlier} earlier, ${counts.later} later, of ${counts.examined} looked at`);
  const released = await timed(`handed on, ${RELEASES} batches`, async () => {
    let rows = 0;
    for (let nth = 0; nth < RELEASES; nth++) {
      rows += await inEngine((tx) => releaseImpact(tx, new Date(), BENCH, id));
      await asOwner(databaseUrl, (owner) =>
        owner.query('update outbox_message set delivered_at = now() where delivered_at is null'),
      );
    }
    return rows;
  });
  console.log(`${(released.answer / released.seconds).toFixed(0)} dates a second handed on`);
  console.log(`counted against the floor: ${(counted.seconds / floor.seconds).toFixed(1)} times`);
  if (counts.earlier === 0 || Math.max(counted.seconds, force.seconds) > MARK_SECONDS) {
    console.log(`Nothing moved, or slower than ${MARK_SECONDS} s.`);
    process.exitCode = 1;
  }
} finally {
  await Promise.all([app.close(), engine.close()]);
  await services.stop();
}
