import type { DenialView } from '@overturn/contracts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

type Facts = DenialView['facts'];

/** The facts of a denial and of its claim, as the page shows them: no name, of the member id the last four. */
export interface CaseFacts extends Facts {
  source: string;
  claimId: string | null;
  claimNumber: string | null;
  payerClaimNumber: string | null;
  memberTail: string;
  version: number;
  triage: Omit<DenialView['triage'], 'label' | 'questions'>;
  remarks: string[];
}

type CaseRow = Omit<CaseFacts, 'triage'> & {
  class: string;
  confidence: string;
  trigger: string | null;
  reasons: string[];
  suspicion: string | null;
};

export async function readCaseFacts(tx: Tx, id: string): Promise<CaseFacts> {
  const row = await tx.row<CaseRow>(sql`
    select d.source, d.claim_id "claimId", c.claim_number "claimNumber", c.payer_claim_number "payerClaimNumber",
      coalesce(right(c.member_id, 4), '') "memberTail", d.version,
      d.class, d.class_confidence confidence, d.trigger, d.class_reasons reasons, d.suspicion,
      d.notice_on "noticeOn", d.received_on "receivedOn", d.how_received "howReceived", d.printed_deadline_on "printedDeadlineOn", d.plan_deadline_on "planDeadlineOn", d.wording,
      d.regime, d.regime_settled "regimeSettled", d.likely_regime "likelyRegime", d.likely_regime_reasons "likelyRegimeReasons",
      d.plan_type "planType", d.state, d.standing, d.benefit_level_requested "benefitLevelRequested", d.benefit_level_granted "benefitLevelGranted",
      d.network_status "networkStatus", d.missed_before_intake "missedBeforeIntake",
      coalesce(c.diagnoses, '{}') diagnoses, c.payee_npi "billingNpi", c.payee_tax_id "taxId", c.rendering_npi "renderingNpi",
      c.rendering_name "renderingName", c.facility_npi "facilityNpi", c.facility_name "facilityName", c.place_of_service "placeOfService",
      coalesce(c.remarks, '{}') remarks
    from denial d left join claim c on c.id = d.claim_id where d.id = ${id}`);
  const { class: denialClass, confidence, trigger, reasons, suspicion, ...facts } = row!;
  return { ...facts, triage: { class: denialClass, confidence, trigger, reasons, suspicion } };
}
