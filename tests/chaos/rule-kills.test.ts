import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RuleChangeView, RuleList } from '@overturn/contracts';
import { ChaosGround } from './chaos-ground.ts';
import { Draws } from './draws.ts';
import { killInTurn } from './kill-plan.ts';
import type { Kill, Progress, Victim } from './kill-plan.ts';
import { letterBody, openLetter } from './letters.ts';

const CLOCK = 'erisa.appeal.file';
/** More than are handed on at once. */
const DENIALS = 450;

let ground: ChaosGround;
beforeAll(async () => void (ground = await ChaosGround.open()), 240_000);
afterAll(() => ground?.close(), 60_000);

const HANDED_ON = `
  select count(*) filter (where state = 'applied')::int applied, count(*) filter (where state <> 'foreseen')::int decided from rule_impact`;
async function progress(): Promise<Progress> {
  const { applied, decided } = await ground.row<{ applied: number; decided: number }>(HANDED_ON);
  return { done: applied / DENIALS, said: `${applied} of ${decided} denials handed on` };
}

/** From the approval on, one after another: while it is counted again, given force, handed on and delivered. */
const VICTIMS: readonly Victim[] = ['worker', 'postgres', 'worker', 'api', 'worker', 'temporal'];
const killsFrom = (draws: Draws): Kill[] =>
  VICTIMS.map((victim) => ({ victim, point: 0, afterMs: draws.below(700), downMs: draws.below(200) }));

it('a change of a rule reaches every denial once, whatever dies meanwhile', async () => {
  const [ada, ben] = [await ground.administrator('first'), await ground.administrator('second')];
  for (let nth = 0; nth < DENIALS; nth++) await openLetter(ground, letterBody(`RULE-${nth}`, { regime: 'erisa' }));
  const { items } = await ada.get<RuleList>('/rules?kind=clock');
  const { row, effectiveFrom, citation } = items.find(({ key }) => key === CLOCK)!;
  const wanted = { kind: 'clock', key: CLOCK, change: 'correction', effectiveFrom, citation, reason: 'Read again.' };
  const { id } = await ada.post<RuleChangeView>('/rules/changes', { ...wanted, row: { ...row, amount: 90 } });
  await ground.untilNone('it is counted', 'select from rule_change where id = $1 and counted_at is null', [id]);
  await ben.post(`/rules/changes/${id}/approve`, {});

  const draws = new Draws();
  console.log(`OVERTURN_KILL_SEED=${draws.seed}`);
  const kills = await killInTurn(ground.product, killsFrom(draws), progress);
  console.log(kills.map(({ line }) => line).join('\n'));
  await ground.untilNone('all is handed on', "select from rule_change where id = $1 and state <> 'in-force'", [id]);
  await ground.untilNone(
    'every date is by the new rule',
    `select from denial d where not exists (select from deadline l where l.denial_id = d.id and l.purpose = 'appeal'
       and l.trace::text like '%90 calendar days%')`,
  );
  await ground.untilNone(
    'every workflow has heard of it',
    `select from denial d where not exists (select from timeline_entry e where e.denial_id = d.id and e.code = 'rule-changed')`,
  );
  expect(
    await ground.row(`
      select count(*)::int denials,
        (select count(*)::int from timeline_entry where code = 'rule.applied') told,
        (select count(*)::int from audit_entry where act = 'rule.applied') audited,
        (select count(*)::int from audit_entry where act = 'rule.in-force') forces,
        (select count(*)::int from outbox_message where kind = 'facts-changed') messages,
        (select count(*)::int from timeline_entry where code = 'rule-changed') heard
      from denial`),
  ).toEqual({ denials: DENIALS, told: DENIALS, audited: DENIALS, forces: 1, messages: DENIALS, heard: DENIALS });
}, 400_000);
