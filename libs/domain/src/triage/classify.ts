import { ADJUSTMENT_GROUPS, type Standing, standingOf } from './adjustment-groups.ts';
import { CARC_TABLE, type Confidence } from './carc-table.ts';
import { claimStatusRow } from './claim-statuses.ts';
import { type DenialClass, denialClassRow } from './denial-classes.ts';
import { RARC_TABLE, type RarcRow } from './rarc-table.ts';
import { decide, isRemark, knownRemarks, type Sign, signsOf, surest, unique } from './signs.ts';
import type { TriageInput, TriageTables, Trigger } from './triage-input.ts';

export type { Standing } from './adjustment-groups.ts';
export type { TriageInput, TriageTables, Trigger } from './triage-input.ts';

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

/** What a claim's codes alone say: the class that names it, whether it opens a denial, and why. Unknown codes are class `other`. */
export function classify(input: TriageInput, tables: TriageTables = { carcs: CARC_TABLE, rarcs: RARC_TABLE }): Triage {
  const known = knownRemarks(input, tables);
  const remarks = known.map(({ row }) => row);
  const { opening, leading, shown } = decide(signsOf(input, tables, known));
  return {
    class: leading[0]?.class ?? 'other',
    opens: opening.length > 0,
    confidence: claimStatusRow(input.claimStatus)?.unsureBecause ? 'unsure' : surest(leading, opening),
    trigger: triggerOf(shown, remarks, input.lineCount),
    standing: standingOf(new Set(opening.map((sign) => sign.group))),
    appealable: !remarks.some((row) => row.noAppealRights),
    codes: unique(shown.map((sign) => sign.code)),
    reasons: reasonsOf(shown, remarks, input),
    questions: unique(remarks.flatMap((row) => (row.question ? [row.question] : []))),
  };
}

/** A first guess: one line when only one of several carries it, else the party that a remark names, else who billed. */
function triggerOf(signs: readonly Sign[], remarks: readonly RarcRow[], lineCount: number): Trigger {
  const lines = unique(signs.map((sign) => sign.line));
  const [line] = lines;
  if (lineCount > 1 && lines.length === 1 && line !== undefined) return { kind: 'line', line };
  return { kind: remarks.find((row) => row.points)?.points ?? 'billing' };
}

function reasonsOf(signs: readonly Sign[], remarks: readonly RarcRow[], { claimStatus }: TriageInput): string[] {
  const network = new Set(
    signs.filter((sign) => denialClassRow(sign.class).isNetwork && !isRemark(sign)).map((sign) => sign.group),
  );
  const status = claimStatusRow(claimStatus)?.unsureBecause;
  return unique([
    ...signs.map(saySign),
    ...signs.flatMap((sign) => (sign.hint ? [sign.hint] : [])),
    ...ADJUSTMENT_GROUPS.flatMap(({ group, onNetworkCode }) =>
      onNetworkCode && network.has(group) ? [onNetworkCode] : [],
    ),
    ...remarks.filter((row) => row.regime || row.noAppealRights).map((row) => `${row.rarc}: ${row.label}.`),
    ...(status ? [status] : []),
  ]);
}

export const saySign = (sign: Sign): string =>
  `${sign.code} (${sign.label})${sign.line ? ` on line ${sign.line}` : ''}: ${denialClassRow(sign.class).label}.`;
