/** The 835s of the demo: generated payments, with the denied claims of the table among the paid ones. */
import type { IsoDate } from '@overturn/domain';
import { generateRemittance, seedOf, writeRemittance } from '@overturn/x12';
import type { RemittancePart } from '@overturn/x12';
import { CLAIMS } from './claims.ts';
import type { ClaimRow } from './claims.ts';
import { deniedClaim, paidClaim } from './claim-content.ts';
import type { Days } from './days.ts';
import { CLIENTS, PAYERS } from './who.ts';
import type { ClientKey, PayerKey } from './who.ts';

export interface DemoFile {
  name: string;
  bytes: Uint8Array;
}

/** Paid claims beside the denied ones: most of a remittance is no denial. */
const PAID_BESIDE = 5;

/** One file for each client, payer and notice date. */
export function denialFiles(days: Days): DemoFile[] {
  const groups = Map.groupBy(CLAIMS, ({ client, payer, notice }) => `${client} ${payer} ${days.noticeOn(notice)}`);
  return [...groups.values()].map((rows) => {
    const { client, payer, notice } = rows[0]!;
    const datedOn = days.noticeOn(notice);
    const claims = rows.map((row) => deniedClaim(row, datedOn));
    return fileOf({ client, payer, datedOn, beside: PAID_BESIDE, paidCents: 0, claims });
  });
}

/** The later remittance in which the payer pays one of these claims after all. */
export function paymentFile(row: ClaimRow, days: Days): DemoFile {
  const denied = deniedClaim(row, days.noticeOn(row.notice));
  const claim = paidClaim(denied);
  const datedOn = days.ago(1);
  return fileOf({ ...row, datedOn, beside: 0, paidCents: claim.paidCents, claims: [claim] });
}

interface FilePlan {
  client: ClientKey;
  payer: PayerKey;
  datedOn: IsoDate;
  beside: number;
  /** What the added claims were paid. */
  paidCents: number;
  claims: ReturnType<typeof deniedClaim>[];
}

function fileOf({ client, payer: payerKey, datedOn, beside, paidCents, claims }: FilePlan): DemoFile {
  const { name, npi, taxId } = CLIENTS[client];
  const payer = PAYERS[payerKey];
  const title = [payerKey, client, datedOn, claims.length === 1 ? claims[0]!.patientControlNumber : '']
    .join(' ')
    .trim();
  const generated = generateRemittance({
    ...{ claims: beside, denied: 0, datedOn, seed: seedOf(title), payerName: payer.name },
    payee: { name, npi, taxId },
  });
  const parts = [...generated].map((part) => withPayer(part, payer, paidCents));
  const afterClaims = parts.findIndex(({ type }) => type === 'providerAdjustment');
  const at = afterClaims === -1 ? parts.length : afterClaims;
  parts.splice(at, 0, ...claims.map((claim): RemittancePart => ({ type: 'claim', claim })));
  return {
    name: `${payer.name} ${datedOn} ${CLIENTS[client].prefix}${claims[0]!.paidCents > 0 ? ' payment' : ''}.835`,
    bytes: Buffer.concat([...writeRemittance(parts)]),
  };
}

/** The invented payer under its own name and ids, and the payment raised by what the added claims were paid. */
function withPayer(part: RemittancePart, payer: (typeof PAYERS)[PayerKey], paidCents: number): RemittancePart {
  if (part.type === 'claim') return { type: 'claim', claim: { ...part.claim, filingIndicator: payer.filingIndicator } };
  if (part.type !== 'transaction') return part;
  const { transaction } = part;
  const amountCents = transaction.payment.amountCents + paidCents;
  const paid = amountCents > 0 ? { handling: 'I', method: 'ACH' } : { handling: 'H', method: 'NON' };
  return {
    type: 'transaction',
    transaction: {
      ...transaction,
      payment: { ...transaction.payment, ...paid, amountCents, originatorId: payer.originatorId },
      payer: { ...transaction.payer, name: payer.name, id: payer.planId },
    },
  };
}
