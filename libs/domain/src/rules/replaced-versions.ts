import { addDays, type IsoDate, sayDate } from '../dates/iso-date.ts';
import { isApart } from './overlay.ts';
import type { RuleVersion } from './rule-version.ts';
import { summaryOf } from './say-rule.ts';

type Span = Pick<RuleVersion, 'effectiveFrom' | 'effectiveTo'>;

/** The last day of a new version: as said, else the day before the next version of its rule begins; null where none follows. */
export function lastDayOf({ effectiveFrom, effectiveTo }: Span, versions: readonly RuleVersion[]): IsoDate | null {
  if (effectiveTo !== null) return effectiveTo;
  const [next] = versions
    .flatMap((version) => version.effectiveFrom ?? [])
    .filter((begins) => begins > (effectiveFrom ?? ''))
    .sort();
  return next ? addDays(next, -1) : null;
}

/** Every version of the rule of which a change takes days, the first to hold first. */
export const replacedBy = (change: Span, versions: readonly RuleVersion[]): RuleVersion[] =>
  versions
    .filter((version) => !isApart(version, change))
    .sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? -1 : 1));

/** What they say, in one line; of several each with its days. Null of none. */
export function sayReplaced(versions: readonly RuleVersion[]): string | null {
  const [only, ...more] = versions;
  if (!only) return null;
  return more.length === 0 ? summaryOf(only) : versions.map((one) => `${sayDays(one)}: ${summaryOf(one)}`).join('; ');
}

const sayDays = ({ effectiveFrom, effectiveTo }: Span): string =>
  [
    effectiveFrom ? `from ${sayDate(effectiveFrom)}` : 'from ever',
    ...(effectiveTo ? [`to ${sayDate(effectiveTo)}`] : []),
  ].join(' ');
