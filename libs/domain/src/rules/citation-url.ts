interface Place {
  /** How the citation is written: title and section. */
  written: RegExp;
  url(title: string, section: string): string;
}

/** Where public sources can be read. */
const PLACES: readonly Place[] = [
  {
    written: /(\d+) CFR (\d+\.[\da-z-]+)/i,
    url: (title, section) => `https://www.ecfr.gov/current/title-${title}/section-${section}`,
  },
  {
    written: /(\d+) U\.?S\.?C\.? (?:§ ?)?(\d+[a-z]*(?:-\d+[a-z]*)?)/i,
    url: (title, section) =>
      `https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title${title}-section${section}`,
  },
];

/** Where the first public source that the citation names can be read; null when it names none. */
export function citationUrl(citation: string | null): string | null {
  for (const { written, url } of PLACES) {
    const [, title, section] = written.exec(citation ?? '') ?? [];
    if (title && section) return url(title, section);
  }
  return null;
}
