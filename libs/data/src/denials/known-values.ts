/** An empty column is a fact that nobody knows. */
export const orUnknown = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

/** What stands in a field of an answered form, if it is a word. */
export function wordIn(answers: Record<string, unknown>, field: string): string | undefined {
  const value = answers[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
