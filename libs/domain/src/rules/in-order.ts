import { byPlace } from '../triage/interactions.ts';
import { RULE_KINDS, type RuleVersion } from './rule-version.ts';

/** By kind; where rows of a kind have a place, in the order in which they are looked at. */
export function inOrder(a: RuleVersion, b: RuleVersion): number {
  const kinds = RULE_KINDS.indexOf(a.kind) - RULE_KINDS.indexOf(b.kind);
  return kinds === 0 && hasPlace(a) && hasPlace(b) ? byPlace(placed(a), placed(b)) : kinds;
}

type Placed = RuleVersion & { row: { place: number } };
const hasPlace = (version: RuleVersion): version is Placed => typeof version.row['place'] === 'number';
const placed = ({ key, row, changeId }: Placed) => ({ id: key, place: row.place, isOwn: changeId !== null });
