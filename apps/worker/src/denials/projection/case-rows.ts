import { DomainError } from '@overturn/domain';
import type { DenialClass, PathId, RegimeId, Stage } from '@overturn/domain';
import type { PayerRow } from '@overturn/domain/payers/payer-rows';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import { PAYER_ROW } from '@overturn/data/payer-rules/payer-rule-rows';
import { STANDSTILLS } from '@overturn/data/denials/standstills';
import { sql } from '@overturn/data/database/database';
import type { Tx } from '@overturn/data/database/database';

interface DenialRow {
  id: string;
  client_id: string;
  team_id: string;
  claim_id: string | null;
  class: DenialClass;
  class_confidence: 'high' | 'likely' | 'unsure';
  suspicion: string | null;
  standing: string;
  regime: RegimeId;
  regime_settled: boolean;
  likely_regime: RegimeId | null;
  notice_on: string | null;
  received_on: string | null;
  printed_deadline_on: string | null;
  plan_deadline_on: string | null;
  appeal_channel: string | null;
  network_status: Record<string, unknown>;
  amount_cents: number;
  owner_id: string | null;
  missed_before_intake: boolean;
  filing_confirmed_at: string | null;
  filing_decided_at: string | null;
  negotiation_decided_at: string | null;
  dispute_decided_at: string | null;
  plan_type: string | null;
  state: string | null;
  /** The terms of the payer that gave the filing dates so far; null: no row said anything. */
  payer_terms: PayerTerms[] | null;
  payer: string;
  payer_name: string;
  wording: string | null;
  source: string;
  opened_at: string;
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
  rendering_taxonomy: string | null;
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
  carcs: string[];
}
interface OrganizationRow {
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
  /** Periods in which the payer waited for what it had asked for. */
  tolled: { from: string; to: string }[];
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
  /** All rows of the denial's payer that hold. */
  payer_rules: PayerRow[];
}

/** Nobody has settled whose rules apply. */
export const isRegimeOpen = ({ denial }: CaseRows): boolean => !denial.regime_settled || denial.regime === 'unknown';

/**
 * Locks the case's projection: one step at a time, and no number is given meanwhile. A statement of its own, since what
 * a statement reads after waiting for a lock is as old as the wait.
 */
export const lockCase = (tx: Tx, denialId: string): Promise<number> =>
  tx.run(sql`select from denial_view where denial_id = ${denialId} for update`);

/** The case as it stands, in one trip: instants and dates as in JSON. */
export async function readCase(tx: Tx, denialId: string): Promise<CaseRows> {
  const rows = await tx.row<CaseRows>(sql`
    select row_to_json(v) "view", row_to_json(o) organization,
      (select row_to_json(one) from (select d.*, p.identifier payer, p.name payer_name) one) denial,
      (select row_to_json(one) from (
        select c.*,
          array(select distinct procedure from claim_line l where l.claim_id = c.id and procedure is not null) procedures,
          array(select distinct r from claim_line l, unnest(l.remarks) r where l.claim_id = c.id) line_remarks,
          array(select distinct carc from adjustment where claim_id = c.id) carcs
        from claim c where c.id = d.claim_id) one) claim,
      array(select to_jsonb(k) || jsonb_build_object('tolled', ${STANDSTILLS}) from packet k where k.denial_id = d.id order by k.created_at, k.id) packets,
      (select row_to_json(a) from appeal a where a.denial_id = d.id and a.level = 1) appeal,
      array(select json_build_object('slot', e.slot, 'does_not_exist', e.does_not_exist) from evidence e where e.denial_id = d.id) evidence,
      array(select ${PAYER_ROW} from payer_rule r
        where r.organization_id = d.organization_id and r.payer = p.identifier and r.ended_at is null) payer_rules
    from denial_view v
    join denial d on d.id = v.denial_id
    join payer p on p.id = d.payer_id
    join organization o on o.id = v.organization_id
    where v.denial_id = ${denialId}`);
  if (!rows) throw new DomainError('DENIAL_NOT_FOUND', 'This denial is not there.', { denialId });
  return rows;
}
