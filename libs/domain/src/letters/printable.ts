/** What the letter’s fonts hold, as ranges of code points: the printer is tested against them. Nothing here is written from right to left or joins. */
const PRINTABLE: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e], // Latin, with what Europe and Vietnam add
  [0xa0, 0x2e9],
  [0x300, 0x34f], // marks that combine
  [0x370, 0x525], // Greek, Cyrillic
  [0x1e00, 0x1efb],
  [0x1f00, 0x1fff],
  [0x2000, 0x200a], // punctuation
  [0x2010, 0x2027],
  [0x202f, 0x205f],
  [0x2070, 0x20b5], // raised, lowered, currencies
  [0x20b8, 0x20ba],
  [0x20bd, 0x20bd],
  [0x2100, 0x2109], // signs like №, ™, ℞
  [0x210b, 0x2149],
  [0x2150, 0x2185],
  [0x2190, 0x22ff], // arrows, mathematics
  [0x2500, 0x25ff],
  [0x2605, 0x2606],
  [0x2611, 0x2611],
  [0x2713, 0x2718],
  [0xfb00, 0xfb06],
  [0xfffd, 0xfffd],
];

/** A text as it is printed: composed, with nothing that has no shape of its own. */
export const asPrinted = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\t', '  ')
    .replace(/[^\P{C}\n]/gu, '');

export const isPrintable = (one: string): boolean => {
  const point = one.codePointAt(0)!;
  return PRINTABLE.some(([from, to]) => from <= point && point <= to);
};

/** Every code point that a letter can hold. */
export const printablePoints = (): number[] =>
  PRINTABLE.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)).filter(
    (point) => !/\p{C}/u.test(String.fromCodePoint(point)),
  );

/** The name of a code point, such as U+674E. */
export const pointName = (one: string): string =>
  `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** What of a text a letter cannot hold, each once. */
export const unprintable = (text: string): string[] => [
  ...new Set([...asPrinted(text)].filter((one) => one !== '\n' && !isPrintable(one))),
];
