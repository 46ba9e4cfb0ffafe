import { type AppealPathId, isAppealPath, type PathId } from '../denial/paths.ts';
import { type Findings, findingsOf, type ScreenFacts } from './findings.ts';

/** An exception that was asked about, whatever came of it. */
const ANSWERED: readonly string[] = ['granted', 'refused', 'silent', 'does-not-exist'];
const SUPERVISOR = 'A supervisor may decide otherwise, with a reason.';

/** What must have come before a path on which the payer is not asked first. */
const NOT_BEFORE: Record<AppealPathId, (findings: Findings) => string | undefined> = {
  appeal: ({ filingForces, needsException, exception, referral }) => {
    if (filingForces || !needsException || ANSWERED.includes(exception) || referral === 'denied') return undefined;
    return exception === 'asked'
      ? 'The exception was asked for and not answered yet: the filing date is watched, and forces an appeal in time.'
      : `Nobody has asked whether an exception exists. Ask for it first; an appeal without it is the common mistake. ${SUPERVISOR}`;
  },
  'external-review': ({ internalDone }) =>
    internalDone
      ? undefined
      : `External review comes after the internal levels of appeal, and they are not done. ${SUPERVISOR}`,
  'regulator-complaint': ({ payerLate }) =>
    payerLate ? undefined : `A complaint needs a date that the payer missed, and it missed none. ${SUPERVISOR}`,
  underpayment: ({ isPaid }) =>
    isPaid ? undefined : `Nothing was paid, so nothing is underpaid: it is a denial. ${SUPERVISOR}`,
};

/**
 * The reason to show staff why a path may not be taken now, or undefined. An appeal, and what stands for one, is refused until what must come
 * before it has come, unless a supervisor overrides it with a reason; without appeal rights it is refused always.
 */
export function whyNotPath(path: PathId, facts: ScreenFacts): string | undefined {
  if (!isAppealPath(path)) return undefined;
  if (facts.appealable === false) return 'The remark leaves no appeal rights: send a corrected claim instead.';
  const { findings } = findingsOf(facts);
  return findings.overridden ? undefined : NOT_BEFORE[path](findings);
}
