import type { TaskKind } from '@overturn/domain';
import type { Actor } from '@overturn/data/audit/audit';
import { sql } from '@overturn/data/database/database';
import type { Sql } from '@overturn/data/database/database';
import type { StepContext } from '../projection/step-context.ts';
import type { AnsweredTask } from './apply-answer.ts';
import { addEvidence } from './add-evidence.ts';
import { correctIntake } from './correct-intake.ts';
import { recordPacket } from './record-packet.ts';
import { recordResponse } from './record-response.ts';
import { settleRegime } from './settle-regime.ts';

type Effect = (context: StepContext, task: AnsweredTask, actor: Actor) => Promise<void>;

/** What answers change beside the story; kinds without a row change nothing but it. */
export const EFFECTS: Partial<Record<TaskKind, Effect>> = {
  'review-intake': correctIntake,
  'find-regime': settleRegime,
  'verify-network': keepNetworkStatus,
  'gather-directory-proof': addEvidence('directory-proof'),
  'gather-referral-records': addEvidence('referral-records'),
  'gather-network-communications': addEvidence('network-communications'),
  'draft-appeal': draftAppeal,
  'review-packet': openLetterAgain,
  'send-packet': recordPacket,
  'fix-claim': recordPacket,
  'protect-filing-date': protectFilingDate,
  'record-response': recordResponse,
};

async function keepNetworkStatus({ tx, step }: StepContext, { outcome, answer }: AnsweredTask): Promise<void> {
  const status = JSON.stringify({ ...answer, outcome });
  await tx.run(
    sql`update denial set network_status = network_status || ${status}::jsonb, version = version + 1 where id = ${step.denialId}`,
  );
}

async function draftAppeal({ tx, step, now }: StepContext, { outcome, answer }: AnsweredTask): Promise<void> {
  if (outcome !== 'drafted') return;
  await tx.run(
    sql`update denial set standing = ${answer['standing']}, version = version + 1 where id = ${step.denialId}`,
  );
  const argument = answer['argument'];
  if (typeof argument !== 'string' || argument === '') return;
  await tx.run(sql`
    update document set body = body || ${`\n\n${argument}`}, state = 'draft', version = version + 1, edited = true, approved_version = null,
      approved_by = null, updated_at = ${now}
    where denial_id = ${step.denialId} and key = 'appeal-1' and state in ('draft', 'approved', 'rendered')`);
}

/** A letter that the filing clock had rendered is open to be changed again, as its reviewer wants; until the next PDF the one for the filing date stays. */
async function openLetterAgain({ tx, now }: StepContext, { outcome, context }: AnsweredTask): Promise<void> {
  if (outcome !== 'back-with-remarks') return;
  await tx.run(sql`
    update document set state = 'draft', version = version + 1, approved_version = null, approved_by = null, updated_at = ${now}
    where id = ${context['documentId'] ?? null} and state in ('approved', 'rendered')`);
}

/** Where a decision not to file stands, by what would be filed; else it is the appeal. */
const DECIDED: Partial<Record<string, Sql>> = {
  'open-negotiation': sql`negotiation_decided_at`,
  'contract-dispute': sql`dispute_decided_at`,
};

/** Sent with proof, or a named person's decision not to file; both end the filing clock, each in its own words. */
async function protectFilingDate(context: StepContext, task: AnsweredTask, actor: Actor): Promise<void> {
  if (task.outcome === 'sent') return recordPacket(context, task, actor);
  const { tx, step } = context;
  const column = DECIDED[String(task.context['why'])] ?? sql`filing_decided_at`;
  await tx.run(
    sql`update denial set ${column} = ${task.completed_at}, version = version + 1 where id = ${step.denialId}`,
  );
}
