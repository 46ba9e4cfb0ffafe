import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateRemittance, writeRemittance } from '@overturn/x12';
import { dayOf } from '../support/days.ts';
import type { ChaosGround, Person } from './chaos-ground.ts';
import type { Draws } from './draws.ts';
import { drawKills, killInTurn } from './kill-plan.ts';
import type { Progress, Victim } from './kill-plan.ts';
import { persist } from './persistent.ts';

export const CLAIMS = 2_000;
export const DENIALS = 200;
const AGAIN_AFTER_MS = 250;

export interface ImportRound {
  remittanceId: string;
  kills: { victim: Victim; done: number; line: string }[];
  /** How often the file was taken, and tries of it that nobody answered. */
  uploads: number;
  unanswered: number;
}

/** One person drops the file, another drops the same again and again, while every process dies once; ends when nothing is left to do. */
export async function importWithKills(ground: ChaosGround, draws: Draws): Promise<ImportRound> {
  const file = makeFile(1 + draws.below(2 ** 31));
  const [first, second] = ground.people as [Person, Person];
  const [kills, one, others] = await Promise.all([
    killInTurn(ground.product, drawKills(draws), () => progressOf(ground, file.sha256)),
    upload(first, file),
    uploadUntilRead(second, file),
  ]);
  const answers = [one, ...others];
  if (answers.some(({ id }) => id !== one.id)) throw new Error('The same bytes became several imports.');
  await settle(ground, one.id);
  const unanswered = answers.reduce((sum, answer) => sum + answer.unanswered, 0);
  return { remittanceId: one.id, kills, uploads: answers.length, unanswered };
}

interface MadeFile {
  bytes: Buffer<ArrayBuffer>;
  sha256: string;
}

/** Dated of late, so that the main road begins; no two seeds share a claim. */
function makeFile(seed: number): MadeFile {
  const datedOn = dayOf(new Date(), -4);
  const options = { claims: CLAIMS, denied: DENIALS / CLAIMS, datedOn, seed };
  const bytes = Buffer.concat([...writeRemittance(generateRemittance(options))]);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

interface Upload {
  id: string;
  state: string;
  unanswered: number;
}

async function upload({ staff }: Person, { bytes }: MadeFile): Promise<Upload> {
  const form = new FormData();
  form.append('file', new Blob([bytes]), 'remittance.835');
  const { status, body, unanswered } = await persist(staff, 'POST', '/remittances', form);
  if (status !== 202) throw new Error(`The file was refused with ${status}: ${JSON.stringify(body)}`);
  return { id: String(body['id']), state: String(body['state']), unanswered };
}

async function uploadUntilRead(person: Person, file: MadeFile): Promise<Upload[]> {
  const uploads: Upload[] = [];
  do {
    await sleep(AGAIN_AFTER_MS);
    uploads.push(await upload(person, file));
  } while (uploads.at(-1)!.state !== 'imported');
  return uploads;
}

/** Three things happen to an import, one beside the other: claims are read, workflows started, their first steps written. */
async function progressOf(ground: ChaosGround, sha256: string): Promise<Progress> {
  const { claims, started, stepped } = await ground.row<{ claims: number; started: number; stepped: number }>(
    `with import as (select id, claims_read from remittance where sha256 = $1),
          opened as (select v.denial_id, v.seq from import i join claim c on c.remittance_id = i.id
                     join denial d on d.claim_id = c.id join denial_view v on v.denial_id = d.id)
     select coalesce((select claims_read from import), 0)::int claims,
            (select count(*) from outbox_message m join opened using (denial_id) where m.kind = 'start' and m.delivered_at is not null)::int started,
            (select count(*) from opened where seq > 0)::int stepped`,
    [sha256],
  );
  return {
    done: (claims / CLAIMS + started / DENIALS + stepped / DENIALS) / 3,
    said: `${claims} of ${CLAIMS} claims read, ${started} of ${DENIALS} workflows started, ${stepped} at work`,
  };
}

/** Read to its end, every message delivered, every denial at work: one task is open for each. */
async function settle(ground: ChaosGround, remittanceId: string): Promise<void> {
  await ground.untilNone(
    'the import comes to its end',
    "select from remittance where id = $1 and state <> 'imported'",
    [remittanceId],
  );
  await ground.untilNone('every message is delivered', 'select from outbox_message where delivered_at is null limit 1');
  await ground.untilNone(
    'every denial is at work',
    `select from denial d join claim c on c.id = d.claim_id where c.remittance_id = $1
       and not exists (select from task t where t.denial_id = d.id and t.state = 'open') limit 1`,
    [remittanceId],
  );
}
