/** Luhn over "80840" and the first nine digits adds this much before the digits themselves. Source: CMS, NPI check digit. */
const PREFIX_SUM = 24;

/** The tenth digit of an NPI whose first nine are given. */
export function npiCheckDigit(firstNine: string): string {
  let sum = PREFIX_SUM;
  for (let index = 0; index < 9; index++) {
    const digit = Number(firstNine[index]);
    const doubled = digit * 2;
    sum += index % 2 === 0 ? (doubled > 9 ? doubled - 9 : doubled) : digit;
  }
  return String((10 - (sum % 10)) % 10);
}

/** True for ten digits whose last is the check digit. Whether it was ever issued only NPPES knows. */
export const isNpi = (text: string): boolean => /^\d{10}$/.test(text) && npiCheckDigit(text) === text[9];
