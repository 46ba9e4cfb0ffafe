import type { RuleList, RuleQuery } from '@overturn/contracts';
import { citationUrl } from '@overturn/domain/rules/citation-url';
import { inOrder } from '@overturn/domain/rules/in-order';
import { overlay } from '@overturn/domain/rules/overlay';
import type { RuleVersion } from '@overturn/domain/rules/rule-version';
import { labelOf, summaryOf } from '@overturn/domain/rules/say-rule';
import { shippedVersions } from '@overturn/domain/rules/shipped-versions';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { readRuleParts } from './read-rules.ts';

/** Every version in force of every rule: shipped, or the organization's own over it; by kind, and those that are looked at in an order by that. */
export async function readVersions(tx: Tx): Promise<RuleVersion[]> {
  const { clocks, calendar, changes } = await readRuleParts(tx);
  const { timeZone: _, ...own } = calendar;
  return overlay(
    shippedVersions(clocks, own),
    changes.map(({ held: _held, ...change }) => change),
  ).sort(inOrder);
}

export async function listRules(tx: Tx, { kind, verified }: RuleQuery): Promise<RuleList> {
  const versions = await readVersions(tx);
  const proposed = await tx.rows<{ kind: string; key: string }>(
    sql`select kind, key from rule_change where organization_id = ${tx.organizationId} and state in ('proposed', 'applying')`,
  );
  const isProposed = new Set(proposed.map((one) => `${one.kind}/${one.key}`));
  return {
    items: versions
      .filter((one) => kind === undefined || one.kind === kind)
      .filter((one) => verified === undefined || String(one.verified) === verified)
      .map((one) => ({
        ...one,
        label: labelOf(one),
        summary: summaryOf(one),
        origin: one.changeId === null ? 'shipped' : 'own',
        citationUrl: citationUrl(one.citation),
        isProposed: isProposed.has(`${one.kind}/${one.key}`),
      })),
  };
}
