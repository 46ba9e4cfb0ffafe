import { dateIn } from '@overturn/domain';

const DAY_MS = 86_400_000;
/** The zone of every organization in these tests: a day that has begun elsewhere is still to come there. */
const ZONE = 'America/New_York';

/** The organization's day at `instant`, or so many days after it, as `yyyy-mm-dd`. */
export const dayOf = (instant: Date, days = 0): string =>
  dateIn(ZONE, new Date(instant.getTime() + days * DAY_MS).toISOString());
