import { expect, it } from '@jest/globals';
import { identifierError, type IdentifierKind, normalizeIdentifier } from './identifiers.ts';

it.each([
  ['npi', '1003000126', true],
  ['npi', '1881018208', true],
  ['npi', '1467550004', true],
  ['npi', '1234567893', true],
  ['npi', '1234567890', false],
  ['npi', '123456789', false],
  ['taxId', '123456789', true],
  ['taxId', '12345678', false],
  ['procedure', '72148', true],
  ['procedure', '0042T', true],
  ['procedure', 'G0279', true],
  ['procedure', '7214', false],
  ['icd10', 'M54.50', true],
  ['icd10', 'C7A.1', true],
  ['icd10', 'M54.', false],
  ['icd10', '54.5', false],
  ['taxonomy', '2085R0202X', true],
  ['taxonomy', '2085N0700X', true],
  ['taxonomy', '2085R0202', false],
] as [IdentifierKind, string, boolean][])('%s %s is valid: %s', (kind, value, valid) => {
  expect(identifierError(kind, value) === undefined).toBe(valid);
});

it.each([
  ['icd10', ' m5450 ', 'M54.50'],
  ['taxId', '12-3456789', '123456789'],
  ['procedure', 'g0279', 'G0279'],
] as [IdentifierKind, string, string][])('%s “%s” is kept as %s', (kind, typed, kept) => {
  expect(normalizeIdentifier(kind, typed)).toBe(kept);
});
