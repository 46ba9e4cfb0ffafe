import { describe, expect, it } from '@jest/globals';
import { clashOf, KEY_ROWS, keysOf, matchKey, NO_CHOICES } from './key-map.ts';

describe('keys', () => {
  it('no two acts share keys', () => {
    for (const { action, keys } of KEY_ROWS) expect(clashOf(action, keys, NO_CHOICES)).toBeUndefined();
  });
  it.each([
    [[], 'n', 'next-task', []],
    [[], 'g', undefined, ['g']],
    [['g'], 'd', 'go-denials', []],
    [['g'], 'j', 'move-down', []],
    [['g'], 'q', undefined, []],
    [[], 'Q', undefined, []],
  ])('%j then %s is %s', (pending, key, action, left) =>
    expect(matchKey(pending, key, NO_CHOICES)).toEqual({ ...(action && { action }), pending: left }),
  );
  it('all off: nothing matches', () => expect(matchKey([], 'n', { off: true, changed: {} })).toEqual({ pending: [] }));
  it('remapped: the new key works, the old one does not', () => {
    const choices = { off: false, changed: { claim: 'm' } };
    expect(matchKey([], 'm', choices).action).toBe('claim');
    expect(matchKey([], 'c', choices).action).toBeUndefined();
    expect(keysOf('claim', choices)).toBe('m');
  });
  it('taken keys are named', () => {
    expect(clashOf('claim', 'n', NO_CHOICES)?.action).toBe('next-task');
    expect(clashOf('claim', 'g', NO_CHOICES)?.action).toBe('go-work');
    expect(clashOf('claim', '', NO_CHOICES)).toBeUndefined();
  });
});
