import type { RuleView } from '@overturn/contracts';

type Dated = Pick<RuleView, 'effectiveFrom' | 'effectiveTo'>;
export type Standing = 'past' | 'in-force' | 'to-come';

/** Where a version stands on a day; its first and last day are both its own. */
export function standingOn({ effectiveFrom, effectiveTo }: Dated, day: string): Standing {
  if (effectiveFrom && effectiveFrom > day) return 'to-come';
  return effectiveTo && effectiveTo < day ? 'past' : 'in-force';
}
/** Which of the versions of one rule holds on a day. */
export const versionOn = <Version extends Dated>(versions: readonly Version[], day: string): Version | undefined =>
  versions.find((version) => standingOn(version, day) === 'in-force');
