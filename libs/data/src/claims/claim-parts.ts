import type { ClaimLineView } from '@overturn/contracts';
import { carcRow, rarcRow } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

type AdjustmentView = ClaimLineView['adjustments'][number];
type RemarkView = ClaimLineView['remarks'][number];

export interface ClaimParts {
  lines: ClaimLineView[];
  /** Of the claim as a whole. */
  adjustments: AdjustmentView[];
}
interface LineRow extends Omit<ClaimLineView, 'adjustments' | 'remarks'> {
  claimId: string;
  remarks: string[] | null;
}
interface AdjustmentRow {
  claimId: string;
  lineOrdinal: number | null;
  group: string;
  carc: string;
  amount: number;
  quantity: number | null;
}

/** A remark with our own short words; the code itself where we have none. */
export const remarkView = (code: string): RemarkView => ({ code, label: rarcRow(code)?.label ?? `remark ${code}` });

const adjustmentView = ({ group, carc, amount, quantity }: AdjustmentRow): AdjustmentView => ({
  group,
  carc,
  label: carcRow(carc).label,
  amount,
  quantity,
});

/** Lines and adjustments of several claims at once, by claim id. */
export async function readClaimParts(tx: Tx, claimIds: readonly string[]): Promise<Map<string, ClaimParts>> {
  const lines = await tx.rows<LineRow>(sql`
    select claim_id "claimId", ordinal, procedure, coalesce(modifiers, '{}') modifiers, replaced_procedure "replacedProcedure", revenue_code "revenueCode",
      charged_cents charged, paid_cents paid, units, service_from "serviceFrom", service_to "serviceTo", remarks, class
    from claim_line where claim_id = any(${claimIds}::uuid[]) order by claim_id, ordinal`);
  const adjustments = await tx.rows<AdjustmentRow>(sql`
    select claim_id "claimId", line_ordinal "lineOrdinal", group_code "group", carc, amount_cents amount, quantity
    from adjustment where claim_id = any(${claimIds}::uuid[]) order by claim_id, ordinal`);
  const linesOf = Map.groupBy(lines, ({ claimId }) => claimId);
  const adjustmentsOf = Map.groupBy(adjustments, ({ claimId, lineOrdinal }) => placeOf(claimId, lineOrdinal));
  const at = (claimId: string, ordinal: number | null): AdjustmentView[] =>
    (adjustmentsOf.get(placeOf(claimId, ordinal)) ?? []).map(adjustmentView);
  return new Map(
    claimIds.map((id) => [
      id,
      {
        adjustments: at(id, null),
        lines: (linesOf.get(id) ?? []).map(({ claimId, remarks, ...line }) => ({
          ...line,
          remarks: (remarks ?? []).map(remarkView),
          adjustments: at(claimId, line.ordinal),
        })),
      },
    ]),
  );
}

const placeOf = (claimId: string, ordinal: number | null): string => `${claimId}/${ordinal ?? ''}`;
