import type { Message, MessageKind, Payloads } from '../messages.ts';
import type { CaseState } from './case-state.ts';

type Take = { [Kind in MessageKind]: (state: CaseState, payload: Payloads[Kind]) => void };

/** What is noted of a change, by what it is one of. */
const CHANGED = {
  claim: 'facts-changed',
  payer: 'payer-row-changed',
  screening: 'question-answered',
  rule: 'rule-changed',
} as const;

/** What each kind of message changes at once. */
const TAKE: Take = {
  'task-completed': (state, { taskId, key, outcome, next, path }) => {
    state.answers[key] ??= { outcome, ...(next && { next }), ...(path && { path }) };
    delete state.open[key];
    state.unwritten.push({ op: 'apply-answer', taskId });
  },
  response: (state, { inboxId, outcome, regards }) => {
    if (outcome === 'acknowledged') state.acknowledged.push(regards);
    else state.responses[regards] = outcome;
    state.unwritten.push({ op: 'apply-response', inboxId });
  },
  command: (state, { commandId, kind, path }) => {
    state.commands.push({ id: commandId, kind, ...(path && { path }) });
  },
  'facts-changed': (state, payload) => {
    const code = CHANGED[payload.of ?? 'claim'];
    const values = payload.of === 'rule' ? { values: { changeId: payload.changeId } } : {};
    state.unwritten.push({ op: 'note', code, ...values });
  },
  'document-rendered': (state, { key }) => {
    if (!state.rendered.includes(key)) state.rendered.push(key);
  },
  'claim-attached': (state, { claimId }) => {
    state.attachedClaims += 1;
    state.unwritten.push({ op: 'attach-claim', claimId });
  },
};

export function takeMessage(state: CaseState, message: Message): void {
  (TAKE[message.kind] as (state: CaseState, payload: unknown) => void)(state, message.payload);
}
