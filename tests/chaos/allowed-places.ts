/** The only places in which a patient's data may stand, each with why. What is not here is a leak; what is here and unused is struck out. */
export const ALLOWED: Record<string, string> = {
  // the claim as the payer sent it or a person typed it
  'claim.claim_number': 'the provider’s number of the claim',
  'claim.payer_claim_number': 'the payer’s number of the claim',
  'claim_fact.claim_number': 'the provider’s number of the claim of which facts were told before it came',
  'claim.patient_first_name': 'the patient, as read; masked until opened',
  'claim.patient_last_name': 'the patient, as read; masked until opened',
  'claim.member_id': 'the member, as read; masked until opened',
  'refused_row.raw': 'what of a file could not be placed, as it came',
  'denial.key': 'one denial, one key: the payer’s number of the claim is part of it',
  // the payer's words
  'denial.wording': 'the wording of the denial, typed in',
  'payer_response.wording': 'what the payer wrote, typed in',
  'payer_response.reference': 'the payer’s reference, typed in',
  // what staff enter
  'task.answer': 'the answer of a task, free text in part',
  'denial.network_status': 'what the verification found, notes in part',
  'evidence.note': 'a note that is evidence',
  'command.payload': 'the reason of a command, typed in',
  'stored_file.name': 'the name that a person’s file had; on disk it lies under its hash',
  // letters
  'document.title': 'staff may name the patient in it',
  'document.body': 'the letter names the patient to the payer',
  'document.exhibits': 'the list of exhibits with its notes',
  // what is told within the organization, under row-level security
  'timeline_entry.sentence': 'quotes what staff and payer said',
  'audit_entry.before': 'the act as it was: append-only, for those who may read the audit',
  'audit_entry.after': 'the act as it was: answers, reasons, the words of a search',
};
