import type { AppealAnswer, ClaimFeature, CodesSeen, InteractionRow } from './interactions.ts';
import { type DenialClass, denialClassRow } from './denial-classes.ts';
import type { TriageRules } from './own-rows.ts';
import type { KnownRemark, Sign } from './signs.ts';

/** One sentence, the fact it rests on and the row that was applied. */
export interface Reason {
  sentence: string;
  /** Like `CO-242`, `N864`, `CLP02 22`, `network of the facility`. */
  fact: string;
  /** Like `carc 242`, `interaction looks-like-network`. */
  row?: string;
}

export interface Applied {
  signs: readonly Sign[];
  reasons: readonly Reason[];
  /** Ids of questions. */
  asks: readonly string[];
  looksLike: readonly { class: DenialClass; code: string }[];
  answersAppeal?: AppealAnswer;
}

/** What stands on the claim beside its signs. */
export interface ClaimSeen {
  remarks: readonly KnownRemark[];
  /** Every remark, also one that no row knows. */
  rarcs: readonly string[];
  features: ReadonlySet<ClaimFeature>;
}

/** Every sign after all rows of the table; the first row that changes a class or a confidence has the word. */
export function applyInteractions(
  signs: readonly Sign[],
  claim: ClaimSeen,
  { interactions, ownCodes }: Pick<TriageRules, 'interactions' | 'ownCodes'>,
): Applied {
  const reasons: Reason[] = [];
  const asks: string[] = [];
  const looksLike: { class: DenialClass; code: string }[] = [];
  let answersAppeal: AppealAnswer | undefined;
  const judged = signs.map((sign) => {
    if (sign.group === undefined) return sign;
    const isFinal = ownCodes.has(sign.key);
    const explaining = remarkFor(sign, claim.remarks);
    let after = sign;
    for (const row of interactions) {
      if ((isFinal && !row.isOwn) || !sees(row.watches, sign) || !holds(row, sign, signs, claim)) continue;
      const { means } = row;
      const remark = row.beside?.remarks?.find((rarc) => claim.rarcs.includes(rarc));
      if (after === sign && (means.class ?? means.classOfRemark ?? means.confidence)) {
        const found = means.classOfRemark ? (explaining?.row.class ?? sign.class) : (means.class ?? sign.class);
        after = {
          ...sign,
          class: found,
          opens: denialClassRow(found).opens,
          confidence: means.confidence ?? sign.confidence,
        };
      }
      if (means.asks) asks.push(means.asks);
      if (means.looksLike) looksLike.push({ class: means.looksLike, code: sign.code });
      answersAppeal ??= means.answersAppeal;
      reasons.push({
        sentence: filledIn(row.says, sign.code, remark ?? explaining?.row.rarc ?? ''),
        fact: sign.code,
        row: `interaction ${row.id}`,
      });
    }
    return after;
  });
  return { signs: judged, reasons, asks, looksLike, ...(answersAppeal && { answersAppeal }) };
}

/** The sentence of a row with what stands for its code and its remark. */
export const filledIn = (says: string, code: string, remark: string): string =>
  says.replaceAll('{code}', () => code).replaceAll('{remark}', () => remark);

/** The remark of the same line, else of the claim, else any, that has a class. */
function remarkFor({ line }: Sign, remarks: readonly KnownRemark[]): KnownRemark | undefined {
  const explaining = remarks.filter(({ row }) => row.class);
  return (
    explaining.find(({ remark }) => remark.line === line) ??
    explaining.find(({ remark }) => remark.line === undefined) ??
    explaining[0]
  );
}

const sees = ({ carcs, groups, classes }: CodesSeen, sign: Sign): boolean =>
  (carcs?.includes(sign.key) ?? true) &&
  (groups?.includes(sign.group ?? '') ?? true) &&
  (classes?.includes(sign.class) ?? true);

const holds = (
  { beside, without }: InteractionRow,
  sign: Sign,
  signs: readonly Sign[],
  { rarcs, features }: ClaimSeen,
): boolean =>
  (!beside?.feature || features.has(beside.feature)) &&
  (!without?.feature || !features.has(without.feature)) &&
  (!beside?.remarks || beside.remarks.some((rarc) => rarcs.includes(rarc))) &&
  (!beside?.other || signs.some((other) => other !== sign && sees(beside.other!, other)));
