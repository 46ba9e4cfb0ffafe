import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { movesOf } from './case-moves.ts';
import { readBasis } from './count-impact.ts';
import { readCases } from './open-cases.ts';
import { holdRules } from './read-rules.ts';
import { waitForPerson } from './wait-for-person.ts';

/**
 * A denial that is opened again was counted by no change that took force since its close: where one would move a filing
 * date of it later it waits for a person, as if the denial had been open. In the lock of its view.
 */
export async function holdSince(tx: Tx, now: Date, denialId: string, closedAt: Date): Promise<void> {
  await holdRules(tx);
  const changes = await tx.rows<{ id: string }>(sql`
    select id from rule_change c where c.organization_id = ${tx.organizationId} and c.position is not null and c.decided_at >= ${closedAt}
      and not exists (select from rule_impact i where i.change_id = c.id and i.denial_id = ${denialId}) order by c.position`);
  const [one] = changes.length > 0 ? await readCases(tx, [denialId], { kind: 'path', key: '' }) : [];
  if (!one) return;
  const { rulesFor, ...basis } = await readBasis(tx, now);
  const since = changes.map(({ id }) => id);
  for (const id of since) {
    const after = rulesFor([...one.held, ...since.filter((other) => other !== id)]);
    const moves = movesOf(one, { ...basis, before: rulesFor([...one.held, ...since]), after });
    await waitForPerson(
      tx,
      id,
      moves.filter(({ waits }) => waits).map((move) => ({ ...move, denialId })),
    );
  }
}
