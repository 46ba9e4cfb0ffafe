/** What a task's form learns beside what it asks is an answer to an open question, like one that is given on the page. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from '@overturn/data/database/database';
import { readScreenRows } from '@overturn/data/denials/screen-rows';
import { readRules } from '@overturn/data/rules/read-rules';
import { readCase } from '../../apps/worker/src/denials/projection/case-rows.ts';
import { applyOp } from '../../apps/worker/src/denials/projection/operations.ts';
import type { StepContext } from '../../apps/worker/src/denials/projection/step-context.ts';
import { generated } from './intake-files.ts';
import { IntakeGround } from './intake-ground.ts';

let ground: IntakeGround;
beforeAll(async () => void (ground = await IntakeGround.open()), 120_000);
afterAll(() => ground.close());

const row = (provider: string) => ({ provider, contactedOn: '2026-11-02', distanceMiles: 80, answer: 'No' });

it('answers of tasks are kept with who was asked and when, and shown in the timeline', async () => {
  const organization = await ground.newOrganization();
  await ground.import(organization, generated(1, 1, ground.today));
  const [denial] = await ground.rows<{ id: string }>(organization, sql`select id from denial`);
  const denialId = denial!.id;
  const now = ground.now();
  await ground.engine.forOrganization(organization.id, async (tx) => {
    const step = {
      ...{ denialId, organizationId: organization.id, generation: 1, seq: 1, lastNumber: 0 },
      ...{ now: now.toISOString(), ops: [], carried: {} },
    };
    const context: StepContext = {
      ...{ tx, step, now, rows: await readCase(tx, denialId), rules: await readRules(tx, denialId) },
      ...{ timeline: [], notices: [], toRender: [] },
    };
    const answer = async (
      kind: 'verify-network' | 'ask-provider' | 'log-alternatives',
      key: string,
      outcome: string,
      fields: object,
    ) => {
      await applyOp(context, { op: 'open-task', key, kind, why: 'opened', giveTo: 'queue' });
      const task = await tx.row<{ id: string }>(sql`
        update task set state = 'completed', outcome = ${outcome}, answer = ${JSON.stringify(fields)}::jsonb, completed_at = ${now}
        where denial_id = ${denialId} and key = ${key} returning id`);
      await applyOp(context, { op: 'apply-answer', taskId: task!.id });
    };
    await answer('verify-network', 'v', 'directory-was-wrong', {
      ...{ source: 'payer-call', checkedOn: '2026-11-20', reference: 'R1', facilityStatus: 'in' },
    });
    await answer('ask-provider', 'p', 'referral-obtained', {
      ...{ contactedOn: '2026-11-19', representative: 'Ana', referralNumber: 'R2' },
    });
    await answer('log-alternatives', 'a', 'enough', { alternatives: [row('A')] });
    await answer('log-alternatives', 'b', 'enough', { alternatives: [row('B')] });
    expect((await readScreenRows(tx, denialId)).told).toEqual({
      directorySaid: 'in-network',
      facilityNetwork: 'in',
      referral: 'matches',
      alternatives: [row('A'), row('B')],
    });
    expect(
      await tx.rows(
        sql`select name, said_by, told_on, source from screening_fact where name in ('referral', 'directorySaid') order by 1`,
      ),
    ).toEqual([
      { name: 'directorySaid', said_by: null, told_on: '2026-11-20', source: 'Task “Verify network”' },
      { name: 'referral', said_by: 'Ana', told_on: '2026-11-19', source: expect.stringMatching(/^Task “/) },
    ]);
    expect(context.timeline.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'Verify network: the directory was wrong.',
        'Was the facility participating on the date of service? In network.',
        'What do the referral and authorization records say? On record; it fits service, provider and date.',
      ]),
    );
  });
}, 60_000);
