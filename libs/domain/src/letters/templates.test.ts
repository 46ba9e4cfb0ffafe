import { describe, expect, it } from '@jest/globals';
import { LETTER_TEMPLATES, PLACEHOLDERS } from './templates.ts';

const placeholdersOf = (body: string): string[] => [...body.matchAll(/\{\{([^}]*)\}\}/g)].map((match) => match[1]!);

describe('letter templates', () => {
  it.each(LETTER_TEMPLATES.map((row) => [row.id, row] as const))(
    '%s asks only for facts that a denial has',
    (_id, row) => {
      const known: readonly string[] = PLACEHOLDERS;
      expect(placeholdersOf(row.body).filter((name) => !known.includes(name))).toEqual([]);
    },
  );

  it.each(LETTER_TEMPLATES.map((row) => [row.id, row] as const))('%s carries what no packet may lack', (_id, row) => {
    expect(placeholdersOf(row.body)).toEqual(
      expect.arrayContaining([
        'procedures',
        'diagnoses',
        'billingNpi',
        'taxId',
        'wording',
        'reasons',
        'evidence',
        'exhibits',
      ]),
    );
  });

  it.each(LETTER_TEMPLATES.map((row) => [row.id, row.body] as const))(
    '%s cites no law: a person adds what applies',
    (_id, body) => {
      expect(body).not.toMatch(/U\.?S\.?C|CFR|§|\bAct\b|statute|ERISA/);
    },
  );
});
