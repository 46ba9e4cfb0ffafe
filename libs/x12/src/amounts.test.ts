import { describe, expect, it } from '@jest/globals';
import { formatCents, parseCents } from './amounts.ts';
import { readDate } from './dates.ts';
import { isNpi } from './npi.ts';

const parse = (text: string): number => {
  const bytes = new TextEncoder().encode(text);
  return parseCents(bytes, 0, bytes.length);
};

describe('amounts', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['1', 100],
    ['1.5', 150],
    ['-9.00', -900],
    ['+2.05', 205],
    ['.5', 50],
    ['5.', 500],
    ['0.29', 29],
    ['1.10', 110],
    ['226366.97', 22636697],
    ['1.23000', 123],
    ['00012.30', 1230],
    ['99999999999.99', 9999999999999],
  ])('%s is %d cents', (text, cents) => expect(parse(text)).toBe(cents));

  it.each(['', '-', '.', 'ABC', '1,000.00', '1.234', '1e3', '1.2.3', '$5', '1 0', '999999999999', '--1'])(
    '"%s" is no amount',
    (text) => expect(parse(text)).toBeNaN(),
  );

  it.each([
    [0, '0'],
    [5, '0.05'],
    [50, '0.5'],
    [-127, '-1.27'],
    [100000, '1000'],
  ])('%d cents are written %s', (cents, text) => expect(formatCents(cents)).toBe(text));

  it('refuses to write half a cent', () => expect(() => formatCents(0.5)).toThrow(RangeError));
});

describe('dates', () => {
  it.each([
    ['20261118', '2026-11-18'],
    ['20240229', '2024-02-29'],
    ['20230229', null],
    ['20002316', null],
    ['00000000', null],
    ['20260431', null],
    ['260401', null],
    ['2026111A', null],
  ])('%s is %s', (text, date) => expect(readDate(text)).toBe(date));
});

describe('NPI check digit', () => {
  it.each(['1003000126', '1881018208', '1467550004', '1234567893'])('%s is sound', (npi) =>
    expect(isNpi(npi)).toBe(true),
  );
  it.each(['1234567890', '5544667733', '123456789', '12345678931', ''])('%s is not', (npi) =>
    expect(isNpi(npi)).toBe(false),
  );
});
