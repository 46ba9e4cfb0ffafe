import { dateIn } from '@overturn/domain/dates/instants';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { ensurePayers } from '../intake/ensure-payers.ts';
import { readFilingTerms } from './filing-terms.ts';
import { readOpeningContext } from './open-context.ts';
import { rememberFilingDates } from './open-dates.ts';
import type { DenialFacts, OpenedDenial } from './open-facts.ts';
import { openingRow } from './open-rows.ts';
import { insertDenials, writeOpenings } from './open-writes.ts';

/**
 * Opens denials in the caller's transaction: rows, dates with their trace, timeline, audit, live event and the message
 * that starts each workflow. One whose key is there already changes nothing. Answers in the order given.
 */
export async function openDenials(
  tx: Tx,
  now: Date,
  actor: Actor,
  facts: readonly DenialFacts[],
): Promise<OpenedDenial[]> {
  if (facts.length === 0) return [];
  const context = await readOpeningContext(tx);
  const payerIds = await ensurePayers(
    tx,
    now,
    facts.map(({ payer }) => payer),
  );
  const today = dateIn(context.timeZone, now.toISOString());
  const datesOf = rememberFilingDates(context, today, await readFilingTerms(tx, facts, today));
  const rows = facts.map((one) =>
    openingRow(tx.organizationId, one, payerIds.get(one.payer.identifier)!, context, datesOf(one)),
  );
  const fresh = await insertDenials(tx, now, rows);
  await writeOpenings(tx, now, actor, fresh);

  const freshByKey = new Map(fresh.map(({ denialId, row }) => [row.key, { denialId, row }]));
  const knownByKey = await readKeys(
    tx,
    rows.map(({ key }) => key).filter((key) => !freshByKey.has(key)),
  );
  return rows.map((row) => {
    const mine = freshByKey.get(row.key);
    return mine
      ? { denialId: mine.denialId, existed: mine.row !== row }
      : { denialId: knownByKey.get(row.key)!, existed: true };
  });
}

async function readKeys(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; key: string }>(
    sql`select id, key from denial where organization_id = ${tx.organizationId} and key = any(${keys})`,
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}
