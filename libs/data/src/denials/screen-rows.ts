import type { Confidence } from '@overturn/domain/triage/carc-table';
import type { DenialClass, PathId } from '@overturn/domain';
import type { ScreenFacts } from '@overturn/domain/screening/findings';
import type { ScreeningFacts } from '@overturn/domain/screening/screening-facts';
import type { PlanType } from '@overturn/domain/tasks/fields';
import { DomainError } from '@overturn/domain';
import type { PayerRow } from '@overturn/domain/payers/payer-rows';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { PAYER_ROW } from '../payer-rules/payer-rule-rows.ts';
import { WAITS_FOR_US } from './standstills.ts';

/** All rows of one denial that triage, the screening of paths and the score rest on; no name and no member id. */
export interface ScreenRows {
  denial: {
    class: DenialClass;
    confidence: Confidence;
    standing: ScreenFacts['standing'];
    planType: PlanType | null;
    /** As a person settled it. */
    regime: string | null;
    state: string | null;
    noticeOn: string | null;
    wording: string | null;
    /** The answers to verify-network, with `outcome`. */
    networkStatus: Record<string, unknown>;
    amountCents: number;
    payer: string;
    path: PathId | null;
    stage: string;
    safeDueOn: string | null;
    filingState: string;
    observedHolidays: boolean;
    timeZone: string;
  };
  claim: {
    isFromRemittance: boolean;
    claimStatus: string;
    filingIndicator: string | null;
    paidCents: number;
    billingNpi: string | null;
    renderingNpi: string | null;
    renderingTaxonomy: string | null;
    facilityNpi: string | null;
    placeOfService: string | null;
    serviceFrom: string | null;
    remarks: string[];
  } | null;
  lines: { ordinal: number; procedure: string | null; remarks: string[] | null }[];
  adjustments: { group: string; carc: string; amountCents: number; line: number | null }[];
  evidence: { slot: string; doesNotExist: boolean }[];
  packets: { purpose: string; createdAt: string }[];
  responses: { regards: string; outcome: string; createdAt: string }[];
  appeals: { level: number; reason: string; state: string; documentId: string | null; sentOn: string | null }[];
  /** Of completed tasks. */
  answers: { kind: string; outcome: string; answer: Record<string, unknown> }[];
  /** Dates that the payer owes and has not met, while it does not wait for us. */
  owed: { clockId: string; lateOn: string }[];
  /** What persons found out. */
  told: ScreeningFacts;
  /** All rows of the denial's payer that hold today. */
  payerRules: PayerRow[];
}

/** In one statement: the worker reads it at every step. Throws DENIAL_NOT_FOUND. */
export async function readScreenRows(tx: Tx, denialId: string): Promise<ScreenRows> {
  const row = await tx.row<ScreenRows>(sql`
    select jsonb_build_object('class', d.class, 'confidence', d.class_confidence, 'standing', d.standing, 'planType', d.plan_type,
        'regime', case when d.regime_settled then d.regime end, 'state', d.state, 'noticeOn', d.notice_on, 'wording', d.wording,
        'networkStatus', d.network_status, 'amountCents', d.amount_cents, 'payer', p.identifier, 'path', v.path, 'stage', v.stage,
        'safeDueOn', v.safe_due_on, 'filingState', v.filing_state, 'observedHolidays', o.observed_holidays,
        'timeZone', o.time_zone) denial,
      case when c.id is not null then jsonb_build_object('isFromRemittance', c.remittance_id is not null, 'claimStatus', c.claim_status,
        'filingIndicator', c.filing_indicator, 'paidCents', c.paid_cents, 'billingNpi', c.payee_npi, 'renderingNpi', c.rendering_npi, 'renderingTaxonomy', c.rendering_taxonomy,
        'facilityNpi', c.facility_npi, 'placeOfService', c.place_of_service, 'serviceFrom', c.service_from,
        'remarks', coalesce(c.remarks, '{}')) end claim,
      (select coalesce(jsonb_agg(jsonb_build_object('ordinal', ordinal, 'procedure', procedure, 'remarks', remarks) order by ordinal), '[]')
        from claim_line where claim_id = c.id) lines,
      (select coalesce(jsonb_agg(jsonb_build_object('group', group_code, 'carc', carc, 'amountCents', amount_cents, 'line', line_ordinal) order by ordinal), '[]')
        from adjustment where claim_id = c.id) adjustments,
      (select coalesce(jsonb_agg(jsonb_build_object('slot', slot, 'doesNotExist', does_not_exist)), '[]')
        from evidence where denial_id = d.id) evidence,
      (select coalesce(jsonb_agg(jsonb_build_object('purpose', purpose, 'createdAt', created_at) order by created_at), '[]')
        from packet where denial_id = d.id) packets,
      (select coalesce(jsonb_agg(jsonb_build_object('regards', regards, 'outcome', outcome, 'createdAt', created_at) order by created_at, id), '[]')
        from payer_response where denial_id = d.id) responses,
      (select coalesce(jsonb_agg(jsonb_build_object('level', level, 'reason', reason, 'state', state, 'documentId', document_id, 'sentOn', sent_on) order by level), '[]')
        from appeal where denial_id = d.id) appeals,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'outcome', outcome, 'answer', coalesce(answer, '{}')) order by completed_at), '[]')
        from task where denial_id = d.id and state = 'completed') answers,
      (select coalesce(jsonb_agg(jsonb_build_object('clockId', clock_id, 'lateOn', late_on)), '[]')
        from deadline l where denial_id = d.id and owed_by = 'payer' and state = 'running' and late_on is not null and not ${WAITS_FOR_US}) owed,
      (select coalesce(jsonb_object_agg(name, value), '{}') from screening_fact where denial_id = d.id) told,
      (select coalesce(jsonb_agg(${PAYER_ROW}), '[]') from payer_rule r
        where r.organization_id = d.organization_id and r.payer = p.identifier and r.ended_at is null) "payerRules"
    from denial d
    join denial_view v on v.denial_id = d.id
    join payer p on p.id = d.payer_id
    join organization o on o.id = d.organization_id
    left join claim c on c.id = d.claim_id
    where d.id = ${denialId}`);
  if (!row) throw new DomainError('DENIAL_NOT_FOUND', 'There is no such denial here.', { denialId });
  return row;
}
