import { describe, expect, it } from '@jest/globals';
import type { CarcRow } from './carc-table.ts';
import { INTERACTIONS, type InteractionRow } from './interactions.ts';
import { withOwnRows } from './own-rows.ts';
import { facts } from './test-support/codes.ts';
import { triageDenial } from './triage-denial.ts';

describe('the order of what codes mean together', () => {
  const row = (id: string, place: number, more: Partial<InteractionRow> = {}): InteractionRow => ({
    ...{ id, label: id, place, watches: { carcs: ['243'] }, says: `{code} by ${id}.` },
    ...{ means: { class: 'medical' }, ...more },
  });
  const shipped = (id: string): InteractionRow => INTERACTIONS.find((one) => one.id === id)!;
  const under = (interactions: InteractionRow[], carcs: CarcRow[] = []) =>
    triageDenial(facts(['CO-243'], ['N54']), withOwnRows({ interactions, carcs }));
  const order = (interactions: InteractionRow[]) => withOwnRows({ interactions }).interactions.map(({ id }) => id);

  it('is that of the places, each of which is taken once', () => {
    const places = INTERACTIONS.map(({ place }) => place);
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  });

  it.each<[string, InteractionRow[], object]>([
    ['the row before the shipped one has the word', [row('own', 5)], { class: 'medical' }],
    ['the row after it has not', [row('own', 35)], { class: 'referral-or-authorization', confidence: 'high' }],
    ['at its place the own row comes first', [row('own', 30)], { class: 'medical' }],
    [
      'of two at one place the first by its id',
      [row('b', 5), row('a', 5, { means: { class: 'referral' } })],
      { class: 'referral' },
    ],
    [
      'a version of a shipped row stands for it',
      [{ ...shipped('authorization-named'), means: { confidence: 'unsure' } }],
      { confidence: 'unsure' },
    ],
    [
      'one that is retired is not gone by',
      [{ ...shipped('authorization-named'), retired: true }],
      { confidence: 'likely' },
    ],
  ])('%s', (_, interactions, expected) => expect(under(interactions)).toMatchObject(expected));

  it('that a remark explains a code is said in its row alone', () => {
    const explained = facts(['CO-96'], ['N54']);
    const under96 = (interactions: InteractionRow[]) => triageDenial(explained, withOwnRows({ interactions })).class;
    expect(under96([])).toBe('authorization');
    expect(under96([{ ...shipped('remark-explains'), retired: true }])).toBe('needs-remark');
    expect(under96([row('own', 5, { watches: { carcs: ['96'] } })])).toBe('medical');
  });

  it('a code that the organization says needs its remark is explained by it', () => {
    const carcs: CarcRow[] = [{ carc: 'Z1', label: 'ours', class: 'needs-remark' }];
    const z1 = (remarks: string[]) => triageDenial(facts(['CO-Z1'], remarks), withOwnRows({ carcs }));
    expect(z1(['N54'])).toMatchObject({ class: 'authorization', confidence: 'likely' });
    expect(z1([])).toMatchObject({ class: 'needs-remark', confidence: 'unsure' });
  });

  it('a row sees the class that those before it gave', () => {
    const rarcs = [{ rarc: 'N999', label: 'ours', opens: false, class: 'out-of-network' as const }];
    const { looksLike } = triageDenial(facts(['CO-96'], ['N999']), withOwnRows({ rarcs }));
    expect(looksLike).toEqual([{ class: 'contract-load', code: 'CO-96' }]);
  });

  it('a remark that no row knows may stand beside', () => {
    const rules = withOwnRows({
      interactions: [row('own', 5, { beside: { remarks: ['N381'] }, says: '{code} with {remark}.' })],
    });
    expect(triageDenial(facts(['CO-243']), rules).class).toBe('referral-or-authorization');
    expect(triageDenial(facts(['CO-243'], ['N381']), rules).reasons).toContainEqual(
      expect.objectContaining({ sentence: 'CO-243 with N381.', row: 'interaction own' }),
    );
  });

  it('a remark stands beside the codes of its own line, and on the whole claim beside all', () => {
    const rules = withOwnRows({
      interactions: [row('own', 5, { watches: { carcs: ['242'] }, beside: { remarks: ['N115'] } })],
    });
    const classOf = (remark: string) =>
      triageDenial(facts(['PR-242@1', 'CO-50@2'], [remark], { lineCount: 2 }), rules).class;
    expect(['N115@2', 'N115@1', 'N115'].map(classOf)).toEqual(['out-of-network', 'medical', 'medical']);
  });

  it('a version of a shipped row keeps its place', () =>
    expect(order([{ ...shipped('split-code'), says: '{code}: which?' }])).toEqual(INTERACTIONS.map(({ id }) => id)));

  it('a code that the organization has classed is judged by the rows that it added, not by its versions of shipped ones', () => {
    const carcs: CarcRow[] = [{ carc: '243', label: 'ours', class: 'referral' }];
    const version = { ...shipped('authorization-named'), means: { class: 'medical' as const } };
    expect(under([version], carcs).class).toBe('referral');
    expect(under([row('own', 5)], carcs).class).toBe('medical');
  });
});
