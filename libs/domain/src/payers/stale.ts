import { addDays, type IsoDate } from '../dates/iso-date.ts';

/** A row that nobody has verified for so long is stale, unless it names a time of its own. */
export const STALE_AFTER_DAYS = 180;

/** The first day on which a row counts as stale. */
export const staleOn = ({
  verifiedOn,
  staleAfterDays = STALE_AFTER_DAYS,
}: {
  verifiedOn: IsoDate;
  staleAfterDays?: number | undefined;
}): IsoDate => addDays(verifiedOn, staleAfterDays + 1);
