import type { OpenDenialBody } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { factsOf, judgeByHand } from '../intake/judge-claim.ts';
import type { UnjudgedClaim } from '../intake/judge-claim.ts';
import { holdTriageRules } from '../intake/triage-rules.ts';
import { openDenial } from './open-denial.ts';
import type { OpenedDenial } from './open-facts.ts';
import { saidOf, typedFacts } from './open-typed-claim.ts';

interface KeptClaim {
  claim: UnjudgedClaim;
  remittanceId: string | null;
  /** The denial that it opened already. */
  denialId: string | null;
  sameKeyBefore: number;
}

/** Opens a claim that was kept, as its remittance would have; `body` adds what only a person knows. */
export async function openKeptClaim(
  tx: Tx,
  now: Date,
  actor: Actor,
  claimId: string,
  body: OpenDenialBody,
): Promise<OpenedDenial> {
  const kept = await readKeptClaim(tx, claimId);
  if (kept.denialId) return { denialId: kept.denialId, existed: true };
  const judged = judgeByHand(kept.claim, saidOf(body), (await holdTriageRules(tx, now))(kept.claim.noticeOn));
  const isLetter = kept.remittanceId === null;
  return openDenial(tx, now, actor, {
    ...factsOf(judged.claim, claimId, judged),
    ...typedFacts(body),
    source: isLetter ? 'letter' : 'remittance',
    externalId: isLetter ? (body.externalId ?? claimId) : null,
    suspicion: null,
    sameKeyBefore: kept.sameKeyBefore,
    openedBy: actor.kind === 'person' ? actor.id : null,
  });
}

async function readKeptClaim(tx: Tx, claimId: string): Promise<KeptClaim> {
  const row = await tx.row<
    Omit<KeptClaim, 'claim'> & {
      claim: Omit<UnjudgedClaim, 'lines' | 'adjustments' | 'payer'>;
      payerIdentifier: string;
      payerName: string;
    }
  >(sql`
    select c.remittance_id "remittanceId", (select d.id from denial d where d.claim_id = c.id limit 1) "denialId",
      c.payer_identifier "payerIdentifier", p.name "payerName",
      (select count(*) from claim o join denial d on d.claim_id = o.id
       where o.remittance_id = c.remittance_id and o.id <> c.id and o.payer_identifier = c.payer_identifier
         and (o.payer_claim_number = c.payer_claim_number
              or o.payer_claim_number is null and c.payer_claim_number is null and o.claim_number = c.claim_number
                 and o.service_from is not distinct from c.service_from and o.service_to is not distinct from c.service_to)
      ) "sameKeyBefore",
      jsonb_build_object('clientId', c.client_id, 'position', c.position, 'claimNumber', c.claim_number,
        'payerClaimNumber', c.payer_claim_number, 'priorPayerClaimNumber', c.prior_payer_claim_number,
        'claimStatus', c.claim_status, 'filingIndicator', c.filing_indicator, 'frequency', c.frequency,
        'chargedCents', c.charged_cents, 'paidCents', c.paid_cents,
        'patientResponsibilityCents', c.patient_responsibility_cents, 'patientFirstName', c.patient_first_name,
        'patientLastName', c.patient_last_name, 'memberId', c.member_id, 'payeeNpi', c.payee_npi,
        'payeeTaxId', c.payee_tax_id, 'payeeName', c.payee_name, 'renderingNpi', c.rendering_npi,
        'renderingName', c.rendering_name, 'facilityName', c.facility_name, 'facilityNpi', c.facility_npi,
        'placeOfService', c.place_of_service, 'diagnoses', c.diagnoses, 'remarks', c.remarks,
        'serviceFrom', c.service_from, 'serviceTo', c.service_to, 'noticeOn', c.notice_on, 'balanced', c.balanced,
        'warnings', c.warnings, 'details', c.details) claim
    from claim c join payer p on p.id = c.payer_id where c.id = ${claimId}`);
  if (!row) throw new DomainError('NOT_FOUND', 'This claim is not there.', { claimId });
  const { claim, payerIdentifier, payerName, ...rest } = row;
  const payer = { identifier: payerIdentifier, name: payerName };
  return { ...rest, claim: { ...claim, payer, ...(await readParts(tx, claimId)) } };
}

async function readParts(tx: Tx, claimId: string): Promise<Pick<UnjudgedClaim, 'lines' | 'adjustments'>> {
  const lines = await tx.rows<UnjudgedClaim['lines'][number]>(sql`
    select ordinal, qualifier, procedure, modifiers, replaced_procedure "replacedProcedure", revenue_code "revenueCode",
      charged_cents "chargedCents", paid_cents "paidCents", units, service_from "serviceFrom", service_to "serviceTo",
      control_number "controlNumber", remarks
    from claim_line where claim_id = ${claimId} order by ordinal`);
  const adjustments = await tx.rows<UnjudgedClaim['adjustments'][number]>(sql`
    select line_ordinal "lineOrdinal", group_code "group", carc, amount_cents "amountCents", quantity
    from adjustment where claim_id = ${claimId} order by ordinal`);
  return { lines, adjustments };
}
