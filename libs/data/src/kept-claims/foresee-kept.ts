import { dateIn } from '@overturn/domain/dates/instants';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { readFilingTerms } from '../denials/filing-terms.ts';
import { rememberFilingDates } from '../denials/open-dates.ts';
import { keyOf } from '../denials/open-key.ts';
import { factsOf } from '../intake/judge-claim.ts';
import type { CaseRules } from '../rules/read-rules.ts';
import type { Weighed } from './weigh-kept.ts';

/** What is counted of kept claims that are judged again. */
export interface KeptCounts {
  /** Open a denial. */
  opens: number;
  /** What those are about. */
  amountCents: number;
  /** Of those, a filing date has passed already. */
  past: number;
  /** Come for a denial that is here. */
  joins: number;
  /** Get another class and still open nothing. */
  reclassed: number;
}

/** What kept claims would do under these rules; nothing is written. */
export async function foreseeKept(
  tx: Tx,
  now: Date,
  { claims, earlier }: Weighed,
  rules: CaseRules,
): Promise<KeptCounts> {
  const opening = claims.flatMap((one, place) => {
    if (!one.opening || earlier.attached.has(place)) return [];
    const { sameKeyBefore } = one;
    const facts = { ...factsOf(one.claim, one.claimId, one.opening), sameKeyBefore, suspicion: null, openedBy: null };
    return [{ facts, key: keyOf(tx.organizationId, facts) }];
  });
  const known = await knownKeys(
    tx,
    opening.map(({ key }) => key),
  );
  const byKey = new Map(opening.filter(({ key }) => !known.has(key)).map(({ key, facts }) => [key, facts]));
  const fresh = [...byKey.values()];
  const today = dateIn(rules.timeZone, now.toISOString());
  const datesOf = rememberFilingDates(rules, today, await readFilingTerms(tx, fresh, today));
  return {
    opens: fresh.length,
    amountCents: fresh.reduce((sum, { amountCents }) => sum + amountCents, 0),
    past: fresh.filter((facts) => datesOf(facts).some(({ isPast }) => isPast)).length,
    joins: opening.length - fresh.length + earlier.attached.size,
    reclassed: reclassed({ claims, earlier }).length,
  };
}

/** Those of another class that open nothing and come for nothing. */
export const reclassed = ({ claims, earlier }: Weighed): Weighed['claims'] =>
  claims.filter(
    ({ claim, classBefore, opening }, place) => !opening && !earlier.attached.has(place) && claim.class !== classBefore,
  );

async function knownKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ key: string }>(
    sql`select key from denial where organization_id = ${tx.organizationId} and key = any(${keys})`,
  );
  return new Set(rows.map(({ key }) => key));
}
