import type { Message } from '../messages.ts';

/** Messages in order, once: what was taken last, and what came early. */
export interface Inbox {
  lastNumber: number;
  early: Message[];
}

/** Takes a message; returns those whose turn has come, in order. A number taken before is dropped. */
export function takeInOrder(inbox: Inbox, message: Message): Message[] {
  if (message.number <= inbox.lastNumber || inbox.early.some(({ number }) => number === message.number)) return [];
  inbox.early.push(message);
  const ready: Message[] = [];
  for (let next = takeNext(inbox); next; next = takeNext(inbox)) ready.push(next);
  return ready;
}

function takeNext(inbox: Inbox): Message | undefined {
  const index = inbox.early.findIndex(({ number }) => number === inbox.lastNumber + 1);
  if (index < 0) return undefined;
  inbox.lastNumber += 1;
  return inbox.early.splice(index, 1)[0];
}
