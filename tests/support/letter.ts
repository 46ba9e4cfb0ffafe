/** What a letter of that day says: a complete claim, out of network; `changes` says what is different. */
export const letterOf = (
  day: string,
  claimNumber: string,
  changes: Record<string, unknown> = {},
): Record<string, unknown> => ({
  source: 'letter',
  payerName: 'Aster Health',
  claimNumber,
  payerClaimNumber: `AH-${claimNumber}`,
  patientFirstName: 'Rosa',
  patientLastName: 'Marin',
  memberId: 'XYZ123456',
  serviceFrom: day,
  serviceTo: day,
  amountCents: 418_000,
  codes: [{ group: 'PR', carc: '242' }],
  procedures: ['72148'],
  diagnoses: ['M54.50'],
  billingNpi: '1234567893',
  taxId: '123456789',
  noticeOn: day,
  ...changes,
});
