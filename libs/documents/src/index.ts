export { letterPdf, type Letter } from './letter-pdf.ts';
