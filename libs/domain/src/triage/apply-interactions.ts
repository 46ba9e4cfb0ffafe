import type { AppealAnswer, ClaimFeature, CodesSeen, InteractionRow } from './interactions.ts';
import { type DenialClass, denialClassRow } from './denial-classes.ts';
import type { TriageRules } from './own-rows.ts';
import type { TriageRemark } from './triage-input.ts';
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
  /** Every remark with its line, also one that no row knows. */
  rarcs: readonly TriageRemark[];
  lineCount: number;
  features: ReadonlySet<ClaimFeature>;
}

/** A sign on its way through the table. */
interface Judged {
  sign: Sign;
  explaining: KnownRemark | undefined;
  /** A row has said a class, or how surely. */
  isDecided: boolean;
}

/** Every sign after all rows of the table: each row sees what those before it left, and the first that says a class or how surely has the word. */
export function applyInteractions(
  signs: readonly Sign[],
  claim: ClaimSeen,
  { interactions, ownCodes }: Pick<TriageRules, 'interactions' | 'ownCodes'>,
): Applied {
  const reasons: Reason[] = [];
  const asks: string[] = [];
  const looksLike: { class: DenialClass; code: string }[] = [];
  let answersAppeal: AppealAnswer | undefined;
  const apply = (row: InteractionRow, one: Judged, all: readonly Judged[]): Judged => {
    const { sign, explaining, isDecided } = one;
    if (isFinal(sign, ownCodes) && !row.isOwn) return one;
    if (sign.group === undefined || !sees(row.watches, sign) || !holds(row, one, all, claim)) return one;
    const { means } = row;
    if (means.asks) asks.push(means.asks);
    if (means.looksLike) looksLike.push({ class: means.looksLike, code: sign.code });
    answersAppeal ??= means.answersAppeal;
    const remark = row.beside?.remarks?.find((rarc) => standsBy(sign, claim).includes(rarc));
    reasons.push({
      sentence: filledIn(row.says, sign.code, remark ?? explaining?.row.rarc ?? ''),
      fact: sign.code,
      row: `interaction ${row.id}`,
    });
    if (isDecided || !(means.class ?? means.classOfRemark ?? means.confidence)) return one;
    const found = (means.classOfRemark ? explaining?.row.class : means.class) ?? sign.class;
    const opens = denialClassRow(found).opens;
    const confidence = means.confidence ?? sign.confidence;
    return { explaining, sign: { ...sign, class: found, opens, confidence }, isDecided: true };
  };
  let judged = signs.map((sign): Judged => ({ sign, explaining: remarkFor(sign, claim), isDecided: false }));
  for (const row of interactions) judged = judged.map((one) => apply(row, one, judged));
  return { signs: judged.map(({ sign }) => sign), reasons, asks, looksLike, ...(answersAppeal && { answersAppeal }) };
}

/** What the organization says of a code alone is its last word, except that it needs its remark. */
const isFinal = (sign: Sign, ownCodes: ReadonlySet<string>): boolean =>
  ownCodes.has(sign.key) && sign.class !== 'needs-remark';

/** The sentence of a row with what stands for its code and its remark. */
export const filledIn = (says: string, code: string, remark: string): string =>
  says.replaceAll('{code}', () => code).replaceAll('{remark}', () => remark);

/** The remark that has a class and stands on the same line, else on the whole claim: another line's says nothing of it. */
function remarkFor({ line }: Sign, { remarks, lineCount }: ClaimSeen): KnownRemark | undefined {
  const explaining = remarks.filter(({ row }) => row.class);
  return (
    explaining.find(({ remark }) => remark.line === line) ??
    explaining.find(({ remark }) => remark.line === undefined || lineCount < 2)
  );
}

/** The remarks that speak of a code: those of its line and of the whole claim. */
const standsBy = ({ line }: Sign, { rarcs, lineCount }: ClaimSeen): string[] =>
  rarcs.filter((remark) => remark.line === line || remark.line === undefined || lineCount < 2).map(({ rarc }) => rarc);

const sees = ({ carcs, groups, classes }: CodesSeen, sign: Sign): boolean =>
  (carcs?.includes(sign.key) ?? true) &&
  (groups?.includes(sign.group ?? '') ?? true) &&
  (classes?.includes(sign.class) ?? true);

const holds = ({ beside, without }: InteractionRow, one: Judged, all: readonly Judged[], claim: ClaimSeen): boolean => {
  const has = (feature: ClaimFeature): boolean =>
    feature === 'explaining-remark' ? one.explaining !== undefined : claim.features.has(feature);
  return (
    (!beside?.feature || has(beside.feature)) &&
    (!without?.feature || !has(without.feature)) &&
    (!beside?.remarks || beside.remarks.some((rarc) => standsBy(one.sign, claim).includes(rarc))) &&
    (!beside?.other || all.some((other) => other !== one && sees(beside.other!, other.sign)))
  );
};
