import type { Stage } from '@overturn/domain';
import type { AppealReason } from '../activities.ts';
import { appealOps } from './appeals.ts';
import type { Case } from './case.ts';
import { askRescue } from './rescue.ts';
import { passGate } from './request-exception.ts';
import { closeAs } from './review-intake.ts';
import { approvePacket, sendPacket } from './send-packet.ts';

const PACKET = { document: 'appeal-1', kind: 'appeal-1' } as const;

/** Level 1: drafted, reviewed, sent with proof, unless the filing clock had it filed already. */
export async function escalateToAppeal(denial: Case): Promise<Stage> {
  const filed = () => denial.state.facts.appealSent;
  await denial.write(...appealOps(denial, reasonOf(denial)));
  if (filed()) return 'await-appeal';
  if (!(await drafted(denial, filed))) return 'choose-path';
  if (!filed()) await passGate(denial, filed);
  await approvePacket(denial, PACKET, filed);
  const sent = filed() ? 'enough' : await sendPacket(denial, PACKET, 1, filed);
  return sent === 'close' ? closeAs(denial, 'lost') : 'await-appeal';
}

function reasonOf(denial: Case): AppealReason {
  if (denial.count('heard/record-response/exception') > 0) return 'exception-denied';
  return denial.state.facts.followUps.exception ? 'payer-silent' : 'chosen';
}

/** Asks for the draft until it stands; false: a supervisor sent it back to the choice of the path. */
async function drafted(denial: Case, filed: () => boolean): Promise<boolean> {
  for (let round = 1; ; round++) {
    const key = denial.here(`draft-appeal/${round}`);
    const answer = await denial.ask({ kind: 'draft-appeal', key, why: 'appeal', document: PACKET.document }, filed);
    if (!answer || answer.outcome === 'drafted') return true;
    if ((await askRescue(denial, 'cannot-be-drafted')) === 'close') return false;
  }
}
