import type { DenialView } from '@overturn/contracts';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import type { FieldStart } from '@overturn/domain/tasks/task-kind-row';
import type { FieldValue } from './form-draft.ts';

export type KnownFacts = Pick<DenialView, 'facts' | 'lines' | 'payerName' | 'payerClaimNumber'>;

/** What a field holds before anyone types. */
const STARTS: Partial<
  Record<FieldStart, (facts: KnownFacts | undefined, today: string) => FieldValue | null | undefined>
> = {
  today: (_, today) => today,
  billingNpi: (known) => known?.facts.billingNpi,
  renderingNpi: (known) => known?.facts.renderingNpi,
  facilityNpi: (known) => known?.facts.facilityNpi,
  taxId: (known) => known?.facts.taxId,
  diagnoses: (known) => known?.facts.diagnoses,
  procedures: (known) => known && [...new Set(known.lines.flatMap(({ procedure }) => procedure ?? []))],
  placeOfService: (known) => known?.facts.placeOfService,
  noticeOn: (known) => known?.facts.noticeOn,
  payerName: (known) => known?.payerName,
  payerClaimNumber: (known) => known?.payerClaimNumber,
};

/** Start values of the fields; what the person typed goes before them. */
export function startValues(
  fields: readonly FieldOf[],
  known: KnownFacts | undefined,
  today: string,
): Record<string, FieldValue> {
  const found = fields.flatMap(({ name, startsFrom }) => {
    const value = startsFrom && STARTS[startsFrom]?.(known, today);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found);
}
