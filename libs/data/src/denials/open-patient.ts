import type { PatientView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { findDenial } from './find-denial.ts';

/** Opens the patient's name and member id, as an act of its own in the audit. Who holds no task here says why. */
export async function openPatient(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  reason: string | undefined,
): Promise<PatientView> {
  const denial = await findDenial(tx, caller, id);
  const task = await tx.row<{ id: string }>(sql`
    select id from task where denial_id = ${id} and state = 'claimed' and assignee_id = ${caller.id} limit 1`);
  const why = reason?.trim();
  if (!task && !why)
    throw new DomainError('BAD_INPUT', 'You have no task here: say why you open the patient.', {
      fields: { reason: 'Say why.' },
    });
  const patient = await tx.row<PatientView>(sql`
    select patient_first_name "firstName", patient_last_name "lastName", member_id "memberId" from claim where id = ${denial.claimId}`);
  await writeAudit(tx, actorOf(caller), now, {
    act: 'patient.opened',
    subject: { kind: 'claim', id: denial.claimId },
    denialId: id,
    after: { ...(task && { taskId: task.id }), ...(why && { reason: why }) },
  });
  return patient ?? { firstName: null, lastName: null, memberId: null };
}
