import type { AcceptLaterBody, DecideRuleBody, RuleChangeView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit, writeAudits } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { changeView, findChange } from './rule-change-rows.ts';
import type { RuleChangeRow } from './rule-change-rows.ts';
import { tellDenials } from './tell-denials.ts';

export type Decision = 'approve' | 'reject' | 'withdraw';
interface DecisionRow {
  state: 'applying' | 'rejected' | 'withdrawn';
  /** A sentence when this caller may not. */
  whyNot(change: RuleChangeRow, caller: Caller, body: DecideRuleBody): string | undefined;
}

const isMine = ({ proposedBy }: RuleChangeRow, { kind, id }: Caller): boolean =>
  proposedBy.kind === kind && proposedBy.id === id;

const DECISIONS: Record<Decision, DecisionRow> = {
  approve: {
    state: 'applying',
    whyNot(change, caller) {
      if (isMine(change, caller)) return 'You proposed this change: a second person approves it.';
      if (caller.kind !== 'person') return 'A person approves a change of the rules, not a key.';
      if (!change.countedAt) return 'It is still being counted what this change moves. Look at it first.';
      return undefined;
    },
  },
  reject: {
    state: 'rejected',
    whyNot(change, caller, { reason }) {
      if (isMine(change, caller)) return 'You proposed this change: withdraw it instead.';
      return reason ? undefined : 'Say why it is rejected.';
    },
  },
  withdraw: {
    state: 'withdrawn',
    whyNot: (change, caller) =>
      isMine(change, caller) ? undefined : 'Only who proposed a change withdraws it. Reject it instead.',
  },
};

/** Decides a proposal. An approved one takes force once the worker has counted it again. Throws CONFLICT, FORBIDDEN, NOT_FOUND. */
export async function decideRule(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  decision: Decision,
  body: DecideRuleBody,
): Promise<RuleChangeView> {
  const change = await findChange(tx, id, 'lock');
  if (change.state !== 'proposed')
    throw new DomainError('CONFLICT', 'This change was decided already. Look at it again.', { changeId: id });
  const { state, whyNot } = DECISIONS[decision];
  const sentence = whyNot(change, caller, body);
  if (sentence) throw new DomainError('NOT_ALLOWED', sentence, { changeId: id });
  await tx.run(sql`
    update rule_change set state = ${state}, decided_by = ${JSON.stringify(actorOf(caller))}::jsonb, decided_at = ${now},
      decision_reason = ${body.reason ?? null} where id = ${id}`);
  await writeAudit(tx, actorOf(caller), now, {
    act: `rule.${decision}`,
    subject: { kind: 'rule-change', id },
    before: { state: change.state },
    after: { state, reason: body.reason ?? null },
  });
  return changeView(await findChange(tx, id));
}

/** Later filing dates of a change that a person takes, or of which the earlier ones are kept; those decided meanwhile stay as they are. */
export async function acceptLater(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  { denialIds, keep }: AcceptLaterBody,
): Promise<RuleChangeView> {
  const change = await findChange(tx, id);
  const actor = actorOf(caller);
  const decided = await tx.rows<{ denialId: string; purpose: string; before: string; after: string }>(sql`
    update rule_impact set state = ${keep ? 'kept' : 'queued'}, decided_by = ${JSON.stringify(actor)}::jsonb, decided_at = ${now}
    where change_id = ${id} and state = 'waiting' and (${denialIds ?? null}::uuid[] is null or denial_id = any(${denialIds ?? null}::uuid[]))
    returning denial_id "denialId", purpose, before, after`);
  if (keep)
    await tellDenials(
      tx,
      now,
      actor,
      change,
      decided.map((one) => ({ ...one, decidedBy: actor, isKept: true })),
    );
  else
    await writeAudits(
      tx,
      actor,
      now,
      decided.map(({ denialId, purpose, before, after }) => ({
        act: 'rule.later-date-taken',
        subject: { kind: 'rule-change', id },
        denialId,
        before: { purpose, says: before },
        after: { says: after },
      })),
    );
  return changeView(await findChange(tx, id));
}
