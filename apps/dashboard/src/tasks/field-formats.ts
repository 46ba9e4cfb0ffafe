import type { FieldType } from '@overturn/domain/tasks/task-kind-row';
import { centsFrom } from '../money/money.ts';

interface Format {
  isRight: (typed: string) => boolean;
  sentence: string;
}

/** Luhn over prefix 80840 and the ten digits. */
function isNpi(typed: string): boolean {
  if (!/^\d{10}$/.test(typed)) return false;
  const sum = [...`80840${typed}`].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const pattern = (shape: RegExp) => (typed: string) => shape.test(typed);

/** How each kind of text must look. What is not here may be anything. */
export const FORMATS: Partial<Record<FieldType, Format>> = {
  date: { isRight: pattern(/^\d{4}-\d{2}-\d{2}$/), sentence: 'Enter a date.' },
  integer: { isRight: pattern(/^\d{1,9}$/), sentence: 'Enter a whole number.' },
  amountCents: { isRight: (typed) => centsFrom(typed) !== undefined, sentence: 'Enter an amount like 1,234.56.' },
  npi: { isRight: isNpi, sentence: 'This is no NPI: ten digits, the last a check digit. Look for a mistyped one.' },
  taxId: { isRight: pattern(/^\d{2}-?\d{7}$/), sentence: 'A Tax ID has nine digits.' },
  icd10: {
    isRight: pattern(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/),
    sentence: 'An ICD-10-CM code looks like M54.16.',
  },
  procedure: {
    isRight: pattern(/^(\d{4}[0-9A-Z]|[A-Z]\d{4})$/),
    sentence: 'A CPT code has five digits, HCPCS a letter and four.',
  },
  taxonomy: { isRight: pattern(/^[0-9A-Z]{10}$/), sentence: 'A taxonomy code has ten characters.' },
  denialId: {
    isRight: pattern(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
    sentence: 'Paste the link of the other denial, or its id.',
  },
};

/** Typed text as it is kept: codes in capitals, a pasted link cut down to its id. */
export function tidy(type: FieldType, typed: string): string {
  const text = typed.trim();
  if (type === 'icd10' || type === 'procedure' || type === 'taxonomy') return text.toUpperCase();
  if (type === 'denialId') return /[0-9a-f]{8}-[0-9a-f-]{27}/i.exec(text)?.[0].toLowerCase() ?? text;
  return type === 'taxId' ? text.replace('-', '') : text;
}
