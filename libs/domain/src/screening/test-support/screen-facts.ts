import fc from 'fast-check';
import type { PathId } from '../../denial/paths.ts';
import { PLAN_TYPES } from '../../tasks/fields.ts';
import { DENIAL_CLASS_IDS } from '../../triage/denial-classes.ts';
import { standardFor } from '../adequacy-standards.ts';
import type { ExceptionState, ScreenFacts } from '../findings.ts';
import { screenPaths, type ScreenedPath } from '../screen-paths.ts';

export const DENIED: ScreenFacts = { class: 'out-of-network', standing: 'provider', remarks: [] };
/** Out of network as verified, nothing wrong, no protection: what is left is a gap. */
export const OUT: ScreenFacts = {
  ...DENIED,
  networkOutcome: 'out-of-network',
  claimErrors: [],
  urgency: 'none',
  planType: 'ppo',
  facilityNetwork: 'out',
  directorySaid: 'out-of-network',
  contractEnded: false,
};
export const FAR = { contactedOn: '2026-11-02', miles: 80, waitBusinessDays: 45, canDoIt: true };
export const standard = standardFor({ regime: 'aca', waitKind: 'specialty' });
export const screenedFor = (facts: ScreenFacts, path: PathId): ScreenedPath =>
  screenPaths(facts).paths.find((one) => one.path === path)!;

const maybe = <T>(...values: T[]) => fc.constantFrom<(T | undefined)[]>(undefined, ...values);
export const anyFacts: fc.Arbitrary<ScreenFacts> = fc.record({
  class: fc.constantFrom(...DENIAL_CLASS_IDS),
  standing: fc.constantFrom('provider' as const, 'member' as const, 'both' as const, 'unknown' as const),
  remarks: fc.subarray(['N864', 'N865', 'N877', 'N830', 'MA130']),
  appealable: maybe(true, false),
  planType: maybe(...PLAN_TYPES.map(({ value }) => value)),
  urgency: maybe('emergency' as const, 'urgent' as const, 'none' as const),
  networkOutcome: maybe('in-network', 'out-of-network', 'other-tier', 'directory-was-wrong', 'unknown'),
  claimErrors: maybe<readonly string[]>([], ['npi']),
  referral: maybe('matches' as const, 'obtainable' as const, 'denied' as const, 'none' as const),
  directorySaid: maybe('in-network' as const, 'out-of-network' as const),
  exception: maybe<ExceptionState>('asked', 'granted', 'refused', 'silent', 'does-not-exist'),
  tried: maybe<readonly PathId[]>([], ['access-gap', 'appeal']),
  appealsLost: maybe(0, 1, 2),
  filingForces: maybe(true, false),
  rateAgreed: maybe(true, false),
});
