import { describe, expect, it } from '@jest/globals';
import { INTERACTIONS } from '@overturn/domain/triage/interactions';
import { RULE_ROWS } from './rule-rows.ts';

const ROW = { ...INTERACTIONS.find(({ id }) => id === 'authorization-named')! };
const faults = (over: object): [string, string][] =>
  (RULE_ROWS.interaction.safeParse({ ...ROW, ...over }).error?.issues ?? []).map(({ path, message }) => [
    path.join('.'),
    message,
  ]);
const NO_CODE = 'A code is one to five capital letters and digits, like 242 or N130.';

describe('what codes may mean together', () => {
  it.each(INTERACTIONS)('$id as it ships', (row) => expect(RULE_ROWS.interaction.parse(row)).toEqual(row));

  it('codes as people type them', () =>
    expect(RULE_ROWS.interaction.parse({ ...ROW, beside: { remarks: [' n54 '] } })).toMatchObject({
      beside: { remarks: ['N54'] },
    }));

  it.each<[object, string, string | RegExp]>([
    [{ watches: { carcs: ['CO-243'] } }, 'watches.carcs.0', NO_CODE],
    [{ beside: { remarks: ['N54', 'remark'] } }, 'beside.remarks.1', NO_CODE],
    [{ watches: { carcs: [] } }, 'watches.carcs', 'Name at least one, or leave it out.'],
    [{ watches: { groups: ['XX'] } }, 'watches.groups.0', 'Use one of CO, PR, OA, PI, CR.'],
    [{ watches: { classes: ['network'] } }, 'watches.classes.0', /^Use one of out-of-network, /],
    [{ means: { class: 'network' } }, 'means.class', /^Use one of out-of-network, /],
    [{ beside: { feature: 'emergency' } }, 'beside.feature', /^Use one of explaining-remark, .*emergency-room, /],
    [{ without: { feature: 'emergency' } }, 'without.feature', /^Use one of explaining-remark, /],
    [{ means: { asks: 'whether' } }, 'means.asks', /^Use one of V2, /],
    [
      { means: { answersAppeal: 'won' } },
      'means.answersAppeal',
      'Use one of upheld, failed-on-procedure, failed-on-time.',
    ],
    [{ says: ' ' }, 'says', 'Write a text.'],
    [{ label: undefined }, 'label', 'Write a text.'],
    [{ place: 1.5 }, 'place', 'Give a whole number, 0 to 1000.'],
    [{ retired: false }, 'retired', 'Say true, or leave it out.'],
    [{ isOwn: true }, '', /nothing of this name. Use .*means/],
  ])('%j is refused at %s', (over, field, sentence) =>
    expect(faults(over)).toEqual([[field, typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]]),
  );
});
