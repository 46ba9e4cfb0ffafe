import { patientOwes } from './adjustment-groups.ts';
import { type CarcRow, carcRow, type Confidence } from './carc-table.ts';
import type { TriageAdjustment, TriageInput, TriageRemark, TriageTables } from './triage-input.ts';
import { classRank, type DenialClass, denialClassRow } from './denial-classes.ts';
import { type RarcRow, rarcRow } from './rarc-table.ts';

/** What one code says of the claim. */
export interface Sign {
  code: string;
  /** The code without its group. */
  key: string;
  label: string;
  class: DenialClass;
  opens: boolean;
  confidence: Confidence;
  line?: number;
  /** Absent: a remark. */
  group?: string;
  hint?: string;
  cents: number;
  /** No table has a row for it. */
  isUnknown?: true;
}
export interface KnownRemark {
  row: RarcRow;
  remark: TriageRemark;
}

export const isRemark = (sign: Sign): boolean => sign.group === undefined;
export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

export const knownRemarks = ({ remarks }: TriageInput, { rarcs }: TriageTables): KnownRemark[] =>
  remarks.flatMap((remark) => {
    const row = rarcRow(remark.rarc, rarcs);
    return row ? [{ row, remark }] : [];
  });

export function signsOf(input: TriageInput, { carcs }: TriageTables, remarks: readonly KnownRemark[]): Sign[] {
  return [
    ...input.adjustments.map((adjustment) => signOfAdjustment(adjustment, carcs)),
    ...remarks.flatMap(({ row, remark }) => signOfRemark(row, remark, input.paidCents ?? 0)),
  ];
}

function signOfAdjustment(adjustment: TriageAdjustment, carcs: readonly CarcRow[]): Sign {
  const row = carcRow(adjustment.carc, carcs);
  const found = patientOwes(adjustment.group) ? (row.classWhenPatientOwes ?? row.class) : row.class;
  return {
    code: `${adjustment.group}-${row.carc}`,
    key: row.carc,
    label: row.label,
    class: found,
    opens: denialClassRow(found).opens,
    confidence: row.confidence ?? 'high',
    group: adjustment.group,
    cents: adjustment.amountCents,
    ...(adjustment.line !== undefined && { line: adjustment.line }),
    ...(row.hint && { hint: row.hint }),
    ...(row.isUnknown && { isUnknown: true }),
  };
}

/** A remark that opens by itself classes the claim only as far as no adjustment does it better; on a paid claim it is about the amount. */
function signOfRemark(row: RarcRow, { line }: TriageRemark, paidCents: number): Sign[] {
  if (!row.opens || !row.class) return [];
  const found = paidCents > 0 ? (row.classWhenPaid ?? row.class) : row.class;
  return [
    {
      code: row.rarc,
      key: row.rarc,
      label: row.label,
      class: found,
      opens: true,
      confidence: 'likely',
      cents: 0,
      ...(line !== undefined && { line }),
    },
  ];
}

export interface Deciding {
  opening: readonly Sign[];
  /** Those of the class that names the claim. */
  leading: readonly Sign[];
  /** What the verdict rests on. */
  shown: readonly Sign[];
}

/** Adjustments that open name the claim, else remarks that open, else any adjustment; of several classes the first in their order. */
export function decide(signs: readonly Sign[]): Deciding {
  const opening = signs.filter((sign) => sign.opens);
  const adjusted = signs.filter((sign) => !isRemark(sign));
  const deciding = [adjusted.filter((sign) => sign.opens), opening, adjusted].find((some) => some.length > 0) ?? [];
  const named = [...deciding].sort((a, b) => classRank(a.class) - classRank(b.class))[0];
  const leading = deciding.filter((sign) => sign.class === named?.class);
  return { opening, leading, shown: opening.length > 0 ? opening : leading };
}

/** The surest of them; two classes that open are at most likely. */
export function surest(leading: readonly Sign[], opening: readonly Sign[]): Confidence {
  const best = (['high', 'likely', 'unsure'] as const).find((level) =>
    leading.some((sign) => sign.confidence === level),
  );
  const isMixed = unique(opening.map((sign) => sign.class)).length > 1;
  return best === 'high' && isMixed ? 'likely' : (best ?? 'unsure');
}
