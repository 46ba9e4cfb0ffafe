import type { AcceptLaterBody, DecideRuleBody, RuleChangeView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { actorOf, ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { refuseKeys } from './refuse-keys.ts';
import { changeView, findChange, isCounted } from './rule-change-rows.ts';
import type { RuleChangeRow } from './rule-change-rows.ts';

export type Decision = 'approve' | 'reject' | 'withdraw';
interface DecisionRow {
  state: 'applying' | 'rejected' | 'withdrawn';
  isStillOpen(change: RuleChangeRow): boolean;
  /** A sentence when this caller may not. */
  whyNot(change: RuleChangeRow, caller: Caller, body: DecideRuleBody): string | undefined;
}

const isMine = ({ proposedBy }: RuleChangeRow, { kind, id }: Caller): boolean =>
  proposedBy.kind === kind && proposedBy.id === id;

const isProposed = ({ state }: RuleChangeRow): boolean => state === 'proposed';
/** Approved, and the worker has not yet given it force. */
const isWithoutForce = (change: RuleChangeRow): boolean =>
  isProposed(change) || (change.state === 'applying' && change.position === null);

const DECISIONS: Record<Decision, DecisionRow> = {
  approve: {
    state: 'applying',
    isStillOpen: isProposed,
    whyNot(change, caller) {
      if (isMine(change, caller)) return 'You proposed this change: a second person approves it.';
      if (!isCounted(change)) return 'It is still being counted what this change moves. Look at it first.';
      return undefined;
    },
  },
  reject: {
    state: 'rejected',
    isStillOpen: isWithoutForce,
    whyNot(change, caller, { reason }) {
      if (isMine(change, caller)) return 'You proposed this change: withdraw it instead.';
      return reason ? undefined : 'Say why it is rejected.';
    },
  },
  withdraw: {
    state: 'withdrawn',
    isStillOpen: isWithoutForce,
    whyNot: (change, caller) =>
      isMine(change, caller) ? undefined : 'Only who proposed a change withdraws it. Reject it instead.',
  },
};

/** Decides a proposal. An approved one takes force once the worker has counted it again. Throws CONFLICT, NOT_ALLOWED, NOT_FOUND. */
export async function decideRule(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  decision: Decision,
  body: DecideRuleBody,
): Promise<RuleChangeView> {
  refuseKeys(caller);
  const change = await findChange(tx, id, 'lock');
  const { state, whyNot, isStillOpen } = DECISIONS[decision];
  if (!isStillOpen(change))
    throw new DomainError('CONFLICT', 'This change was decided already. Look at it again.', { changeId: id });
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
  await draftEvent(tx, now, { kind: 'rule', subjectId: id });
  return changeView(await findChange(tx, id));
}

/**
 * Later filing dates of a change that a person takes, or of which the earlier ones are kept: of the caller's clients, and as
 * far as nobody decided meanwhile. The worker hands them on, and looks once more before it moves one.
 */
export async function acceptLater(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  { denialIds, keep }: AcceptLaterBody,
): Promise<RuleChangeView> {
  refuseKeys(caller);
  await findChange(tx, id, 'lock'); // the worker hands on what waits in the same lock
  const actor = actorOf(caller);
  const named = sql`change_id = ${id} and denial_id in (select d.id from denial d where d.organization_id = ${tx.organizationId}
    and ${ofClients(caller, sql`d.client_id`)} and ${denialIds ? sql`d.id = any(${denialIds}::uuid[])` : sql`true`})`;
  if (denialIds && (await tx.rows(sql`select 1 from rule_impact where ${named}`)).length < new Set(denialIds).size)
    throw new DomainError(
      'NOT_FOUND',
      'This change moves no such denial. Take the ids from its list of what it moves.',
    );
  const decided = await tx.run(sql`
    update rule_impact set state = ${keep ? 'kept' : 'taken'}, is_to_do = true, decided_by = ${JSON.stringify(actor)}::jsonb, decided_at = ${now}
    where state = 'waiting' and ${named}`);
  await writeAudit(tx, actor, now, {
    act: keep ? 'rule.earlier-dates-kept' : 'rule.later-dates-taken',
    subject: { kind: 'rule-change', id },
    after: { decided, of: denialIds ?? 'all that wait' },
  });
  await draftEvent(tx, now, { kind: 'rule', subjectId: id });
  return changeView(await findChange(tx, id));
}
