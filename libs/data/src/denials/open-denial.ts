import { openDenials } from './open-denials.ts';
import type { OpenDenial } from './open-facts.ts';

/** Opens one denial; one with the same key is answered with `existed` and stays as it is. */
export const openDenial: OpenDenial = async (tx, now, actor, facts) => {
  const [opened] = await openDenials(tx, now, actor, [facts]);
  return opened!;
};
