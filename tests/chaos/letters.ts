import { randomUUID } from 'node:crypto';
import type { ChaosGround } from './chaos-ground.ts';
import { persist } from './persistent.ts';

export const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** What a letter of yesterday says: a complete claim, out of network. */
export const letterBody = (claimNumber: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  source: 'letter',
  payerName: 'Aster Health',
  claimNumber,
  payerClaimNumber: `AH-${claimNumber}`,
  patientFirstName: 'Rosa',
  patientLastName: 'Marin',
  memberId: 'XYZ123456',
  serviceFrom: YESTERDAY,
  serviceTo: YESTERDAY,
  amountCents: 418_000,
  codes: [{ group: 'PR', carc: '242' }],
  procedures: ['72148'],
  diagnoses: ['M54.50'],
  billingNpi: '1234567893',
  taxId: '123456789',
  noticeOn: YESTERDAY,
  ...changes,
});

/** A denial from such a letter, typed in by the key. Answers with its id. */
export async function openLetter(ground: ChaosGround, body: Record<string, unknown>): Promise<string> {
  const headers = { 'idempotency-key': randomUUID() };
  const { status, body: denial } = await persist(ground.machine.staff, 'POST', '/denials', body, headers);
  if (status !== 201) throw new Error(`The letter was refused with ${status}: ${JSON.stringify(denial)}`);
  return String(denial['id']);
}
