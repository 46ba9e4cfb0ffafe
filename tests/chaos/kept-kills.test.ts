import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RuleChangeView } from '@overturn/contracts';
import { made } from '../integration/intake-files.ts';
import { dayOf } from '../support/days.ts';
import { ChaosGround } from './chaos-ground.ts';
import { Draws } from './draws.ts';
import { killInTurn } from './kill-plan.ts';
import type { Kill, Progress, Victim } from './kill-plan.ts';

const CODE = 'Z88';
/** More than are opened at once. */
const CLAIMS = 450;

let ground: ChaosGround;
beforeAll(async () => void (ground = await ChaosGround.open()), 240_000);
afterAll(() => ground?.close(), 60_000);

async function keepClaims(): Promise<void> {
  const claims = Array.from({ length: CLAIMS }, (_, nth) => ({ number: `KEPT-${nth}`, cas: `CO*${CODE}*100` }));
  const day = dayOf(new Date(), -4).replaceAll('-', '');
  const form = new FormData();
  const file = made({ claims, dates: { bpr16: day, dtm405: day, gs04: day } });
  form.append('file', new Blob([new Uint8Array(file)]), 'kept.835');
  await ground.machine.staff.post('/remittances', form);
  await ground.untilNone(
    'the claims are kept',
    "select where not exists (select from remittance where state = 'imported')",
  );
}

async function progress(): Promise<Progress> {
  const { opened } = await ground.row<{ opened: number }>('select count(*)::int opened from denial');
  return { done: opened / CLAIMS, said: `${opened} of ${CLAIMS} kept claims opened` };
}

/** From the approval on, one after another: while the walk opens, and while the workflows start. */
const VICTIMS: readonly Victim[] = ['worker', 'postgres', 'worker', 'temporal'];
const killsFrom = (draws: Draws): Kill[] =>
  VICTIMS.map((victim) => ({ victim, point: 0, afterMs: draws.below(500), downMs: draws.below(200) }));

it('kept claims under a code that is classed open once, whatever dies meanwhile', async () => {
  const [ada, ben] = [await ground.administrator('first'), await ground.administrator('second')];
  await keepClaims();
  const row = { carc: CODE, label: 'outside the network', class: 'out-of-network' };
  const wanted = { kind: 'carc', key: CODE, change: 'new-version', effectiveFrom: null, reason: 'Read again.', row };
  const { id } = await ada.post<RuleChangeView>('/rules/changes', wanted);
  await ground.untilNone(
    'they are counted',
    'select where not exists (select from kept_recount where change_id = $1 and not is_to_do)',
    [id],
  );
  await ben.post(`/rules/changes/${id}/approve`, {});

  const draws = new Draws();
  console.log(`OVERTURN_KILL_SEED=${draws.seed}`);
  const kills = await killInTurn(ground.product, killsFrom(draws), progress);
  console.log(kills.map(({ line }) => line).join('\n'));
  await ground.untilNone('all are opened', "select from rule_change where id = $1 and state <> 'in-force'", [id]);
  await ground.untilNone(
    'every denial is at work',
    "select from denial d where not exists (select from task t where t.denial_id = d.id and t.state = 'open') limit 1",
  );
  expect(
    await ground.row(`
      select count(*)::int denials, count(distinct claim_id)::int claims,
        (select opens from kept_recount) counted,
        (select count(*)::int from outbox_message where kind = 'start') starts,
        (select count(*)::int from timeline_entry where code = 'rule.opened') told,
        (select count(*)::int from audit_entry where act = 'claim.opened-by-rule') audited
      from denial`),
  ).toEqual({ denials: CLAIMS, claims: CLAIMS, counted: CLAIMS, starts: CLAIMS, told: CLAIMS, audited: CLAIMS });
}, 400_000);
