import type { DeadlineView } from '@overturn/contracts';
import { CLOCK_ROWS } from '@overturn/domain';
import { PAYER_CLOCK, PAYER_STAGE } from '@overturn/domain/clocks/payer-filing';
import { sql } from '../database/database.ts';
import type { Sql } from '../database/database.ts';

interface Lost {
  rowId: string;
  safeDue: string;
  legalDue: string;
  sentence: string;
  heldBy?: 'rule' | 'payer-row';
}
export interface DeadlineRow extends Omit<DeadlineView, 'label' | 'lost' | 'denialId'> {
  denialId: string;
  lost: Lost[];
}

export const DEADLINE_COLUMNS: Sql = sql`
  l.denial_id "denialId", l.purpose, l.clock_id "clockId", l.owed_by "owedBy", l.legal_due_on "legalDueOn", l.safe_due_on "safeDueOn",
  l.chase_on "chaseOn", l.late_on "lateOn", l.assumed, l.verified, l.citation, l.trace, l.lost, l.state`;

/** The instant or day on which somebody has to act. */
export const ACT_ON: Sql = sql`coalesce(l.safe_due_on, l.chase_on, l.legal_due_on)`;

const LABELS = new Map<string, string>([
  ...CLOCK_ROWS.map(({ id, stage }) => [id, stage] as const),
  [PAYER_CLOCK, PAYER_STAGE],
]);

/** A date with its rule, arithmetic and citation, and the candidates that a nearer date beat. */
export function deadlineView({ lost, ...row }: DeadlineRow): DeadlineView & { denialId: string } {
  return {
    ...row,
    label: LABELS.get(row.clockId) ?? row.purpose,
    lost: lost.map(({ rowId, safeDue, legalDue, sentence, heldBy }) => ({
      clockId: rowId,
      safeDueOn: safeDue,
      legalDueOn: legalDue,
      why: sentence,
      ...(heldBy && { heldBy }),
    })),
  };
}
