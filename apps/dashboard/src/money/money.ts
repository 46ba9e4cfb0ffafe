/** `$4,180.00` from integer cents, exact: no division. Minus is the real sign. */
export function moneyWords(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '−' : ''}$${whole}.${digits.slice(-2)}`;
}

/** Cents from what a person typed, `4,180`, `$4180.5`; undefined when it is no amount. */
export function centsFrom(typed: string): number | undefined {
  const found = /^\s*\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?\s*$/.exec(typed);
  if (!found) return undefined;
  return Number(found[1]!.replaceAll(',', '') + (found[2] ?? '').padEnd(2, '0'));
}
