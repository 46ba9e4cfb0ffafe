import type { PayerAsReceived } from '@overturn/data/denials/open-facts';
import { payerKey } from '@overturn/domain';
import { findKind, isNpi } from '@overturn/x12';
import type { Claim, Organization, Transaction } from '@overturn/x12';

/** Longer than any identifier of an 835 may be, short enough for an index. */
const MOST = 200;
export const short = (value: string): string => value.slice(0, MOST);
export const shortOrNull = (value: string | null | undefined): string | null => (value ? short(value) : null);

/** The payer as received: N104, REF 2U, TRN03, else its name. */
export function payerOf(transaction: Transaction | null): PayerAsReceived {
  const payer = transaction?.payer;
  const clipped = (value: string | null | undefined): string | undefined => shortOrNull(value) ?? undefined;
  const identifier = payerKey({
    n104: clipped(payer?.id),
    ref2u: clipped(findKind(payer?.references ?? [], '2U')?.value),
    trn03: clipped(transaction?.payment.originatorId),
    name: clipped(payer?.name),
  });
  const value = identifier.slice(identifier.indexOf(':') + 1);
  return { identifier, name: shortOrNull(payer?.name) ?? (value || 'Unknown payer') };
}

/** Who was paid: N103/N104 says an NPI (XX) or a Tax ID (FI), REF TJ the Tax ID beside it. */
export function payeeOf(transaction: Transaction | null): {
  npi: string | null;
  taxId: string | null;
  name: string | null;
} {
  const payee: Organization | undefined = transaction?.payee;
  const byQualifier = (qualifier: string): string | null => (payee?.idQualifier === qualifier ? payee.id : null);
  return {
    npi: shortOrNull(byQualifier('XX')),
    taxId: shortOrNull(byQualifier('FI') ?? findKind(payee?.references ?? [], 'TJ')?.value),
    name: shortOrNull(payee?.name),
  };
}

/** NM1 QC is the patient; the member id is the patient's own, else the insured's. */
export function patientOf({ parties }: Claim): { first: string | null; last: string | null; memberId: string | null } {
  const patient = findKind(parties, 'QC');
  const insured = findKind(parties, 'IL') ?? findKind(parties, '74');
  return {
    first: shortOrNull(patient?.firstName),
    last: shortOrNull(patient?.name),
    memberId: shortOrNull(patient?.id ?? insured?.id),
  };
}

/** NM1 82, its NPI when it has one, else the one that the lines name (REF HPI). */
export function renderingOf({ parties, lines }: Claim): { npi: string | null; name: string | null } {
  const rendering = findKind(parties, '82');
  const named = [rendering?.id, ...lines.map(({ references }) => findKind(references, 'HPI')?.value)];
  const name = [rendering?.firstName, rendering?.name].filter(Boolean).join(' ');
  return { npi: named.find((id) => id && isNpi(id)) ?? null, name: shortOrNull(name) };
}

/** REF LU of a line, else CLP08 where no line has a revenue code: with one it is a bill type, not a place of service. */
export function placeOfServiceOf({ facilityCode, lines }: Claim): string | null {
  const named = lines.map(({ references }) => findKind(references, 'LU')?.value).find(Boolean);
  const isFacility =
    lines.length === 0 || lines.some(({ revenueCode, procedure }) => revenueCode || procedure.qualifier === 'NU');
  const code = named ?? (isFacility ? null : facilityCode);
  return code && /^\d{2}$/.test(code) ? code : null;
}
