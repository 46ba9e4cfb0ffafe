import type { PayerRuleBody, RuleImportView } from '@overturn/contracts';
import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudits } from '../audit/audit.ts';
import type { Act } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { judgeImport } from './judge-import.ts';
import type { JudgedImport } from './judge-import.ts';
import { payerNamer } from './name-payer.ts';
import { readRules, todayOf } from './payer-rule-rows.ts';
import { readRuleFile } from './rule-files.ts';
import { addVersion, endVersion } from './write-rule.ts';

/** What the file would do, and unless it is a dry run does it: all rows, or none when one is refused. Rows not in the file stay. */
export async function importRules(
  tx: Tx,
  now: Date,
  caller: Caller,
  text: string,
  dryRun: boolean,
): Promise<RuleImportView> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('payer-rules ' || ${tx.organizationId}))`);
  const judged = judgeImport(readRuleFile(text), {
    today: await todayOf(tx, now),
    nameOf: await payerNamer(tx),
    kept: await readRules(tx),
  });
  const written = !dryRun && judged.refused.length === 0;
  if (written) await write(tx, now, caller, judged);
  return {
    dryRun,
    written,
    says: saysOf(judged, dryRun),
    added: judged.added.map(({ line, body }) => ({ line, payer: body.payer, what: what(body) })),
    changed: judged.changed.map(({ line, body, fields }) => ({ line, payer: body.payer, what: what(body), fields })),
    unchanged: judged.unchanged,
    refused: judged.refused,
  };
}

async function write(tx: Tx, now: Date, caller: Caller, { added, changed }: JudgedImport): Promise<void> {
  const acts: Act[] = [];
  for (const { body } of added) {
    const id = await addVersion(tx, now, caller, body);
    acts.push({ act: 'payer-rule.created', subject: { kind: 'payer-rule', id }, after: body });
  }
  for (const { body, before } of changed) {
    const { id, version } = before;
    await endVersion(tx, now, caller, before);
    await addVersion(tx, now, caller, body, { id, version: version + 1 });
    acts.push({ act: 'payer-rule.edited', subject: { kind: 'payer-rule', id }, before: before.body, after: body });
  }
  await writeAudits(tx, actorOf(caller), now, acts);
}

function saysOf({ added, changed, unchanged, refused }: JudgedImport, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  const done = `${added.length} ${would}added, ${changed.length} ${would}changed, ${unchanged} unchanged.`;
  if (refused.length === 0) return dryRun ? `Nothing was written yet: ${done}` : done;
  const lines = new Set(refused.map(({ line }) => line)).size;
  const rows = lines === 1 ? 'One row is refused' : `${lines} rows are refused`;
  return `${rows}, so nothing ${dryRun ? 'would be' : 'was'} written. Mend the file and send it again.`;
}

const what = ({ purpose, product, state }: PayerRuleBody): string =>
  [purpose, product, state].filter(Boolean).join(', ') || 'everything';
