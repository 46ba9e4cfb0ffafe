import { describe, expect, it } from '@jest/globals';
import type { CodeToClassify, RuleView } from '@overturn/contracts';
import { proposeRuleBody } from '@overturn/contracts/rules';
import { changeBody, startOf } from './rule-change-body.ts';
import { baseOf, effectWords, isUnclassed } from './to-classify-words.ts';

const code = (over: Partial<CodeToClassify>): CodeToClassify => ({
  ...{ kind: 'carc', code: '999', label: null, why: 'unknown', claims: 3, openDenials: 2, keptClaims: 0 },
  ...{ amountCents: 120_000, lastSeenOn: '2026-11-20' },
  ...over,
});
const rule = (kind: RuleView['kind'], row: RuleView['row']): RuleView => ({
  ...{ kind, key: '999', label: 'Label', summary: '', origin: 'shipped', effectiveFrom: null, effectiveTo: null },
  ...{ citation: null, citationUrl: null, verified: false, changeId: null, isProposed: false, row },
});
const waiting = rule('carc', { carc: '999', label: 'plan procedures', class: 'to-classify', confidence: 'unsure' });
const classed = rule('carc', { carc: '999', label: 'plan procedures', class: 'medical' });
const typed = { reason: 'Their manual, page 4', label: 'not by our network', class: 'out-of-network' };

describe('classing a code', () => {
  it('that no row knows is a new version from ever, named by its code', () => {
    const { rule: base, change } = baseOf(code({}), []);
    const body = changeBody(base, { ...startOf(base), ...typed, change, confidence: 'likely' });
    expect(proposeRuleBody.parse(body)).toMatchObject({
      ...{ kind: 'carc', key: '999', change: 'new-version', effectiveFrom: null },
      row: { carc: '999', label: 'not by our network', class: 'out-of-network', confidence: 'likely' },
    });
  });
  it('that waits for our word is a correction of its row', () => {
    const { rule: base, change } = baseOf(code({ why: 'ambiguous' }), [waiting]);
    const body = changeBody(base, { ...startOf(base), ...typed, change });
    expect(body).toMatchObject({ change: 'correction', effectiveFrom: null, row: { class: 'out-of-network' } });
  });
});

describe('who decides', () => {
  it.each([
    ['no row', [], true],
    ['a row that waits for our word', [waiting], true],
    ['a row with a class', [classed], false],
    ['the row of another kind', [rule('rarc', { rarc: '999', label: 'x' })], true],
  ])('%s', (_words, rules, alone) => expect(isUnclassed(code({}), rules)).toBe(alone));
  it('a remark that has a row is classed by two', () =>
    expect(isUnclassed(code({ kind: 'rarc' }), [rule('rarc', { rarc: '999', label: 'x' })])).toBe(false));
  it.each([
    [2, 'They stay as they are'],
    [1, 'It stays as it is'],
    [0, 'No open denial carries it.'],
  ])('%i open denials: %s', (openDenials, words) => expect(effectWords(code({ openDenials }), [])).toContain(words));
  it.each([
    [0, /without a second person/],
    [1, /1 claim without a denial carries it: a class that opens denials goes to a second administrator/],
    [4, /4 claims without a denial carry it/],
  ])('%i kept claims: %s', (keptClaims, words) => expect(effectWords(code({ keptClaims }), [])).toMatch(words));
});
