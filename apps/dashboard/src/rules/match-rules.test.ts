import { describe, expect, it } from '@jest/globals';
import type { RuleView } from '@overturn/contracts';
import { matchRules } from './match-rules.ts';

const rule = (over: Partial<RuleView>): RuleView => ({
  ...{ kind: 'clock', key: 'erisa-appeal', label: 'Appeal, employer plan', summary: '180 calendar days from Received' },
  ...{ origin: 'shipped', effectiveFrom: null, effectiveTo: null, citation: '29 CFR 2560.503-1', citationUrl: null },
  ...{ verified: true, row: {}, changeId: null, isProposed: false },
  ...over,
});
const appeal = rule({});
const ours = rule({ key: 'policy-chase', label: 'Chase', citation: null, verified: false });
const remark = rule({ kind: 'rarc', key: 'N130', label: 'See the plan', summary: 'Information wanted' });
const ground = rule({ kind: 'path', key: 'access-gap', label: 'Access gap' });
const all = [appeal, ours, remark, ground];

describe('which rules a list shows', () => {
  it.each([
    ['clock', {}, '', [appeal, ours]],
    ['clock', { unverified: true }, '', [ours]],
    ['clock', {}, 'APPEAL 180', [appeal]],
    ['clock', {}, '2560.503', [appeal]],
    ['clock', {}, 'n130', []],
    ['code', {}, 'n130', [remark]],
    ['path', {}, '', [ground]],
  ] as const)('%s %j “%s”', (tab, ticked, typed, shown) =>
    expect(matchRules(all, tab, { ...ticked, typed })).toEqual(shown),
  );
});
