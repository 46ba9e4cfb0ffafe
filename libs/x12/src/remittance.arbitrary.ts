import fc from 'fast-check';
import type * as model from './model.ts';
import type { ClaimContent, LineContent } from './write-claim.ts';
import type { RemittancePart } from './write-remittance.ts';

/** Values as a sender would write them: no separator, no blank at either end. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', ..." -.,/'#&()é Ñ"];
const text = fc
  .string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 20 })
  .map((value) => value.trim() || 'X');
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const code = fc.stringMatching(/^[A-Z0-9]{2}$/);
const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const quantity = fc.oneof(
  fc.integer({ min: -999, max: 9999 }),
  fc.integer({ min: 1, max: 9999 }).map((tenths) => tenths / 10),
);
const few = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength });

const references = few(fc.record<model.Reference>({ kind: code, value: text }));
const facts = {
  references,
  dates: few(fc.record<model.DatedFact>({ kind: fc.constantFrom('232', '233', '472', '150', '050'), on: day })),
  amounts: few(fc.record<model.AmountFact>({ kind: code, cents })),
  quantities: few(fc.record<model.QuantityFact>({ kind: code, quantity })),
};
const adjustments = fc.array(
  fc.record<model.Adjustment>({
    group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
    carc: fc.constantFrom('242', '45', '1', 'B8', '279'),
    cents,
    quantity: maybe(quantity),
  }),
  { maxLength: 8 },
);
const contacts = few(
  fc.record<model.Contact>({ kind: code, name: maybe(text), points: few(fc.record({ kind: code, value: text })) }),
);
const procedure = fc.record<model.Procedure>({
  qualifier: fc.constantFrom('HC', 'AD', 'NU'),
  code: fc.stringMatching(/^[A-Z0-9]{5}$/),
  modifiers: few(code, 4),
  description: maybe(text),
});

const line: fc.Arbitrary<LineContent> = fc.record({
  procedure,
  billedProcedure: maybe(procedure),
  chargedCents: cents,
  paidCents: cents,
  revenueCode: maybe(fc.stringMatching(/^\d{4}$/)),
  units: maybe(quantity),
  billedUnits: maybe(quantity),
  adjustments,
  remarks: few(
    fc.record<model.Remark>({ kind: fc.constantFrom('HE', 'RX'), code: fc.constantFrom('N864', 'M15', '70') }),
  ),
  ...facts,
});

const party = fc.record<model.Party>({
  kind: fc.constantFrom('QC', 'IL', '74', '82', 'TT', 'PR', 'GB'),
  isPerson: fc.boolean(),
  name: maybe(text),
  firstName: maybe(text),
  middleName: maybe(text),
  suffix: maybe(text),
  idQualifier: maybe(code),
  id: maybe(text),
});

const adjudication = (elements: number[]): fc.Arbitrary<model.Adjudication> =>
  fc.record({
    remarks: few(fc.constantFrom('MA01', 'N856', 'MA130'), 5),
    values: fc
      .subarray(elements)
      .chain((chosen) => fc.tuple(...chosen.map((element) => text.map((value) => ({ element, value }))))),
  });

const claim: fc.Arbitrary<ClaimContent> = fc.record({
  patientControlNumber: text,
  status: fc.constantFrom('1', '2', '3', '4', '19', '22', '25'),
  chargedCents: cents,
  paidCents: cents,
  patientResponsibilityCents: cents,
  filingIndicator: maybe(code),
  payerClaimNumber: maybe(text),
  facilityCode: maybe(fc.constantFrom('11', '21', '22')),
  frequency: maybe(fc.constantFrom('1', '7', '8')),
  drg: maybe(text),
  section: fc.record<model.Section>({
    number: fc.constantFrom('1', '2', '3'),
    providerId: maybe(text),
    facilityCode: maybe(code),
    fiscalPeriodOn: maybe(day),
  }),
  adjustments,
  parties: few(party, 4),
  inpatient: maybe(adjudication([1, 2, 4, 6, 24])),
  outpatient: maybe(adjudication([1, 2, 8, 9])),
  contacts,
  lines: few(line),
  ...facts,
});

const address = fc.record<model.Address>({
  lines: few(text, 2),
  city: text,
  state: maybe(code),
  postalCode: maybe(text),
  country: maybe(code),
});
const organization = fc.record<model.Organization>({
  name: maybe(text),
  idQualifier: maybe(code),
  id: maybe(text),
  address: maybe(address),
  references,
  contacts,
});

const sentDate = maybe(
  fc.oneof(
    day.map((date) => date.replaceAll('-', '')),
    fc.constant('20002316'),
  ),
);
const payment = fc.record<model.Payment>({
  handling: fc.constantFrom('I', 'C', 'H'),
  amountCents: cents,
  creditOrDebit: fc.constantFrom('C', 'D'),
  method: fc.constantFrom('ACH', 'CHK', 'NON'),
  traceNumber: maybe(text),
  originatorId: maybe(text),
  originatorSupplementalId: maybe(text),
});

/** `noticeOn` and `source` follow from what was sent; the reader works them out, so they are compared apart. */
const transaction = fc.record<model.Transaction>({
  controlNumber: fc.stringMatching(/^\d{4,9}$/),
  payment,
  notice: fc.record({
    sent: fc.record({ DTM405: sentDate, BPR16: sentDate, GS04: fc.constant('20261118') }),
    noticeOn: fc.constant(null),
    source: fc.constant(null),
  }),
  payer: organization,
  payee: organization,
  references,
  currency: maybe(fc.constantFrom('USD', 'CAD')),
});

const interchange = fc.record<model.Interchange>({
  senderQualifier: fc.constantFrom('ZZ', '30'),
  senderId: fc.stringMatching(/^[A-Z0-9]{1,15}$/),
  receiverQualifier: fc.constantFrom('ZZ', '30'),
  receiverId: fc.stringMatching(/^[A-Z0-9]{1,15}$/),
  date: fc.constant('261118'),
  time: fc.constant('0900'),
  version: fc.constantFrom('00501', '00401'),
  controlNumber: fc.stringMatching(/^\d{9}$/),
  usage: fc.constantFrom('P', 'T'),
});

const group = fc.record<model.Group>({
  functionalId: fc.constant('HP'),
  senderId: fc.stringMatching(/^[A-Z0-9]{2,15}$/),
  receiverId: fc.stringMatching(/^[A-Z0-9]{2,15}$/),
  date: fc.constant('20261118'),
  time: fc.constant('0900'),
  controlNumber: fc.stringMatching(/^[1-9]\d{0,8}$/),
  version: fc.constantFrom('005010X221A1', '004010X091A1'),
});

const providerAdjustment = fc.record<model.ProviderAdjustment>({
  providerId: text,
  fiscalPeriodOn: maybe(day),
  reason: fc.constantFrom('WO', 'FB', 'L6', '72', 'CV'),
  reference: maybe(fc.stringMatching(/^[A-Z0-9]{1,20}$/)),
  cents,
});

const transactionParts: fc.Arbitrary<RemittancePart[]> = fc
  .tuple(transaction, few(claim), few(providerAdjustment, 2))
  .map(([header, claims, adjusted]) => [
    { type: 'transaction', transaction: header },
    ...claims.map((content) => ({ type: 'claim' as const, claim: content })),
    ...adjusted.map((adjustment) => ({ type: 'providerAdjustment' as const, adjustment })),
  ]);

const groupParts: fc.Arbitrary<RemittancePart[]> = fc
  .tuple(group, fc.array(transactionParts, { minLength: 1, maxLength: 2 }))
  .map(([header, transactions]) => [{ type: 'group', group: header }, ...transactions.flat()]);

/** Whole files: several interchanges, groups and transactions. */
export const remittanceParts: fc.Arbitrary<RemittancePart[]> = fc
  .array(
    fc
      .tuple(interchange, fc.array(groupParts, { minLength: 1, maxLength: 2 }))
      .map(([header, groups]): RemittancePart[] => [{ type: 'interchange', interchange: header }, ...groups.flat()]),
    { minLength: 1, maxLength: 2 },
  )
  .map((interchanges) => interchanges.flat());
