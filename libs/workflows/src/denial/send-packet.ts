import type { Stage } from '@overturn/domain';
import type { DocumentKind } from '../activities.ts';
import type { Regards } from '../messages.ts';
import type { Case } from './case.ts';
import { rescue } from './rescue.ts';

export interface Packet {
  /** Key of its document. */
  document: string;
  kind: DocumentKind;
}

/** The name of the first sending; a later one is named by the answer that led to it. */
export const FIRST = 'first';

export const PACKETS: Record<Regards, Packet> = {
  exception: { document: 'exception-request', kind: 'exception-request' },
  appeal: { document: 'appeal-1', kind: 'appeal-1' },
};

/** Letter to approval: reviewed, sent back with remarks, reviewed again; then rendered to the very file that is sent. */
export async function approvePacket(denial: Case, { document }: Packet, enough: () => boolean): Promise<void> {
  for (let round = 1; !enough(); round++) {
    const key = denial.here(`review-packet/${document}/${round}`);
    const answer = await denial.ask(
      { kind: 'review-packet', key, why: round === 1 ? 'drafted' : 'remarks', document },
      enough,
    );
    if (answer?.outcome === 'approved') break;
  }
  if (enough()) return;
  const render = denial.here(`rendered/${document}`);
  if (!denial.state.done.includes(render)) {
    denial.state.rendered = denial.state.rendered.filter((key) => key !== document);
    await denial.once(render, { op: 'render', key: document });
  }
  await denial.wait(() => denial.state.rendered.includes(document) || enough());
}

/** Sends by the payer's channel, with proof; what a channel refuses goes to a supervisor: tried again, or another step. */
export async function sendPacket(
  denial: Case,
  { document }: Packet,
  sending: string,
  enough: () => boolean = () => false,
): Promise<'sent' | 'enough' | Stage> {
  for (let attempt = 1; ; attempt++) {
    const key = `send-packet/${document}/${denial.state.visit}/${sending}/${attempt}`;
    const answer = await denial.ask(
      { kind: 'send-packet', key, why: sending === FIRST ? 'approved' : 'send-again', document },
      enough,
    );
    if (!answer) return 'enough';
    if (answer.outcome === 'sent') return 'sent';
    const next = await rescue(denial, 'refused-by-channel', key);
    if (next !== 'go-on') return next;
  }
}

/** Sends once more what was lost or is wanted again after the answer that is in hand; undefined: sent, and the follow-ups count from this sending. */
export async function sendAgain(denial: Case, regards: Regards, about: string): Promise<Stage | undefined> {
  const sent = await sendPacket(denial, PACKETS[regards], about);
  if (sent !== 'sent' && sent !== 'enough') return sent;
  denial.state.acknowledged = denial.state.acknowledged.filter((one) => one !== regards);
  return undefined;
}
