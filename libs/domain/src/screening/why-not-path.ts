import { type PathId, pathRow } from '../denial/paths.ts';
import { findingsOf, type ScreenFacts } from './findings.ts';

/** Paths that may not be taken before somebody has asked for an exception. */
const AFTER_THE_EXCEPTION: readonly PathId[] = ['appeal'];
/** An exception that was asked about, whatever came of it. */
const ANSWERED: readonly string[] = ['granted', 'refused', 'silent', 'does-not-exist'];

/**
 * The reason to show staff why a path may not be taken now, or undefined. Straight to appeal is refused until the exception question was asked,
 * unless the filing date forces it or a supervisor overrides it with a reason; without appeal rights it is refused always.
 */
export function whyNotPath(path: PathId, facts: ScreenFacts): string | undefined {
  const { findings } = findingsOf(facts);
  if (pathRow(path).asks === 'appeal' && facts.appealable === false)
    return 'The remark leaves no appeal rights: send a corrected claim instead.';
  if (!AFTER_THE_EXCEPTION.includes(path)) return undefined;
  if (findings.filingForces || findings.overridden || !findings.needsException) return undefined;
  if (ANSWERED.includes(findings.exception) || findings.referral === 'denied') return undefined;
  return findings.exception === 'asked'
    ? 'The exception was asked for and not answered yet: the filing date is watched, and forces an appeal in time.'
    : 'Nobody has asked whether an exception exists. Ask for it first; an appeal without it is the common mistake. A supervisor may decide otherwise, with a reason.';
}
