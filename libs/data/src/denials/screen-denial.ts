import type { PathId } from '@overturn/domain';
import { recoverability } from '@overturn/domain/screening/recoverability';
import type { Recoverability, WorthFacts } from '@overturn/domain/screening/recoverability';
import { screenPaths, SHIPPED_SCREEN } from '@overturn/domain/screening/screen-paths';
import type { ScreenedPath } from '@overturn/domain/screening/screen-paths';
import type { RulesInForce } from '@overturn/domain/rules/rules-in-force';
import { screenFactsOf } from './screen-facts.ts';
import type { ScreenRows } from './screen-rows.ts';

export interface ScreenedDenial {
  facts: WorthFacts;
  paths: readonly ScreenedPath[];
  proposed: PathId;
  recoverability: Recoverability;
}

/**
 * Every path by what the rows say, and the one to propose: the page shows and the workflow is told the same one.
 * A filing date that is near opens the appeal but does not make it the path: the protective appeal goes out beside the
 * exception, and what is won by asking needs no appeal. It is proposed where nothing else is left.
 */
export function screenDenial(rows: ScreenRows, today: string, inForce: RulesInForce): ScreenedDenial {
  const facts = screenFactsOf(rows, today, inForce.on(rows.denial.noticeOn ?? today).carcs);
  const { grounds, scores } = inForce.on(today);
  const rules = { ...SHIPPED_SCREEN, grounds, clocks: inForce.clockRows, payers: rows.payerRules };
  const screening = screenPaths(facts, rules);
  const calm = facts.filingForces ? screenPaths({ ...facts, filingForces: false }, rules) : screening;
  return {
    facts,
    paths: screening.paths,
    proposed: (calm.proposed.path === 'no-ground' ? screening : calm).proposed.path,
    recoverability: recoverability(facts, screening, scores),
  };
}
