/** Why it is no National Provider Identifier, or undefined: ten digits whose Luhn sum over the prefix 80840 ends in 0. */
export function npiError(value: string): string | undefined {
  if (!/^\d{10}$/.test(value)) return 'An NPI has ten digits.';
  return luhn(`80840${value}`) ? undefined : 'This NPI fails its check digit: one digit is wrong or two are swapped.';
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
