import type { Stage, TaskKind } from '@overturn/domain';
import { closeAs } from './review-intake.ts';
import type { Case } from './case.ts';
import { approvePacket, sendPacket } from './send-packet.ts';

/** The three things to gather, one evidence slot each. */
export const EVIDENCE_TASKS: readonly TaskKind[] = [
  'gather-directory-proof',
  'gather-referral-records',
  'gather-network-communications',
];
const PACKET = { document: 'exception-request', kind: 'exception-request' } as const;

/** Gathers, passes the completeness gate, drafts, has the letter reviewed, sends it with proof. */
export async function requestException(denial: Case): Promise<Stage> {
  await denial.open(EVIDENCE_TASKS.map((kind) => ({ kind, why: 'evidence' })));
  await denial.wait(() => EVIDENCE_TASKS.every((kind) => denial.answer(kind)));
  await passGate(denial);
  await denial.once('exception-request', { op: 'draft', key: PACKET.document, document: PACKET.kind });
  await approvePacket(denial, PACKET, () => false);
  const sent = await sendPacket(denial, PACKET, 1);
  return sent === 'close' ? closeAs(denial, 'lost') : 'await-response';
}

/** Nothing is sent without procedure, diagnosis, NPI and Tax ID: each lack is named to a person until none is left. */
export async function passGate(denial: Case): Promise<void> {
  await denial.once(denial.here('gate'));
  for (let round = 1; denial.state.facts.lacks > 0; round++) {
    const key = denial.here(`gate/${round}`);
    await denial.mustAsk({ kind: 'review-intake', key, why: 'lacks' });
    await denial.once(`${key}/applied`);
  }
}
