/** `1 claim`, `1,204 claims`; the plural is given where it is not just an s. */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
