import type { TaskView } from '@overturn/contracts';
import { rolesUpTo, sayDate, taskKindRow, type Role } from '@overturn/domain';
import { isOverdue } from '../time/urgency.ts';

/** Why the engine gave this task, in a sentence; what it does not know stays unsaid. */
const WHY: Record<string, string> = {
  late: 'The filing date had passed when this came in. Confirm it or correct the dates; until then no alerts are raised.',
  unsure: 'The codes leave open what kind of denial this is.',
  suspicion: 'This looks like a claim that is here already under another number.',
  opened: 'Nothing is decided before the network on the date of service is known.',
  'network-unknown': 'The first check could not find it out.',
  'regime-open': 'Until it is settled, the filing date is the earliest of all rules that may apply.',
  'regime-still-open': 'It could not be found out so far: ask somebody else.',
  lacks: 'The packet cannot go out yet: facts or evidence are missing.',
  evidence: 'The request stands on this evidence.',
  drafted: 'The letter is drafted from the facts and evidence.',
  remarks: 'It came back with remarks.',
  approved: 'The packet is approved.',
  'send-again': 'It has to be sent again.',
  acknowledgement: 'The payer has not acknowledged it.',
  chase: 'The payer has not answered.',
  exception: 'It regards the exception request.',
  appeal: 'It regards the appeal.',
  'contract-dispute': 'It is the date to file the provider dispute under the contract.',
  'open-negotiation': 'It is the date to open negotiation under the No Surprises Act.',
  partly: 'The payer granted a part.',
  'more-information': 'The payer wants more information.',
  denied: 'The payer denied the exception before the request went out.',
  lost: 'The payer says that it does not have the request.',
  'promise-in-doubt': 'The payer says something else of the payment that it promised.',
  'in-network': 'The provider was in network after all.',
  'no-ground': 'No ground was found to ask for anything.',
  payment: 'The promised payment has to be checked.',
  remittance: 'A new remittance came for this claim.',
};

export function whyWords({ kind, context }: Pick<TaskView, 'kind' | 'context'>): string | undefined {
  const why = context.why;
  // What a filing date is for is in its title already, but when it is another than the appeal's.
  if (typeof why !== 'string' || (kind === 'protect-filing-date' && why === 'appeal')) return undefined;
  return WHY[why] ?? (why.includes(' ') ? why : undefined);
}

/** Why this person cannot take the task; undefined when they can. */
export function whyNotClaim(
  { assignee, role: least }: Pick<TaskView, 'assignee' | 'role'>,
  role: Role,
): string | undefined {
  if (!rolesUpTo(role).some((one) => one === least)) return `This is for a ${least}.`;
  return assignee ? `${assignee.name} holds it. They can release it, or a supervisor can give it to you.` : undefined;
}

/** What is asked, by where its filing date stands today. */
export function asksWords(task: Pick<TaskView, 'kind' | 'legalDueOn'>, today: string): string {
  if (!isOverdue(task, today)) return taskKindRow(task.kind).asks;
  return `The filing date has passed: overdue since ${sayDate(task.legalDueOn!)}. Approve the appeal and send it at once, or say who decided not to file.`;
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
/** What the payer wrote last, where the task is to be decided by it. */
export const payerWroteIn = ({ context }: Pick<TaskView, 'context'>): string | undefined =>
  typeof context.payerWrote === 'string' && context.payerWrote !== '' ? context.payerWrote : undefined;
/** What the completeness gate misses, when the task carries it. */
export const lacksOf = ({ context }: Pick<TaskView, 'context'>): string[] => textsOf(context.lacks);
export const documentIdOf = ({ context }: Pick<TaskView, 'context'>): string | undefined =>
  typeof context.documentId === 'string' ? context.documentId : undefined;

/** Outcomes that tell the payer's side something happened: said before, since the payer cannot unread it. */
export const TELLS_OF_SENDING: readonly string[] = ['sent', 'supplied', 'requested', 'resubmitted'];
