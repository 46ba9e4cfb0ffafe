import { labelOf } from '@overturn/domain/rules/say-rule';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import type { RuleChangeRow } from './rule-change-rows.ts';

type Said = Pick<RuleChangeRow, 'kind' | 'key' | 'change' | 'row' | 'proposedBy'> & {
  decidedBy: Pick<Actor, 'name'> | null;
};

/** The rule, and the two persons who changed it. */
export function sayChange(said: Said): string {
  const { key, change, proposedBy, decidedBy } = said;
  const how = change === 'correction' ? 'corrected' : 'changed';
  return `Rule ${key} (${labelOf(said)}) ${how} by ${proposedBy.name}, approved by ${decidedBy?.name ?? 'nobody'}`;
}

/** The same of a change by its id, without counting what it moves; undefined where there is none. */
export async function readChangeWords(tx: Tx, id: string): Promise<string | undefined> {
  const said = await tx.row<Said>(sql`
    select kind, key, change, says "row", proposed_by "proposedBy", decided_by "decidedBy" from rule_change where id = ${id}`);
  return said && sayChange(said);
}
