import type { RuleKind } from '@overturn/domain/rules/rule-version';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { IS_KEPT } from './read-kept.ts';

/** The kinds of rules by which claims are judged, and where a claim carries one by its key. */
const CARRIES: Partial<Record<RuleKind, (key: string) => Sql>> = {
  carc: (key) =>
    sql`exists (select from adjustment a where a.organization_id = c.organization_id and a.carc = ${key} and a.claim_id = c.id)`,
  rarc: (key) => sql`(${key} = any(c.remarks)
    or exists (select from claim_line l where l.claim_id = c.id and ${key} = any(l.remarks)))`,
  interaction: () => sql`true`, // it may watch classes, and any code may have one
};

interface Rule {
  kind: RuleKind;
  key: string;
}
export const judgesClaims = ({ kind }: Rule): boolean => CARRIES[kind] !== undefined;

/** A kept claim by what tells whether it may be judged together with others. */
export interface KeptPlace {
  id: string;
  remittanceId: string;
  clientId: string;
  claimNumber: string;
}

/** The kept claims that carry a rule after this one, in the order in which they were written. */
export const nextKept = (tx: Tx, rule: Rule, after: string | null, limit: number): Promise<KeptPlace[]> =>
  tx.rows<KeptPlace>(sql`
    select c.id, c.remittance_id "remittanceId", c.client_id "clientId", c.claim_number "claimNumber" from claim c
    where c.organization_id = ${tx.organizationId} and (${after}::uuid is null or c.id > ${after}::uuid)
      and ${CARRIES[rule.kind]?.(rule.key) ?? sql`false`} and ${IS_KEPT}
    order by c.id limit ${limit}`);

export const isOnKept = async (tx: Tx, rule: Rule): Promise<boolean> => (await nextKept(tx, rule, null, 1)).length > 0;
