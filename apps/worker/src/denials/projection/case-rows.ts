import { DomainError } from '@overturn/domain';
import type { PathId, RegimeId, Stage } from '@overturn/domain';
import { sql } from '@overturn/data/database/database';
import type { Tx } from '@overturn/data/database/database';

interface DenialRow {
  id: string;
  client_id: string;
  team_id: string;
  claim_id: string | null;
  class: string;
  class_confidence: 'high' | 'likely' | 'unsure';
  suspicion: string | null;
  standing: string;
  regime: RegimeId;
  regime_settled: boolean;
  likely_regime: RegimeId | null;
  notice_on: string | null;
  received_on: string | null;
  printed_deadline_on: string | null;
  appeal_channel: string | null;
  network_status: Record<string, unknown>;
  amount_cents: number;
  owner_id: string | null;
  missed_before_intake: boolean;
  filing_confirmed_at: Date | null;
  filing_decided_at: Date | null;
  negotiation_decided_at: Date | null;
  payer_name: string;
  wording: string | null;
  source: string;
  opened_at: Date;
}
interface ViewRow {
  generation: number;
  seq: number;
  last_number: number;
  closing: boolean;
  stage: Stage;
  path: PathId | null;
  filing_state: string;
}
interface ClaimRow {
  id: string;
  claim_number: string;
  payer_claim_number: string | null;
  filing_indicator: string | null;
  patient_first_name: string | null;
  patient_last_name: string | null;
  member_id: string | null;
  payee_npi: string | null;
  payee_tax_id: string | null;
  payee_name: string | null;
  rendering_npi: string | null;
  rendering_name: string | null;
  facility_name: string | null;
  facility_npi: string | null;
  place_of_service: string | null;
  diagnoses: string[];
  remarks: string[];
  service_from: string | null;
  service_to: string | null;
  procedures: string[];
  line_remarks: string[];
}
export interface OrganizationRow {
  time_zone: string;
  day_start: string;
  day_end: string;
  observed_holidays: boolean;
  extra_margin_days: number;
  protective_appeal_on_grant: 'hold' | 'withdraw';
}
interface PacketRow {
  id: string;
  purpose: string;
  document_id: string | null;
  channel: string;
  sent_on: string;
  delivered_on: string | null;
}
interface AppealRow {
  level: number;
  state: string;
  sent_on: string | null;
  document_id: string | null;
}
export interface CaseRows {
  denial: DenialRow;
  view: ViewRow;
  claim: ClaimRow | null;
  organization: OrganizationRow;
  packets: PacketRow[];
  appeal: AppealRow | null;
  evidence: { slot: string; does_not_exist: boolean }[];
}

/** The case as it stands, with its projection locked: one step at a time, and no number is given meanwhile. */
export async function readCase(tx: Tx, denialId: string): Promise<CaseRows> {
  const view = await tx.row<ViewRow>(sql`
    select generation, seq, last_number, closing, stage, path, filing_state from denial_view
    where denial_id = ${denialId} for update`);
  const denial = await tx.row<DenialRow>(sql`
    select d.*, p.name as payer_name from denial d join payer p on p.id = d.payer_id where d.id = ${denialId}`);
  const organization = await tx.row<OrganizationRow>(sql`select * from organization where id = ${tx.organizationId}`);
  if (!view || !denial || !organization)
    throw new DomainError('DENIAL_NOT_FOUND', 'This denial is not there.', { denialId });
  return {
    view,
    denial,
    organization,
    claim: (await readClaim(tx, denial.claim_id)) ?? null,
    packets: await tx.rows<PacketRow>(sql`select * from packet where denial_id = ${denialId} order by created_at, id`),
    appeal: (await tx.row<AppealRow>(sql`select * from appeal where denial_id = ${denialId} and level = 1`)) ?? null,
    evidence: await tx.rows(sql`select slot, does_not_exist from evidence where denial_id = ${denialId}`),
  };
}

const readClaim = (tx: Tx, claimId: string | null): Promise<ClaimRow | undefined> =>
  tx.row<ClaimRow>(sql`
    select c.*,
      array(select distinct procedure from claim_line l where l.claim_id = c.id and procedure is not null) as procedures,
      array(select distinct r from claim_line l, unnest(l.remarks) r where l.claim_id = c.id) as line_remarks
    from claim c where c.id = ${claimId}`);
