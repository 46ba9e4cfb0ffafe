import { describe, expect, it } from '@jest/globals';
import { clientOf } from './clients.ts';

const CLIENTS = [
  { id: 'default', npis: [], taxIds: [], isDefault: true },
  { id: 'a', npis: ['1003000126'], taxIds: ['12-3456789'], isDefault: false },
  { id: 'b', npis: ['1881018208'], taxIds: ['987654321'], isDefault: false },
];

describe('whose claim it is', () => {
  it.each([
    ['the one given, whoever the payee is', 'b', '1003000126', null, 'b'],
    ['whose NPI it is', null, '1881018208', null, 'b'],
    ['whose Tax ID it is, with or without its hyphen', null, null, '123456789', 'a'],
    ['the NPI before the Tax ID', null, '1881018208', '123456789', 'b'],
    ['the default one else', null, '1467550004', null, 'default'],
  ])('%s', (_why, given, npi, taxId, expected) => expect(clientOf(CLIENTS, given, { npi, taxId })).toBe(expected));

  it('nobody’s where there is no client: the sentence says what to do', () =>
    expect(() => clientOf([], null, { npi: null, taxId: null })).toThrow('add one'));
});
