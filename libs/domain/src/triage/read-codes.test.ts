import { describe, expect, it } from '@jest/globals';
import { CARC_TABLE } from './carc-table.ts';
import { denialClassRow } from './denial-classes.ts';
import { RARC_TABLE } from './rarc-table.ts';
import { readCodes } from './read-codes.ts';
import { facts } from './test-support/codes.ts';
import { triageDenial } from './triage-denial.ts';

const BY_CLASS: [string, string][] = [
  ['242 38', 'out-of-network'],
  ['279', 'narrow-network'],
  ['243', 'referral-or-authorization'],
  ['287 288', 'referral'],
  ['197 198 210 302 284 296 15 39', 'authorization'],
  ['147', 'contract-load'],
  ['40', 'emergency'],
  ['B8 95 272 273 256', 'to-classify'],
  ['170 171 172 185 299 B7 8', 'provider-setup'],
  ['206 207 208', 'correct-first'],
  ['16 226 250 251 252 163 164', 'information'],
  ['26 27 31 32 33 177 178 179 180 200', 'eligibility'],
  ['22 23', 'coordination'],
  ['24 109 B11', 'wrong-payer'],
  ['18', 'duplicate'],
  ['29', 'timely-filing'],
  ['50 55', 'medical'],
  ['96 204 A1', 'needs-remark'],
  ['193 285 286', 'appeal-lost'],
  ['45 1 2 3 999', 'other'],
];
const CARCS = BY_CLASS.flatMap(([carcs, found]) => carcs.split(' ').map((carc): [string, string] => [carc, found]));

describe('what a claim’s codes say', () => {
  it.each(CARCS)('CARC %s is %s, and opens only as its class does', (carc, expected) => {
    const triage = readCodes(facts([`CO-${carc}`]));
    expect(triage.class).toBe(expected);
    expect(triage.opens).toBe(denialClassRow(triage.class).opens);
    expect(triage.opens).toBe(/^(242|38|279|243|287|288|197|198|210|302|284|296|15|39|147)$/.test(carc));
  });

  it('has no other row', () => {
    expect(CARC_TABLE.map((row) => row.carc).filter((carc) => !CARCS.some(([known]) => known === carc))).toEqual([]);
  });

  it.each(RARC_TABLE.map((row) => row.rarc))('remark %s opens as the rule says, even when paid', (rarc) => {
    const opens = [
      'N830',
      'N858',
      'N859',
      'N864',
      'N865',
      'N866',
      'N876',
      'N877',
      'N878',
      'N879',
      'N882',
      'N884',
      'N885',
    ].includes(rarc);
    expect(readCodes(facts(['CO-45'], [rarc], { paidCents: 5000 })).opens).toBe(opens);
  });

  it.each([
    [
      '45 under PR is underpayment, but opens nothing by itself',
      facts(['PR-45']),
      { class: 'out-of-network-underpayment', opens: false },
    ],
    [
      'an adjustment classes better than a remark',
      facts(['CO-197'], ['N864']),
      { class: 'authorization', opens: true, codes: ['CO-197', 'N864'] },
    ],
    [
      'a paid claim with a negotiation remark is underpayment',
      facts(['CO-45'], ['N859'], { paidCents: 1 }),
      { class: 'out-of-network-underpayment' },
    ],
    ['an unpaid one is out of network', facts(['CO-45'], ['N876']), { class: 'out-of-network', confidence: 'likely' }],
    [
      '96 takes the class of its remark',
      facts(['CO-96'], ['N630']),
      { class: 'referral', opens: true, confidence: 'likely' },
    ],
    ['96 alone needs its remark', facts(['CO-96']), { class: 'needs-remark', confidence: 'unsure' }],
    [
      'two opening classes: network names the claim',
      facts(['CO-197', 'CO-242']),
      { class: 'out-of-network', confidence: 'likely', codes: ['CO-197', 'CO-242'] },
    ],
    ['MA130 leaves no appeal', facts(['CO-242'], ['MA130']), { opens: true, appealable: false }],
    [
      'a remark may point at the rendering provider',
      facts(['CO-242'], ['N198']),
      { trigger: { trigger: { kind: 'rendering' } } },
    ],
    ['CO and PR: both may appeal', facts(['CO-242', 'PR-242']), { standing: 'both' }],
    [
      'a claim without codes says nothing',
      facts([]),
      { class: 'other', opens: false, confidence: 'unsure', codes: [] },
    ],
  ] as const)('%s', (_, input, expected) => {
    expect(triageDenial(input)).toMatchObject(expected);
  });

  it('guesses the line when one of several carries it', () => {
    const codes = ['PR-242@3', 'CO-45@1'];
    const triggerOf = (lineCount: number) => triageDenial(facts(codes, [], { lineCount })).trigger.trigger;
    expect(triggerOf(3)).toEqual({ kind: 'line', line: 3 });
    expect(triggerOf(1)).toEqual({ kind: 'billing' });
  });

  it('gives its reasons in sentences, the row’s hint and the group’s meaning among them', () => {
    const sentences = (...codes: string[]) => triageDenial(facts(codes, ['N856'])).reasons.map((one) => one.sentence);
    expect(sentences('PR-242').slice(0, 3)).toEqual([
      'PR-242 (not by a network or primary-care provider): Out of network.',
      'Group PR: often only the member may appeal, so a representative form is needed.',
      'N856: ERISA does not govern.',
    ]);
    expect(sentences('CO-296')).toContain('Common when an exception named another NPI.');
  });
});
