import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { inflateSync } from 'node:zlib';
import { letterPdf } from './letter-pdf.ts';

const letter = {
  title: 'Level 1 appeal',
  body: 'Dear reviewer,\n\nplease decide again.',
  exhibits: ['Exhibit 1: directory'],
  footer: 'Document 1',
};

/** What the file says of its glyphs, with all else that is packed in it. */
const textsOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .split('stream\n')
    .map((part) => {
      try {
        return inflateSync(Buffer.from(part, 'latin1')).toString('latin1');
      } catch {
        return part; // not packed
      }
    })
    .join('\n')
    .toLowerCase();

describe('a letter as PDF', () => {
  it('is a PDF of one page with its title', async () => {
    const read = await PDFDocument.load(await letterPdf(letter), { updateMetadata: false });
    expect([read.getPageCount(), read.getTitle()]).toEqual([1, 'Level 1 appeal']);
  });
  it('the same letter gives the same bytes', async () =>
    expect(Buffer.from(await letterPdf(letter)).equals(Buffer.from(await letterPdf(letter)))).toBe(true));
  it('another word gives other bytes', async () =>
    expect(
      Buffer.from(await letterPdf(letter)).equals(Buffer.from(await letterPdf({ ...letter, body: 'Another.' }))),
    ).toBe(false));
  it('names are printed as they are written, not as question marks', async () => {
    const texts = textsOf(await letterPdf({ ...letter, body: 'Łukasz Nguyễn' }));
    for (const one of 'Łễ') expect(texts).toContain(`<${one.codePointAt(0)!.toString(16).padStart(4, '0')}>`);
  });
  it.each([
    ['a long letter takes more pages', 'one line of text\n'.repeat(200), 5],
    ['a word wider than the page is cut', 'x'.repeat(20_000), 5],
    ['letters beyond the font are printed by their code', 'Zoë Ångström 李 😀', 1],
  ])('%s', async (_, body, atLeast) => {
    const read = await PDFDocument.load(await letterPdf({ ...letter, body }));
    expect(read.getPageCount()).toBeGreaterThanOrEqual(atLeast === 5 ? 3 : 1);
  });
});
