import { DomainError } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { holdRules, readRules } from '../rules/read-rules.ts';
import type { CaseRules } from '../rules/read-rules.ts';

/** What every opening of an organization reads: its rules, and its teams. */
export interface OpeningContext extends CaseRules {
  /** The client's own team, else the organization's default one. */
  teamOf(clientId: string): string;
}

/** Holds the rules until the transaction ends. */
export async function readOpeningContext(tx: Tx): Promise<OpeningContext> {
  await holdRules(tx);
  const rules = await readRules(tx);
  const teams = await tx.rows<{ id: string; clientId: string | null }>(
    sql`select id, client_id "clientId" from team order by is_default desc, created_at, id`,
  );
  return {
    ...rules,
    teamOf: (clientId) => {
      const team = teams.find((one) => one.clientId === clientId) ?? teams[0];
      if (!team) throw new DomainError('UNAVAILABLE', 'This organization has no team yet: add one first.');
      return team.id;
    },
  };
}
