import { describe, expect, it } from '@jest/globals';
import { screenRows, SHIPPED_RULES, verifiedAs } from '../test-support/screen-rows.ts';
import { screenDenial } from './screen-denial.ts';

const TODAY = '2026-11-23';
type Changes = Parameters<typeof screenRows>[0];
const proposed = (changes?: Changes) => screenDenial(screenRows(changes), TODAY, SHIPPED_RULES).proposed;
const OUT = verifiedAs('out-of-network');
const BOTH = ['242', '147'].map((carc, nth) => ({ group: 'CO', carc, amountCents: 209_000, line: nth + 1 }));
const drafted = [{ level: 1, reason: 'filing-date', state: 'drafted', documentId: 'd', sentOn: null }];

describe('the path that page and workflow propose', () => {
  it.each([
    ['nothing verified yet', {}, 'access-gap'],
    ['verified as out of network', OUT, 'access-gap'],
    ['in another tier', verifiedAs('other-tier'), 'access-gap'],
    ['the network could not be found out', verifiedAs('unknown'), 'access-gap'],
    ['only the member may ask', { denial: { ...OUT.denial, standing: 'member' } }, 'access-gap'],
    [
      'a radiology read nobody verified',
      { ...OUT, lines: [{ ordinal: 1, procedure: '72148', remarks: [] }] },
      'access-gap',
    ],
    ['the directory was wrong', verifiedAs('directory-was-wrong'), 'directory-misinformation'],
    [
      'the same of an HMO',
      { denial: { ...verifiedAs('directory-was-wrong').denial, planType: 'hmo' } },
      'directory-misinformation',
    ],
    ['in network after all', verifiedAs('in-network'), 'correction'],
    ['N864', { ...OUT, claim: { remarks: ['N864'] } }, 'no-surprises'],
    [
      'N877 on a line that paid',
      {
        denial: { class: 'out-of-network-underpayment' },
        lines: [{ ordinal: 1, procedure: '63030', remarks: ['N877'] }],
      },
      'underpayment',
    ],
    [
      'a read at an in-network hospital',
      {
        ...verifiedAs('out-of-network', { facilityStatus: 'in' }),
        claim: { placeOfService: '22' },
        lines: [{ ordinal: 1, procedure: '72148', remarks: [] }],
      },
      'no-surprises',
    ],
    ['a contract that was not loaded', { denial: { class: 'contract-load' } }, 'correction'],
    ['a contract that was not loaded, beside a network code', { adjustments: BOTH }, 'correction'],
    ['the same, verified as out of network', { ...OUT, adjustments: BOTH }, 'access-gap'],
    ['a referral', { denial: { ...OUT.denial, class: 'referral' } }, 'referral-or-authorization'],
    ['an authorization', { denial: { ...OUT.denial, class: 'authorization' } }, 'referral-or-authorization'],
    ['an underpayment', { denial: { class: 'out-of-network-underpayment' } }, 'underpayment'],
    ['a class that nobody could tell', { denial: { class: 'other' } }, 'access-gap'],
  ] as [string, Changes, string][])('%s: %s', (_, changes, path) => expect(proposed(changes)).toBe(path));

  it('stays the exception beside a drafted appeal, which may then be chosen', () => {
    const screened = screenDenial(screenRows({ ...OUT, appeals: drafted }), TODAY, SHIPPED_RULES);
    expect(screened.proposed).toBe('access-gap');
    expect(screened.paths.find(({ path }) => path === 'appeal')).toMatchObject({
      verdict: 'applies',
      reasons: expect.arrayContaining(['The filing date forces it.']),
    });
  });
  it('is the appeal once the exception was refused', () => {
    const responses = [{ regards: 'exception', outcome: 'denied', createdAt: '2026-11-21T10:00:00Z' }];
    expect(proposed({ denial: { ...OUT.denial, path: 'access-gap' }, responses })).toBe('appeal');
  });
});

it('the score counts what the rows hold', () => {
  const bare = screenDenial(screenRows(OUT), TODAY, SHIPPED_RULES).recoverability;
  const captured = screenDenial(
    screenRows({ ...OUT, evidence: [{ slot: 'directory-proof', doesNotExist: false }] }),
    TODAY,
    SHIPPED_RULES,
  ).recoverability;
  expect(captured.score - bare.score).toBe(10);
  expect(bare.raises.map(({ id }) => id)).toContain('proof directory-proof');
  expect(captured.raises.map(({ id }) => id)).not.toContain('proof directory-proof');
});

describe('the payer’s row', () => {
  const row = { payer: 'NAME:aster health', verifiedOn: '2026-01-15' };
  const about = (payerRules: Parameters<typeof screenDenial>[0]['payerRules']) =>
    screenDenial(screenRows({ ...OUT, payerRules }), TODAY, SHIPPED_RULES).paths.find(
      ({ path }) => path === 'access-gap',
    )!;
  it('says who may ask and how many providers must have been contacted', () => {
    const { whoMayAsk, proofs } = about([{ ...row, purpose: 'exception', askedBy: ['member'], minimumContacts: 3 }]);
    expect(whoMayAsk.sentence).toMatch(/Only the member may ask by the payer’s rule, verified on 2026-01-15/);
    expect(proofs.find(({ proof }) => proof === 'contacts')?.needed).toBe(3);
  });
  it('closes the grounds that it does not take', () => {
    expect(about([{ ...row, grounds: ['expertise-gap'] }])).toMatchObject({
      verdict: 'does-not',
      reasons: ['The payer takes no request on this ground: its rule, verified on 2026-01-15.'],
    });
  });
  it('of another purpose, or another payer, changes nothing', () => {
    expect(
      about([
        { ...row, purpose: 'appeal-1', grounds: [] },
        { ...row, payer: 'N104:9', grounds: [] },
      ]),
    ).toEqual(about([]));
  });
});
