import type { Case } from './case.ts';
import { askRescue } from './rescue.ts';
import type { DocumentKind } from '../activities.ts';

export interface Packet {
  /** Key of its document. */
  document: string;
  kind: DocumentKind;
}

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

/** Sends by the payer's channel, with proof; a channel that refuses goes to a supervisor and is tried again. */
export async function sendPacket(
  denial: Case,
  { document }: Packet,
  sending: number,
  enough: () => boolean = () => false,
): Promise<'sent' | 'enough' | 'close'> {
  for (let attempt = 1; ; attempt++) {
    const key = `send-packet/${document}/${denial.state.visit}/${sending}/${attempt}`;
    const answer = await denial.ask(
      { kind: 'send-packet', key, why: sending === 1 ? 'approved' : 'send-again', document },
      enough,
    );
    if (!answer) return 'enough';
    if (answer.outcome === 'sent') return 'sent';
    if ((await askRescue(denial, 'refused-by-channel')) === 'close') return 'close';
  }
}
