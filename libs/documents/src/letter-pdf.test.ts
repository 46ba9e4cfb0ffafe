import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { letterPdf } from './letter-pdf.ts';

const letter = {
  title: 'Level 1 appeal',
  body: 'Dear reviewer,\n\nplease decide again.',
  exhibits: ['Exhibit 1: directory'],
  footer: 'Document 1',
};

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
  it.each([
    ['a long letter takes more pages', 'one line of text\n'.repeat(200), 5],
    ['a word wider than the page is cut', 'x'.repeat(20_000), 5],
    ['letters beyond the font are printed as question marks', 'Zoë Ångström 李 😀', 1],
  ])('%s', async (_, body, atLeast) => {
    const read = await PDFDocument.load(await letterPdf({ ...letter, body }));
    expect(read.getPageCount()).toBeGreaterThanOrEqual(atLeast === 5 ? 3 : 1);
  });
});
