import type { IsoDate } from '../dates/iso-date.ts';

/** What an organization may change: clocks, codes and their class, what codes mean together, weights of the score, grounds of a path, its own days. */
export const RULE_KINDS = ['clock', 'carc', 'rarc', 'interaction', 'score', 'path', 'calendar'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];
export type RuleRow = Readonly<Record<string, unknown>>;

/** One version of one rule: shipped, or by a change of the organization. */
export interface RuleVersion {
  kind: RuleKind;
  /** The clock's id, the code, the interaction's or the weight's id, the path, or `calendar`. */
  key: string;
  /** Null: from ever. */
  effectiveFrom: IsoDate | null;
  /** Its last day; null: until further notice. */
  effectiveTo: IsoDate | null;
  citation: string | null;
  verified: boolean;
  row: RuleRow;
  /** The change that brought it; null for a shipped one. */
  changeId: string | null;
}

/** An approved change: it takes its span of days out of whatever held before. */
export type RuleChange = RuleVersion & { changeId: string };

export const isSameRule = (a: Pick<RuleVersion, 'kind' | 'key'>, b: Pick<RuleVersion, 'kind' | 'key'>): boolean =>
  a.kind === b.kind && a.key === b.key;

export const holdsOn = ({ effectiveFrom, effectiveTo }: RuleVersion, day: IsoDate): boolean =>
  (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo);
