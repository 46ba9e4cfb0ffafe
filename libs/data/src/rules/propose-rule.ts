import type { ProposeRuleBody, RuleChangeView } from '@overturn/contracts';
import { RULE_ROWS } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { CONTRACT_CLASS } from '@overturn/domain/regime/contract-hint';
import { mayOpen } from '@overturn/domain/rules/may-open';
import { faultsOf, isUnclassedCode, withKnownEvents } from '@overturn/domain/rules/refuse-change';
import type { ChangeFaults, WantedChange } from '@overturn/domain/rules/refuse-change';
import { lastDayOf, replacedBy, sayReplaced } from '@overturn/domain/rules/replaced-versions';
import { isSameRule } from '@overturn/domain/rules/rule-version';
import type { RuleRow, RuleVersion } from '@overturn/domain/rules/rule-version';
import { isSameValue } from '@overturn/domain/rules/same-value';
import type { InteractionRow } from '@overturn/domain/triage/interactions';
import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { beginRecount } from '../kept-claims/begin-recount.ts';
import { isOnKept } from '../kept-claims/next-kept.ts';
import { readVersions } from './list-rules.ts';
import { changeRules } from './read-rules.ts';
import { refuseKeys } from './refuse-keys.ts';
import { changeView, findChange } from './rule-change-rows.ts';

/** A change as it will be kept. */
interface Proposal {
  wanted: WantedChange;
  /** The rule itself, with its own days and source where its kind says them. */
  says: RuleRow;
  /** Every version of which it takes days. */
  replaces: readonly RuleVersion[];
  /** Nobody classes the code yet, it moves nothing that is open and opens nothing that is kept: whoever classes it does so alone, at once. */
  isFirst: boolean;
}

/**
 * Proposes a change; the worker counts what it would move, a second person decides. Throws BAD_INPUT by field, CONFLICT
 * while another change of the same rule waits, NOT_ALLOWED for a key.
 */
export async function proposeRule(tx: Tx, now: Date, caller: Caller, body: ProposeRuleBody): Promise<RuleChangeView> {
  refuseKeys(caller);
  let proposal = await judge(tx, body);
  if (proposal.isFirst) {
    await changeRules(tx);
    proposal = await judge(tx, body); // somebody may have classed it meanwhile
  }
  const { wanted, says, replaces, isFirst } = proposal;
  const actor = actorOf(caller);
  const by = JSON.stringify(actor);
  const row = await tx.row<{ id: string }>(sql`
    insert into rule_change (organization_id, kind, key, change, effective_from, effective_to, says, was, citation, verified, reason, state,
      proposed_by, proposed_at, decided_by, decided_at, examined, counted_at, position)
    values (${tx.organizationId}, ${body.kind}, ${body.key}, ${body.change}, ${wanted.effectiveFrom}, ${wanted.effectiveTo},
      ${JSON.stringify(says)}::jsonb, ${sayReplaced(replaces)}, ${wanted.citation}, ${body.verified}, ${body.reason},
      ${isFirst ? 'in-force' : 'proposed'}, ${by}::jsonb, ${now}, ${isFirst ? by : null}::jsonb,
      ${isFirst ? now : null}, ${isFirst ? 0 : null}, ${isFirst ? now : null},
      case when ${isFirst} then (select coalesce(max(position), 0) + 1 from rule_change where organization_id = ${tx.organizationId}) end)
    on conflict (organization_id, kind, key) where state in ('proposed', 'applying') do nothing returning id`);
  if (!row) return refuseSecond(tx, body);
  if (isFirst) await beginRecount(tx, { ...body, id: row.id });
  await writeAudit(tx, actor, now, {
    act: isFirst ? 'rule.classed' : 'rule.proposed',
    subject: { kind: 'rule-change', id: row.id },
    before: replaces.map(({ row: was }) => was),
    after: { ...wanted, row: says, reason: body.reason },
  });
  await draftEvent(tx, now, { kind: 'rule', subjectId: row.id });
  return changeView(await findChange(tx, row.id));
}

/** One change of a rule at a time: one that waits is decided or withdrawn, one that is given force is waited for. */
async function refuseSecond(tx: Tx, { kind, key }: ProposeRuleBody): Promise<never> {
  const other = await tx.row<{ state: string }>(sql`
    select state from rule_change where kind = ${kind} and key = ${key} and state in ('proposed', 'applying')`);
  throw new DomainError(
    'CONFLICT',
    other?.state === 'applying'
      ? 'A change of this rule is being handed to the denials and claims that it moves. Propose yours once that is done.'
      : 'A change of this rule waits for a decision already. Decide or withdraw that one first.',
  );
}

async function judge(tx: Tx, body: ProposeRuleBody): Promise<Proposal> {
  const all = await readVersions(tx);
  const versions = all.filter((one) => isSameRule(one, body));
  const { effectiveFrom, effectiveTo = null } = body;
  const corrected =
    body.change === 'correction' ? versions.find((one) => one.effectiveFrom === effectiveFrom) : undefined;
  const wanted: WantedChange = {
    ...body,
    effectiveTo: corrected ? corrected.effectiveTo : lastDayOf({ effectiveFrom, effectiveTo }, versions),
    citation: body.citation ?? null,
    row: rowOf(body),
  };
  const faults = faultsOf(wanted, versions);
  if (Object.keys(faults).length > 0) throw badInput(faults);
  const says = body.kind === 'clock' ? clockOf(wanted, versions, body.verified) : wanted.row;
  if (corrected && isSame(corrected, says, wanted, body.verified))
    throw badInput({ row: 'This is what holds already. Say what would be otherwise.' });
  const together = all.filter(({ kind }) => kind === 'interaction').map(({ row }) => row as unknown as InteractionRow);
  const movesOthers = startsClock(says) || (mayOpen(says, together) && (await isOnKept(tx, body)));
  return {
    wanted,
    says,
    replaces: replacedBy(wanted, versions),
    isFirst: isUnclassedCode(body.kind, versions) && !movesOthers,
  };
}

/** What starts a filing clock moves what is open, also when nobody knew it before: a remark of the Act, a code of a contract. */
const startsClock = (says: RuleRow): boolean => says['startsNegotiation'] === true || says['class'] === CONTRACT_CLASS;

function rowOf({ kind, row }: ProposeRuleBody): RuleRow {
  const parsed = RULE_ROWS[kind].safeParse(row);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map(({ path, message }) => [['row', ...path].join('.'), message] as const);
  throw badInput(Object.fromEntries(sentences.reverse())); // of several about one field the first
}

/** A clock says its own days and source: those of the change. */
const clockOf = (wanted: WantedChange, versions: readonly RuleVersion[], verified: boolean): RuleRow => {
  const { effectiveFrom, effectiveTo, citation } = wanted;
  return { ...withKnownEvents(wanted.row, versions), effectiveFrom, effectiveTo, citation, verified };
};

const isSame = (before: RuleVersion, says: RuleRow, wanted: WantedChange, verified: boolean): boolean =>
  isSameValue(before.row, says) && before.citation === wanted.citation && before.verified === verified;

const badInput = (fields: ChangeFaults): DomainError =>
  new DomainError('BAD_INPUT', Object.values(fields)[0] ?? 'Not as expected.', { fields });
