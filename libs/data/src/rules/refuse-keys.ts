import { DomainError } from '@overturn/domain';
import type { Caller } from '../accounts/caller.ts';

/** Two persons change a rule, and a person takes a later date: a key, which either may hold, would be a third. Throws NOT_ALLOWED. */
export function refuseKeys({ kind }: Caller): void {
  if (kind !== 'person') throw new DomainError('NOT_ALLOWED', 'A person decides this, not a key. Sign in.');
}
