/** As JSON, independent of the order of columns: a store gives them back in its own. */
const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** Whether both say the same. */
export const isSameValue = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
