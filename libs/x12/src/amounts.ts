/** Whole dollars beyond this many digits are no amount of a claim; the cap keeps every sum of a file exact. */
const MAX_WHOLE_DIGITS = 11;

const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const MINUS = 0x2d;
const PLUS = 0x2b;

/**
 * Integer cents of the decimal number in `bytes[from, to)`, without going through a float; NaN when it is none or has
 * more than two decimals that are not zero. Source: X12 type R ("-12.5", ".5", "100", "100.000").
 */
export function parseCents(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const sign = bytes[at];
  if (sign === MINUS || sign === PLUS) at++;
  const wholeFrom = at;
  let cents = 0;
  let byte = 0;
  while (at < to && (byte = bytes[at]!) >= ZERO && byte <= NINE) {
    cents = cents * 10 + (byte - ZERO);
    at++;
  }
  let digits = at - wholeFrom;
  if (digits > MAX_WHOLE_DIGITS) return NaN;
  cents *= 100;
  if (at < to) {
    if (bytes[at] !== POINT) return NaN;
    for (let weight = 10; ++at < to; weight = weight === 10 ? 1 : 0) {
      byte = bytes[at]!;
      if (byte < ZERO || byte > NINE || (weight === 0 && byte !== ZERO)) return NaN;
      cents += (byte - ZERO) * weight;
      digits++;
    }
  }
  if (digits === 0) return NaN;
  return sign === MINUS && cents !== 0 ? -cents : cents;
}

/** Cents as X12 writes them: no trailing zeros, no point where it can be spared. */
export function formatCents(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError('An amount must be whole cents.');
  const size = Math.abs(cents);
  const fraction = size % 100;
  const whole = (size - fraction) / 100;
  const decimals = fraction === 0 ? '' : `.${String(fraction).padStart(2, '0').replace(/0$/, '')}`;
  return `${cents < 0 ? '-' : ''}${whole}${decimals}`;
}
