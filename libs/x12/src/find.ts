import type { Claim, IsoDate } from './model.ts';

/** The first element of its kind: `findKind(claim.references, 'F8')?.value`. */
export const findKind = <T extends { kind: string }>(facts: readonly T[], kind: string): T | undefined =>
  facts.find((fact) => fact.kind === kind);

const FROM_KINDS = ['232', '150', '472'];
const TO_KINDS = ['233', '151', '472'];

/** First and last day of service: the claim's own DTM 232 and 233, else the earliest and latest of its lines; null when it has none. */
export function serviceDates(claim: Claim): { from: IsoDate; to: IsoDate } | null {
  const own = findKind(claim.dates, '232')?.on;
  const ownEnd = findKind(claim.dates, '233')?.on;
  const days = claim.lines.flatMap((line) => line.dates);
  const starts = days
    .filter(({ kind }) => FROM_KINDS.includes(kind))
    .map(({ on }) => on)
    .sort();
  const ends = days
    .filter(({ kind }) => TO_KINDS.includes(kind))
    .map(({ on }) => on)
    .sort();
  const from = own ?? starts[0] ?? ownEnd ?? ends[0];
  if (from === undefined) return null;
  return { from, to: ownEnd ?? ends.at(-1) ?? from };
}

/** Every remark of the claim and its lines, once each, in the file's order. */
export function remarksOf(claim: Claim): string[] {
  const own = [...(claim.inpatient?.remarks ?? []), ...(claim.outpatient?.remarks ?? [])];
  const ofLines = claim.lines.flatMap((line) =>
    line.remarks.filter(({ kind }) => kind === 'HE').map(({ code }) => code),
  );
  return [...new Set([...own, ...ofLines])];
}
