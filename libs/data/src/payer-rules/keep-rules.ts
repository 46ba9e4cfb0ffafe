import type { PayerRuleBody, PayerRuleView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Tx } from '../database/database.ts';
import { payerNamer } from './name-payer.ts';
import { readVersions, ruleView, todayOf } from './payer-rule-rows.ts';
import type { PayerRuleRow } from './payer-rule-rows.ts';
import { dayFault } from './rule-faults.ts';
import { addVersion, endVersion } from './write-rule.ts';

export async function createRule(tx: Tx, now: Date, caller: Caller, typed: PayerRuleBody): Promise<PayerRuleView> {
  const body = await checked(tx, now, typed);
  const id = await addVersion(tx, now, caller, body);
  await writeAudit(tx, actorOf(caller), now, { act: 'payer-rule.created', subject: subject(id), after: body });
  return shown(tx, now, id);
}

/** The row as it was stays, ended; throws CHANGED_MEANWHILE when someone saved since `version`. */
export async function editRule(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  version: number,
  typed: PayerRuleBody,
): Promise<PayerRuleView> {
  const before = await findHolding(tx, id);
  const body = await checked(tx, now, typed);
  if (!(await endVersion(tx, now, caller, { id, version }))) throw changedMeanwhile(id, version, before.version);
  await addVersion(tx, now, caller, body, { id, version: version + 1 });
  await writeAudit(tx, actorOf(caller), now, {
    act: 'payer-rule.edited',
    subject: subject(id),
    before: before.body,
    after: body,
  });
  return shown(tx, now, id);
}

/** It holds no more; its history stays. */
export async function endRule(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  version: number | undefined,
): Promise<PayerRuleView> {
  const before = await findHolding(tx, id);
  if (!(await endVersion(tx, now, caller, { id, version: version ?? before.version })))
    throw changedMeanwhile(id, version, before.version);
  await writeAudit(tx, actorOf(caller), now, {
    act: 'payer-rule.ended',
    subject: subject(id),
    before: before.body,
  });
  return shown(tx, now, id);
}

const subject = (id: string) => ({ kind: 'payer-rule', id });

async function findHolding(tx: Tx, id: string): Promise<PayerRuleRow> {
  const [row] = await readVersions(tx, id);
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such payer row here.', { ruleId: id });
  if (row.endedAt) throw new DomainError('CONFLICT', `${row.endedBy} ended this row. Make a new one.`, { ruleId: id });
  return row;
}

const changedMeanwhile = (ruleId: string, yours: number | undefined, version: number): DomainError =>
  new DomainError('CHANGED_MEANWHILE', 'Somebody saved this row meanwhile. Look at it again before you save.', {
    ruleId,
    yours,
    version,
  });

async function shown(tx: Tx, now: Date, id: string): Promise<PayerRuleView> {
  const [row] = await readVersions(tx, id);
  return ruleView(row!, await todayOf(tx, now));
}

/** The payer by its identifier, and the days against today. Throws BAD_INPUT by field. */
async function checked(tx: Tx, now: Date, typed: PayerRuleBody): Promise<PayerRuleBody> {
  const named = (await payerNamer(tx))(typed.payer);
  const fields = {
    ...('fault' in named && { payer: named.fault }),
    ...dayFault(typed, await todayOf(tx, now)),
  };
  if ('fault' in named || Object.keys(fields).length > 0)
    throw new DomainError('BAD_INPUT', `Please check: ${Object.keys(fields).join(', ')}.`, { fields });
  return { ...typed, payer: named.payer };
}
