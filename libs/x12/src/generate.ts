import { compactDate } from './dates.ts';
import { generateClaim } from './generate-claim.ts';
import { PAYEE, PAYERS } from './generate-tables.ts';
import type { InventedPayee, InventedPayer } from './generate-tables.ts';
import type { IsoDate, Organization, ProviderAdjustment, Transaction } from './model.ts';
import { SeededRandom, seedOf } from './random.ts';
import type { ClaimContent } from './write-claim.ts';
import type { RemittancePart } from './write-remittance.ts';

export interface GenerateOptions {
  claims: number;
  /** Share of claims that open a denial, 0 to 1; their number is exact. */
  denied: number;
  /** The notice date: DTM 405, BPR16 and GS04. */
  datedOn: IsoDate;
  /** Two seeds share no claim, member, line or trace number. */
  seed: number;
  /** One payer of this name instead of the invented ones. */
  payerName?: string;
  payee?: InventedPayee;
}

/** A payment in real files covers some hundred claims; what one holds must be summed before it is written. */
const CLAIMS_A_PAYMENT = 500;
const GENERATED = '0900';

/** A realistic file that balances, one part at a time: at most one payment is in memory, so any number of claims will do. */
export function* generateRemittance(options: GenerateOptions): Generator<RemittancePart, void, undefined> {
  const { claims, datedOn, seed } = options;
  const random = new SeededRandom(seed);
  const date = compactDate(datedOn);
  const control = String((seed % 999_999_999) + 1).padStart(9, '0');
  const sender = { senderId: 'OVERTURN DEMO', receiverId: 'PROVIDER' };
  yield {
    type: 'interchange',
    interchange: {
      senderQualifier: 'ZZ',
      receiverQualifier: 'ZZ',
      ...sender,
      date: date.slice(2),
      time: GENERATED,
      version: '00501',
      controlNumber: control,
      usage: 'T',
    },
  };
  yield {
    type: 'group',
    group: {
      functionalId: 'HP',
      ...sender,
      date,
      time: GENERATED,
      controlNumber: String(Number(control)),
      version: '005010X221A1',
    },
  };
  for (let from = 0, ordinal = 1; from < Math.max(claims, 1); from += CLAIMS_A_PAYMENT, ordinal++) {
    yield* generatePayment(options, from, Math.min(claims, from + CLAIMS_A_PAYMENT), ordinal, random);
  }
}

function* generatePayment(
  options: GenerateOptions,
  from: number,
  to: number,
  ordinal: number,
  random: SeededRandom,
): Generator<RemittancePart, void, undefined> {
  const { claims: total, datedOn, seed, payee = PAYEE } = options;
  const payer = payerOf(options, ordinal);
  const tag = tagOf(seed);
  const deniedTotal = Math.round(total * options.denied);
  const claims: ClaimContent[] = [];
  for (let index = from; index < to; index++) {
    const isDenied = Math.floor(((index + 1) * deniedTotal) / total) > Math.floor((index * deniedTotal) / total);
    claims.push(generateClaim({ tag, index, isDenied, datedOn, payer }, random));
  }
  const adjusted = providerAdjustments(payee, datedOn, `${tag}${ordinal}`, random);
  const paidCents =
    claims.reduce((sum, claim) => sum + claim.paidCents, 0) - adjusted.reduce((sum, { cents }) => sum + cents, 0);
  yield {
    type: 'transaction',
    transaction: transactionOf({
      payer,
      payee,
      datedOn,
      ordinal,
      paidCents,
      trace: `${tag}${String(ordinal).padStart(4, '0')}`,
    }),
  };
  for (const claim of claims) yield { type: 'claim', claim };
  for (const adjustment of adjusted) yield { type: 'providerAdjustment', adjustment };
}

/** Base 36, so that the seed fits into every number of the file. */
const tagOf = (seed: number): string => seed.toString(36).toUpperCase().padStart(4, '0');

function payerOf({ payerName }: GenerateOptions, ordinal: number): InventedPayer {
  if (payerName === undefined) return PAYERS[(ordinal - 1) % PAYERS.length]!;
  const id = String(seedOf(payerName) % 100_000).padStart(5, '0');
  return { name: payerName.toUpperCase(), planId: id, originatorId: `1${id}0000`, filingIndicator: '12' };
}

/** One payment in four carries interest, which PLB adds to it. */
function providerAdjustments(
  payee: InventedPayee,
  datedOn: IsoDate,
  reference: string,
  random: SeededRandom,
): ProviderAdjustment[] {
  const fiscalPeriodOn = `${datedOn.slice(0, 4)}-12-31`;
  return random.next() < 0.25
    ? [{ providerId: payee.npi, fiscalPeriodOn, reason: 'L6', reference, cents: -random.between(100, 5000) }]
    : [];
}

interface PaymentFacts {
  payer: InventedPayer;
  payee: InventedPayee;
  datedOn: IsoDate;
  ordinal: number;
  paidCents: number;
  trace: string;
}

function transactionOf({ payer, payee, datedOn, ordinal, paidCents, trace }: PaymentFacts): Transaction {
  const date = compactDate(datedOn);
  const isPaid = paidCents !== 0;
  return {
    controlNumber: String(ordinal).padStart(4, '0'),
    payment: {
      handling: isPaid ? 'I' : 'H',
      amountCents: paidCents,
      creditOrDebit: 'C',
      method: isPaid ? 'ACH' : 'NON',
      traceNumber: trace,
      originatorId: payer.originatorId,
      originatorSupplementalId: null,
    },
    notice: { sent: { DTM405: date, BPR16: date, GS04: date }, noticeOn: datedOn, source: 'DTM405' },
    payer: organization(payer.name, 'XV', payer.planId, '1 PLAN PLAZA', [], '8005550100'),
    payee: organization(payee.name, 'XX', payee.npi, '20 RIVER ROAD', [{ kind: 'TJ', value: payee.taxId }], null),
    references: [],
    currency: null,
  };
}

function organization(
  name: string,
  idQualifier: string,
  id: string,
  street: string,
  references: Organization['references'],
  phone: string | null,
): Organization {
  return {
    name,
    idQualifier,
    id,
    address: { lines: [street], city: 'SPRINGFIELD', state: 'IL', postalCode: '627010001', country: null },
    references,
    contacts: phone === null ? [] : [{ kind: 'CX', name: 'CLAIMS', points: [{ kind: 'TE', value: phone }] }],
  };
}
