import { addDays, type IsoDate } from '../dates/iso-date.ts';
import { isSameRule, type RuleChange, type RuleVersion } from './rule-version.ts';

/**
 * The versions that hold once the changes are laid over the shipped ones, in the order of their approval. Each takes its
 * span of days out of the versions of its rule; what is left of those before and after it still holds. Nothing shipped is
 * ever overwritten, so a shipped update never changes what an organization has said itself.
 */
export function overlay(shipped: readonly RuleVersion[], changes: readonly RuleChange[]): RuleVersion[] {
  return changes.reduce<RuleVersion[]>(
    (versions, change) => [
      ...versions.flatMap((one) => (isSameRule(one, change) ? without(one, change) : one)),
      change,
    ],
    [...shipped],
  );
}

/** What is left of a version: nothing, what lies before the change, what lies after it, or both. */
function without(version: RuleVersion, change: RuleChange): RuleVersion[] {
  if (isApart(version, change)) return [version];
  const { effectiveFrom, effectiveTo } = change;
  const beginsBefore = effectiveFrom !== null && (version.effectiveFrom ?? '') < effectiveFrom;
  const endsAfter = effectiveTo !== null && (version.effectiveTo === null || version.effectiveTo > effectiveTo);
  return [
    ...(beginsBefore ? [spanned(version, version.effectiveFrom, addDays(effectiveFrom, -1))] : []),
    ...(endsAfter ? [spanned(version, addDays(effectiveTo, 1), version.effectiveTo)] : []),
  ];
}

type Span = Pick<RuleVersion, 'effectiveFrom' | 'effectiveTo'>;
/** Whether they share no day. */
export const isApart = (one: Span, other: Span): boolean =>
  isBefore(one.effectiveTo, other.effectiveFrom) || isBefore(other.effectiveTo, one.effectiveFrom);

/** Whether the last day of one lies before the first of another. */
const isBefore = (last: IsoDate | null, first: IsoDate | null): boolean =>
  last !== null && first !== null && last < first;

/** A row that says its own days, as a clock's does, says the new ones. */
function spanned(version: RuleVersion, effectiveFrom: IsoDate | null, effectiveTo: IsoDate | null): RuleVersion {
  const { row } = version;
  return {
    ...version,
    effectiveFrom,
    effectiveTo,
    row: 'effectiveFrom' in row ? { ...row, effectiveFrom, effectiveTo } : row,
  };
}
