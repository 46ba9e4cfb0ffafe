import type { Stage, TaskKind } from '@overturn/domain';
import { patched } from '@temporalio/workflow';
import type { Case } from './case.ts';
import { CLOSES, closeAs } from './review-intake.ts';
import { approvePacket, FIRST, PACKETS, sendPacket } from './send-packet.ts';

/** The three things to gather, one evidence slot each. */
const EVIDENCE_TASKS: readonly TaskKind[] = [
  'gather-directory-proof',
  'gather-referral-records',
  'gather-network-communications',
];

const NEVER = (): boolean => false;

/** Gathers, passes the completeness gate, drafts, has the letter reviewed, sends it with proof. */
export async function requestException(denial: Case): Promise<Stage> {
  const elsewhere = await passGate(denial, NEVER);
  if (elsewhere) return elsewhere;
  const packet = PACKETS.exception;
  const drafted = denial.here('exception-request');
  await denial.once(drafted, { op: 'draft', key: packet.document, document: packet.kind, anew: true });
  await approvePacket(denial, packet, NEVER);
  const sent = await sendPacket(denial, packet, FIRST);
  return sent === 'sent' || sent === 'enough' ? 'await-response' : sent;
}

/** Evidence gathered or said not to exist; then procedure, diagnosis, NPI, Tax ID: each lack is named to a person until none is left. The step instead, where that person finds that nothing is to be asked. */
export async function passGate(denial: Case, enough: () => boolean): Promise<Stage | undefined> {
  await denial.open(EVIDENCE_TASKS.map((kind) => ({ kind, why: 'evidence' })));
  await denial.wait(() => enough() || EVIDENCE_TASKS.every((kind) => denial.answer(kind)));
  if (enough()) return denial.withdraw([...EVIDENCE_TASKS]);
  await denial.once(denial.here('gate'));
  for (let round = 1; denial.state.facts.lacks > 0 && !enough(); round++) {
    const key = denial.here(`gate/${round}`);
    const answer = await denial.ask({ kind: 'review-intake', key, why: 'lacks' }, enough);
    const closes = answer && CLOSES[answer.outcome];
    const isHeard = denial.state.done.includes(`${key}/applied`); // a run of before asked once more instead
    if (closes && !isHeard && patched('gate-closes')) return closeAs(denial, closes);
    await denial.once(`${key}/applied`);
  }
  return undefined;
}
