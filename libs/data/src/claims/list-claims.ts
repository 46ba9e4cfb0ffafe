import type { ClaimView } from '@overturn/contracts';
import { ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { pageOf, readCursor } from '../paging/cursor.ts';
import { readClaimParts, remarkView } from './claim-parts.ts';

type Row = Omit<ClaimView, 'lines' | 'adjustments' | 'remarks' | 'balance'> & { remarks: string[] | null };

/** The claims of a remittance in the order of the file, denial or not; patients as initials and last four. */
export async function listClaims(
  tx: Tx,
  caller: Caller,
  remittanceId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: ClaimView[]; nextCursor: string | null }> {
  const rows = await tx.rows<Row>(sql`
    select c.id, c.position, c.claim_number "claimNumber", c.payer_claim_number "payerClaimNumber", p.name "payerName",
      coalesce(left(c.patient_first_name, 1), '') || coalesce(left(c.patient_last_name, 1), '') patient, coalesce(right(c.member_id, 4), '') member,
      c.claim_status "claimStatus", c.filing_indicator "filingIndicator", c.charged_cents charged, c.paid_cents paid,
      c.patient_responsibility_cents "patientResponsibility", c.service_from "serviceFrom", c.service_to "serviceTo", c.notice_on "noticeOn",
      c.class, c.balanced, c.remarks, d.id "denialId"
    from claim c join payer p on p.id = c.payer_id left join denial d on d.organization_id = c.organization_id and d.claim_id = c.id
    where c.remittance_id = ${remittanceId} and ${ofClients(caller, sql`c.client_id`)} and ${after(cursor)}
    order by c.position, c.id limit ${limit + 1}`);
  const page = pageOf(rows, limit, ({ position, id }) => [position ?? 0, id]);
  const parts = await readClaimParts(
    tx,
    page.items.map(({ id }) => id),
  );
  return { ...page, items: page.items.map((row) => claimView(row, parts.get(row.id)!)) };
}

function claimView(
  { remarks, ...row }: Row,
  { lines, adjustments }: Pick<ClaimView, 'lines' | 'adjustments'>,
): ClaimView {
  const adjusted = [...adjustments, ...lines.flatMap((line) => line.adjustments)].reduce(
    (sum, { amount }) => sum + amount,
    0,
  );
  return {
    ...row,
    lines,
    adjustments,
    remarks: (remarks ?? []).map(remarkView),
    balance: row.charged - row.paid - adjusted,
  };
}

function after(cursor: string | undefined) {
  if (cursor === undefined) return sql`true`;
  const [position, id] = readCursor(cursor, 2);
  return sql`(c.position, c.id) > (${position}::int, ${id}::uuid)`;
}
