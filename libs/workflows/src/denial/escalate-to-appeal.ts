import type { Stage } from '@overturn/domain';
import type { AppealReason } from '../activities.ts';
import { appealOps, REFRESHED_DRAFT } from './appeals.ts';
import type { PayerAnswer } from './case-state.ts';
import type { Case } from './case.ts';
import { rescue } from './rescue.ts';
import { leaveOpenTasks } from './close.ts';
import { passGate } from './request-exception.ts';
import { approvePacket, FIRST, PACKETS, sendPacket } from './send-packet.ts';

/** Level 1: drafted, reviewed, sent with proof, unless the filing clock had it filed already. */
export async function escalateToAppeal(denial: Case): Promise<Stage> {
  const filed = () => denial.state.facts.appealSent;
  await denial.write(...appealOps(denial, reasonOf(denial)));
  if (filed()) {
    await leaveOpenTasks(denial); // what a run before this one had asked
    return 'await-appeal';
  }
  const elsewhere = (await draft(denial, filed)) ?? (filed() ? undefined : await passGate(denial, filed));
  if (elsewhere) return elsewhere;
  if (!filed()) denial.state.unwritten.push(REFRESHED_DRAFT);
  await approvePacket(denial, PACKETS.appeal, filed);
  const sent = filed() ? 'enough' : await sendPacket(denial, PACKETS.appeal, FIRST, filed);
  return sent === 'sent' || sent === 'enough' ? 'await-appeal' : sent;
}

const REASON: Partial<Record<PayerAnswer, AppealReason>> = {
  denied: 'exception-denied',
  partly: 'exception-denied',
  silent: 'payer-silent',
};

function reasonOf({ state }: Case): AppealReason {
  return (state.said.exception && REASON[state.said.exception]) ?? 'chosen';
}

/** Asks for the draft until it stands, then undefined; or the step where a supervisor leads instead. */
async function draft(denial: Case, filed: () => boolean): Promise<Stage | undefined> {
  for (let round = 1; ; round++) {
    const key = denial.here(`draft-appeal/${round}`);
    const answer = await denial.ask(
      { kind: 'draft-appeal', key, why: 'appeal', document: PACKETS.appeal.document },
      filed,
    );
    if (!answer || answer.outcome === 'drafted') return undefined;
    const next = await rescue(denial, 'cannot-be-drafted', key);
    if (next !== 'go-on' && next !== 'appeal') return next;
  }
}
