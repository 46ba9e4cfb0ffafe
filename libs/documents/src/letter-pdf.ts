import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import type { PDFFont, PDFPage } from '@cantoo/pdf-lib';
import type { LetterText } from '@overturn/domain/letters/letter-lacks';
import { asPrinted, isPrintable, pointName } from '@overturn/domain/letters/printable';
import { embedFonts } from './letter-fonts.ts';

/** Plain text; a blank line begins a paragraph. */
export interface Letter extends LetterText {
  /** Printed at the foot of every page, such as the document's id: nothing of a patient. */
  footer: string;
}

const PAGE: [width: number, height: number] = [612, 792]; // US Letter, points
const MARGIN = 64;
const SIZE = 10.5;
const LEADING = 15;
const INK = rgb(0.09, 0.11, 0.16);
const GREY = rgb(0.4, 0.43, 0.5);

/** A letter as PDF bytes: the same letter gives the same bytes, so that what is reviewed is what is sent. */
export async function letterPdf({ title, body, exhibits, footer }: Letter): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const { regular, bold } = await embedFonts(pdf);
  const epoch = new Date(0);
  pdf.setCreationDate(epoch);
  pdf.setModificationDate(epoch);
  pdf.setTitle(title);
  const sheet = new Sheet(pdf);
  sheet.write(title, bold, 15, 24);
  sheet.skip(8);
  for (const line of body.split('\n')) sheet.write(line, regular, SIZE, LEADING);
  if (exhibits.length > 0) {
    sheet.skip(14);
    sheet.write('Exhibits', bold, 12, 20);
    for (const label of exhibits) sheet.write(label, regular, SIZE, LEADING);
  }
  numberPages(pdf, regular, footer);
  return pdf.save({ useObjectStreams: false });
}

/** Writes downwards and takes a new page at the foot of the old one. */
class Sheet {
  readonly #pdf: PDFDocument;
  #page: PDFPage;
  #y: number;

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf;
    this.#page = pdf.addPage(PAGE);
    this.#y = PAGE[1] - MARGIN;
  }

  write(text: string, font: PDFFont, size: number, leading: number): void {
    for (const line of wrap(printable(text), font, size, PAGE[0] - 2 * MARGIN)) {
      if (this.#y < MARGIN + leading) this.#turn();
      this.#page.drawText(line, { x: MARGIN, y: this.#y - size, size, font, color: INK });
      this.#y -= leading;
    }
  }

  skip(points: number): void {
    this.#y -= points;
  }

  #turn(): void {
    this.#page = this.#pdf.addPage(PAGE);
    this.#y = PAGE[1] - MARGIN;
  }
}

function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => breakWord(one, font, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, font, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A word wider than the page is cut where it must be. */
function breakWord(word: string, font: PDFFont, size: number, width: number): string[] {
  const parts = [''];
  let filled = 0;
  for (const one of word) {
    const wide = widthOf(one, font, size);
    if (filled > 0 && filled + wide > width) {
      parts.push('');
      filled = 0;
    }
    parts[parts.length - 1] += one;
    filled += wide;
  }
  return parts;
}

/** Of each font, how wide its letters are at one point: laying a text out anew for each measure is slow. */
const widths = new WeakMap<PDFFont, Map<string, number>>();

function widthOf(text: string, font: PDFFont, size: number): number {
  const known = widths.get(font) ?? new Map<string, number>();
  widths.set(font, known);
  let total = 0;
  for (const one of text) {
    if (!known.has(one)) known.set(one, font.widthOfTextAtSize(one, 1));
    total += known.get(one)!;
  }
  return total * size;
}

/** What the fonts lack is refused at review; in a letter that nobody reviewed it is printed by its code, never left out. */
const printable = (text: string): string =>
  [...asPrinted(text)].map((one) => (isPrintable(one) ? one : `[${pointName(one)}]`)).join('');

function numberPages(pdf: PDFDocument, font: PDFFont, footer: string): void {
  const pages = pdf.getPages();
  pages.forEach((page, index) => {
    const options = { y: MARGIN / 2, size: 8, font, color: GREY };
    page.drawText(footer, { x: MARGIN, ...options });
    page.drawText(`Page ${index + 1} of ${pages.length}`, { x: PAGE[0] - MARGIN - 50, ...options });
  });
}
