import type { Actor } from '@overturn/data/audit/audit';
import { writeAudit } from '@overturn/data/audit/audit';
import { sayDate } from '@overturn/domain/dates/iso-date';
import { sql } from '@overturn/data/database/database';
import type { FilingPurpose } from '@overturn/workflows/activities';
import type { StepContext } from '../projection/step-context.ts';
import type { AnsweredTask } from './apply-answer.ts';

const SENT_OUTCOMES = ['sent', 'resubmitted'];
/** Filings with a clock of their own, as their task says for which it asks. */
const BESIDE_THE_APPEAL: readonly string[] = ['open-negotiation', 'contract-dispute'] satisfies FilingPurpose[];

/** What left us, with its proof: counted as sent only because a person entered the proof. The same task is one packet. */
export async function recordPacket(context: StepContext, task: AnsweredTask, actor: Actor): Promise<void> {
  if (!SENT_OUTCOMES.includes(task.outcome)) return;
  const { tx, step, now, timeline } = context;
  const documentId = (task.context['documentId'] as string | undefined) ?? null;
  const purpose = await purposeOf(context, task, documentId);
  const { sentOn, channel, deliveredOn, proofNumber, proofFile } = task.answer as Record<string, string | undefined>;
  const packet = await tx.row<{ id: string }>(sql`
    insert into packet (organization_id, denial_id, purpose, document_id, task_id, channel, state, sent_on, delivered_on, proof_reference, proof_file_id, sent_by, created_at)
    values (${tx.organizationId}, ${step.denialId}, ${purpose}, ${documentId}, ${task.id}, ${channel}, 'sent', ${sentOn}, ${deliveredOn ?? null},
            ${proofNumber ?? null}, ${proofFile ?? null}, ${task.completed_by}, ${now})
    on conflict (task_id) do nothing returning id`);
  if (!packet) return;
  if (documentId) await tx.run(sql`update document set state = 'sent', updated_at = ${now} where id = ${documentId}`);
  if (purpose === 'appeal') {
    await tx.run(
      sql`update appeal set state = 'sent', sent_on = ${sentOn} where denial_id = ${step.denialId} and level = 1 and sent_on is null`,
    );
  }
  if (purpose === 'exception') {
    await tx.run(
      sql`update denial set benefit_level_requested = 'in-network', appeal_channel = coalesce(appeal_channel, ${channel}) where id = ${step.denialId}`,
    );
  }
  await writeAudit(tx, actor, now, {
    act: 'packet.sent',
    subject: { kind: 'packet', id: packet.id },
    denialId: step.denialId,
    after: { purpose, channel, sentOn },
  });
  const proof = proofNumber ? `, proof ${proofNumber}` : ', proof attached';
  timeline.push({
    actor,
    code: `sent.${purpose}`,
    sentence: `Sent ${sentOn && sayDate(sentOn)} by ${channel}${proof} (${purpose.replaceAll('-', ' ')}).`,
  });
}

async function purposeOf({ tx }: StepContext, task: AnsweredTask, documentId: string | null): Promise<string> {
  if (task.kind === 'fix-claim') return 'correction';
  const why = String(task.context['why']);
  if (BESIDE_THE_APPEAL.includes(why)) return why;
  const document = await tx.row<{ kind: string }>(sql`select kind from document where id = ${documentId}`);
  return document?.kind === 'exception-request' ? 'exception' : 'appeal';
}
