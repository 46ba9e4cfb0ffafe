import { CARC_TABLE, carcRow, type CarcRow, type Confidence } from './carc-table.ts';
import { classRank, type DenialClass, denialClassRow } from './denial-classes.ts';
import { RARC_TABLE, type RarcRow, rarcRow } from './rarc-table.ts';

export interface TriageAdjustment {
  /** CO, PR, OA, PI or CR. */
  group: string;
  carc: string;
  amountCents: number;
  /** 1-based; absent: at claim level. */
  line?: number;
}
export interface TriageRemark {
  rarc: string;
  line?: number;
}
export interface TriageInput {
  adjustments: readonly TriageAdjustment[];
  remarks: readonly TriageRemark[];
  /** How many service lines the claim has. */
  lineCount: number;
  paidCents?: number;
  /** CLP02. */
  claimStatus?: string;
}

export type Trigger = { kind: 'billing' | 'rendering' | 'facility' } | { kind: 'line'; line: number };
export type Standing = 'provider' | 'member' | 'both' | 'unknown';

export interface Triage {
  class: DenialClass;
  /** Whether the claim opens a denial by itself. */
  opens: boolean;
  confidence: Confidence;
  trigger: Trigger;
  /** Whose appeal rights the group codes point to. */
  standing: Standing;
  /** False under MA130: resubmit, never appeal. */
  appealable: boolean;
  /** What led to the class, like `CO-242` or `N864`. */
  codes: readonly string[];
  reasons: readonly string[];
  questions: readonly string[];
}

interface Sign {
  code: string;
  label: string;
  class: DenialClass;
  opens: boolean;
  confidence: Confidence;
  line?: number;
  group?: string;
  hint?: string;
}

export interface TriageTables {
  carcs: readonly CarcRow[];
  rarcs: readonly RarcRow[];
}

/** What a claim's codes say: the class that names it, whether it opens a denial, and why. Unknown codes are class `other`. */
export function classify(
  input: TriageInput,
  { carcs, rarcs }: TriageTables = { carcs: CARC_TABLE, rarcs: RARC_TABLE },
): Triage {
  const remarks = input.remarks.flatMap((remark) => {
    const row = rarcRow(remark.rarc, rarcs);
    return row ? [{ row, remark }] : [];
  });
  const signs = [
    ...input.adjustments.map((adjustment) =>
      signOfAdjustment(
        adjustment,
        carcs,
        remarks.map(({ row }) => row),
      ),
    ),
    ...remarks.flatMap(({ row, remark }) => signOfRemark(row, remark, input.paidCents ?? 0)),
  ];
  const opening = signs.filter((sign) => sign.opens);
  const adjusted = signs.filter((sign) => !isRemark(sign));
  const deciding = [adjusted.filter((sign) => sign.opens), opening, adjusted].find((some) => some.length > 0) ?? [];
  const named = [...deciding].sort((a, b) => classRank(a.class) - classRank(b.class))[0];
  const leading = deciding.filter((sign) => sign.class === named?.class);
  return {
    class: named?.class ?? 'other',
    opens: opening.length > 0,
    confidence: confidenceOf(leading, opening, input),
    trigger: triggerOf(
      opening.length > 0 ? opening : leading,
      remarks.map(({ row }) => row),
      input.lineCount,
    ),
    standing: standingOf(opening),
    appealable: !remarks.some(({ row }) => row.noAppealRights),
    codes: unique((opening.length > 0 ? opening : leading).map((sign) => sign.code)),
    reasons: reasonsOf(
      opening.length > 0 ? opening : leading,
      remarks.map(({ row }) => row),
      input,
    ),
    questions: unique(remarks.flatMap(({ row }) => (row.question ? [row.question] : []))),
  };
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const isRemark = (sign: Sign): boolean => sign.group === undefined;

function signOfAdjustment(adjustment: TriageAdjustment, carcs: readonly CarcRow[], remarks: readonly RarcRow[]): Sign {
  const row = carcRow(adjustment.carc, carcs);
  const own = adjustment.group === 'PR' ? (row.classWhenPatientOwes ?? row.class) : row.class;
  const answer = own === 'needs-remark' ? remarks.find((remark) => remark.class)?.class : undefined;
  const found = answer ?? own;
  return {
    code: `${adjustment.group}-${row.carc}`,
    label: row.label,
    class: found,
    opens: denialClassRow(found).opens,
    confidence: answer ? 'likely' : (row.confidence ?? 'high'),
    group: adjustment.group,
    ...(adjustment.line !== undefined && { line: adjustment.line }),
    ...(row.hint && { hint: row.hint }),
  };
}

/** A remark that opens by itself classes the claim only as far as no adjustment does it better; on a paid claim it is about the amount. */
function signOfRemark(row: RarcRow, { line }: TriageRemark, paidCents: number): Sign[] {
  if (!row.opens || !row.class) return [];
  const found = paidCents > 0 && row.startsNegotiation ? 'out-of-network-underpayment' : row.class;
  return [
    {
      code: row.rarc,
      label: row.label,
      class: found,
      opens: true,
      confidence: 'likely',
      ...(line !== undefined && { line }),
    },
  ];
}

function confidenceOf(leading: readonly Sign[], opening: readonly Sign[], { claimStatus }: TriageInput): Confidence {
  if (leading.length === 0 || claimStatus === '22') return 'unsure';
  const best = (['high', 'likely', 'unsure'] as const).find((level) =>
    leading.some((sign) => sign.confidence === level),
  )!;
  const mixed = unique(opening.map((sign) => sign.class)).length > 1;
  return mixed && best === 'high' ? 'likely' : best;
}

/** A first guess: one line when only one of several carries it, else the party that a remark names, else who billed. */
function triggerOf(signs: readonly Sign[], remarks: readonly RarcRow[], lineCount: number): Trigger {
  const lines = unique(signs.map((sign) => sign.line));
  const [line] = lines;
  if (lineCount > 1 && lines.length === 1 && line !== undefined) return { kind: 'line', line };
  return { kind: remarks.find((row) => row.points)?.points ?? 'billing' };
}

function standingOf(opening: readonly Sign[]): Standing {
  const groups = new Set(opening.map((sign) => sign.group).filter(Boolean));
  if (groups.has('CO') && groups.has('PR')) return 'both';
  return groups.has('CO') ? 'provider' : groups.has('PR') ? 'member' : 'unknown';
}

function reasonsOf(signs: readonly Sign[], remarks: readonly RarcRow[], { claimStatus }: TriageInput): string[] {
  const network = signs.filter((sign) => sign.class === 'out-of-network' && !isRemark(sign));
  return unique([
    ...signs.map(
      (sign) =>
        `${sign.code} (${sign.label})${sign.line ? ` on line ${sign.line}` : ''}: ${denialClassRow(sign.class).label}.`,
    ),
    ...signs.flatMap((sign) => (sign.hint ? [sign.hint] : [])),
    ...(network.some((sign) => sign.group === 'CO')
      ? ['Group CO on a network code hints at a contract that was not loaded.']
      : []),
    ...(network.some((sign) => sign.group === 'PR')
      ? ['Group PR: often only the member may appeal, so a representative form is needed.']
      : []),
    ...remarks.filter((row) => row.regime || row.noAppealRights).map((row) => `${row.rarc}: ${row.label}.`),
    ...(claimStatus === '22' ? ['The claim is a reversal (CLP02 22): check which payment it takes back.'] : []),
  ]);
}
