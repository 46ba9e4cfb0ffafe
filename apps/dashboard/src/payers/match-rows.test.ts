import { describe, expect, it } from '@jest/globals';
import type { PayerRuleView } from '@overturn/contracts';
import { matchRows, payerOptions } from './match-rows.ts';
import { payersSearch } from './payers-search.ts';

const row = (over: Partial<PayerRuleView>): PayerRuleView => ({
  ...{ id: 'r', version: 1, payer: 'NAME:ASTER', payerName: 'Aster', source: 'manual', verifiedOn: '2026-01-01' },
  ...{ staleOn: '2026-07-01', isStale: false, changedAt: '2026-01-01T00:00:00Z', changedBy: 'Ada' },
  ...{ endedAt: null, endedBy: null },
  ...over,
});
const fax = row({ purpose: 'exception' });
const open = row({ isStale: true });
const birch = row({ payer: 'N104:123', payerName: 'Birch', purpose: 'exception', isStale: true });
const all = [fax, open, birch];

describe('which rows of payers are shown', () => {
  it.each([
    [{}, all],
    [{ payer: 'NAME:ASTER' }, [fax, open]],
    [{ purpose: 'exception' }, [fax, birch]],
    [{ purpose: 'all' }, [open]],
    [{ stale: true }, [open, birch]],
    [{ payer: 'N104:123', purpose: 'exception', stale: true }, [birch]],
  ] as const)('%j', (search, shown) => expect(matchRows(all, search)).toEqual(shown));
  it('by the names of the payers', () =>
    expect(payerOptions(all)).toEqual([
      { value: 'NAME:ASTER', label: 'Aster' },
      { value: 'N104:123', label: 'Birch' },
    ]));
});

describe('what the address may hold', () => {
  it.each([
    [
      { payer: 'NAME:ASTER', purpose: 'appeal-1', stale: true },
      { payer: 'NAME:ASTER', purpose: 'appeal-1', stale: true },
    ],
    [{ payer: 'Rosa Marin', purpose: 'gap', stale: 'yes' }, {}],
  ])('%j: %j', (given, kept) => expect(payersSearch(given)).toEqual(kept));
});
