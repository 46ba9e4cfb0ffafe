import type { DocumentView } from '@overturn/contracts';

const seen = new Map<string, number>();

/** The letter is on the screen to be read as it is now. */
export const noteLetterSeen = ({ id, version }: Pick<DocumentView, 'id' | 'version'>): void =>
  void seen.set(id, version);

/** The version that was last read here, which an approval names. */
export const letterSeen = (id: string | undefined): number | undefined => (id === undefined ? undefined : seen.get(id));
