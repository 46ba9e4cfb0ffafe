import { readFile } from 'node:fs/promises';
import fontkit from '@cantoo/fontkit';
import { expect, it } from '@jest/globals';
import { printablePoints } from '@overturn/domain/letters/printable';
import { FONT_FILES } from './letter-fonts.ts';

it.each(Object.entries(FONT_FILES))('%s holds every letter that counts as printable', async (_, path) => {
  const font = fontkit.create(await readFile(path)) as unknown as { characterSet: number[] };
  const held = new Set(font.characterSet);
  expect(printablePoints().filter((point) => !held.has(point))).toEqual([]);
});
