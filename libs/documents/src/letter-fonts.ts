import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@cantoo/fontkit';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';

const require = createRequire(import.meta.url);
/** DejaVu: Latin with all its marks, Greek, Cyrillic, arrows and mathematics. */
export const FONT_FILES = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

/** The letter's two faces; the file holds only the shapes that it uses. */
export async function embedFonts(pdf: PDFDocument): Promise<{ regular: PDFFont; bold: PDFFont }> {
  pdf.registerFontkit(fontkit);
  const embed = async (path: string): Promise<PDFFont> => pdf.embedFont(await readFile(path), { subset: true });
  return { regular: await embed(FONT_FILES.regular), bold: await embed(FONT_FILES.bold) };
}
