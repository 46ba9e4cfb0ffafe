import { randomUUID } from 'node:crypto';
import { dayOf } from '../support/days.ts';
import { letterOf } from '../support/letter.ts';
import type { ChaosGround } from './chaos-ground.ts';
import { persist } from './persistent.ts';

export const YESTERDAY = dayOf(new Date(), -1);

export const letterBody = (claimNumber: string, changes: Record<string, unknown> = {}): Record<string, unknown> =>
  letterOf(YESTERDAY, claimNumber, changes);

/** A denial from such a letter, typed in by the key. Answers with its id. */
export async function openLetter(ground: ChaosGround, body: Record<string, unknown>): Promise<string> {
  const headers = { 'idempotency-key': randomUUID() };
  const { status, body: denial } = await persist(ground.machine.staff, 'POST', '/denials', body, headers);
  if (status !== 201) throw new Error(`The letter was refused with ${status}: ${JSON.stringify(denial)}`);
  return String(denial['id']);
}
