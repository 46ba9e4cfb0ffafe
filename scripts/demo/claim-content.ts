/** One claim of the table as an 835 carries it: denied first, in some cases paid later. */
import { addDays } from '@overturn/domain';
import type { IsoDate } from '@overturn/domain';
import { onOrNextBusinessDay } from '@overturn/domain/dates/business-days';
import type { ClaimContent, LineContent } from '@overturn/x12';
import type { ClaimRow } from './claims.ts';
import { REFUSALS, SERVICES } from './services.ts';
import { CLIENTS, PAYERS } from './who.ts';

/** Share of the charge that a payer pays in network, the rest being its contract's. */
const PAID_SHARE = 0.6;

/** The claim number as the provider's own system has it, from the day of service. */
export function claimNumberOf({ client, tail }: ClaimRow, noticeOn: IsoDate): string {
  return `${CLIENTS[client].prefix}${servedOn(tail, noticeOn).replaceAll('-', '').slice(2)}-${tail}`;
}

/** Three to five weeks before the notice, on a working day. */
const servedOn = (tail: string, noticeOn: IsoDate): IsoDate =>
  onOrNextBusinessDay(addDays(noticeOn, -21 - (Number(tail) % 14)), {});

/** Denied in full, on one line. Balances. */
export function deniedClaim(row: ClaimRow, noticeOn: IsoDate): ClaimContent {
  const { client, payer, patient, refused, service, tail } = row;
  const { group, carc } = REFUSALS[refused];
  const { chargedCents } = SERVICES[service];
  const day = servedOn(tail, noticeOn);
  const person = { isPerson: true, middleName: null, suffix: null };
  const { facility, rendering } = CLIENTS[client];
  const [first, last] = patient;
  return {
    patientControlNumber: claimNumberOf(row, noticeOn),
    status: '1',
    chargedCents,
    paidCents: 0,
    patientResponsibilityCents: group === 'PR' ? chargedCents : 0,
    filingIndicator: PAYERS[payer].filingIndicator,
    payerClaimNumber: `${PAYERS[payer].planId}${day.replaceAll('-', '').slice(2)}${tail}`,
    facilityCode: facility.placeOfService,
    frequency: '1',
    drg: null,
    section: { number: '1', providerId: null, facilityCode: null, fiscalPeriodOn: null },
    adjustments: [],
    parties: [
      { ...person, kind: 'QC', name: last, firstName: first, idQualifier: 'MI', id: `M${PAYERS[payer].planId}${tail}` },
      {
        ...person,
        kind: '82',
        name: rendering.name.split(' ').slice(1).join(' '),
        firstName: 'Dr.',
        idQualifier: 'XX',
        id: rendering.npi,
      },
    ],
    inpatient: null,
    outpatient: null,
    references: [],
    dates: [
      { kind: '232', on: day },
      { kind: '233', on: day },
    ],
    contacts: [],
    amounts: [],
    quantities: [],
    lines: [{ ...lineOf(row, day), adjustments: [{ group, carc, cents: chargedCents, quantity: null }] }],
  };
}

function lineOf({ service, refused, tail }: ClaimRow, day: IsoDate): LineContent {
  const { code, chargedCents } = SERVICES[service];
  return {
    procedure: { qualifier: 'HC', code, modifiers: [], description: null },
    ...{ billedProcedure: null, chargedCents, paidCents: 0, revenueCode: null, units: 1, billedUnits: null },
    ...{ dates: [{ kind: '472', on: day }], adjustments: [], amounts: [], quantities: [] },
    references: [{ kind: '6R', value: `L${tail}` }],
    remarks: REFUSALS[refused].remarks.map((code) => ({ kind: 'HE', code })),
  };
}

/** The same claim adjudicated again and paid: it names the denied one (REF F8). */
export function paidClaim(denied: ClaimContent): ClaimContent {
  const { chargedCents } = denied;
  const paidCents = Math.round(chargedCents * PAID_SHARE);
  const adjustments = [{ group: 'CO', carc: '45', cents: chargedCents - paidCents, quantity: null }];
  return {
    ...denied,
    paidCents,
    patientResponsibilityCents: 0,
    payerClaimNumber: `${denied.payerClaimNumber}R1`,
    references: [{ kind: 'F8', value: denied.payerClaimNumber! }],
    lines: denied.lines.map((line) => ({ ...line, paidCents, adjustments, remarks: [] })),
  };
}
