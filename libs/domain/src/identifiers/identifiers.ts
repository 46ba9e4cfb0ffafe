import { CODE_SHAPE, NO_CODE } from '../triage/code-shape.ts';
import { npiError } from './npi.ts';

export type IdentifierKind = 'npi' | 'taxId' | 'procedure' | 'icd10' | 'taxonomy' | 'remittanceCode';

interface IdentifierRow {
  /** Blanks and case as people type them, made one. */
  normalize: (typed: string) => string;
  /** One sentence on what is wrong, or undefined. */
  error: (value: string) => string | undefined;
}

const upper = (typed: string): string => typed.trim().toUpperCase();
const digits = (typed: string): string => typed.replace(/[\s-]/g, '');
const matching = (pattern: RegExp, sentence: string) => (value: string) => (pattern.test(value) ? undefined : sentence);
const ICD10 = /^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/;

/** ICD-10-CM travels without its dot in claims; here it is kept with it. */
function dotted(typed: string): string {
  const code = upper(typed);
  return /^[A-Z][0-9][0-9A-Z][0-9A-Z]{1,4}$/.test(code) ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

const IDENTIFIERS: Record<IdentifierKind, IdentifierRow> = {
  npi: { normalize: digits, error: npiError },
  taxId: { normalize: digits, error: matching(/^\d{9}$/, 'A Tax ID has nine digits.') },
  procedure: {
    normalize: upper,
    error: matching(
      /^(\d{5}|\d{4}[A-Z]|[A-Z]\d{4})$/,
      'A procedure is a CPT code (five digits, or four and a letter) or a HCPCS code (a letter and four digits).',
    ),
  },
  icd10: { normalize: dotted, error: matching(ICD10, 'A diagnosis is an ICD-10-CM code, like M54.50.') },
  taxonomy: {
    normalize: upper,
    error: matching(/^[0-9A-Z]{9}X$/, 'A taxonomy code has ten characters and ends in X, like 2085R0202X.'),
  },
  remittanceCode: { normalize: upper, error: matching(CODE_SHAPE, NO_CODE) },
};

export const normalizeIdentifier = (kind: IdentifierKind, typed: string): string => IDENTIFIERS[kind].normalize(typed);

/** What is wrong with a normalized identifier, in a sentence; undefined when it is right. */
export const identifierError = (kind: IdentifierKind, value: string): string | undefined =>
  IDENTIFIERS[kind].error(value);
