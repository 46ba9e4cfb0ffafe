import type { IsoDate } from '../dates/iso-date.ts';
import type { Standard } from './adequacy-standards.ts';

/** One in-network provider that was considered. */
export interface Alternative {
  contactedOn?: IsoDate | undefined;
  miles?: number | undefined;
  minutes?: number | undefined;
  waitBusinessDays?: number | undefined;
  /** Whether it can do this procedure. */
  canDoIt?: boolean | undefined;
}

export interface Reach {
  /** Whether one that can do it is within the standard. */
  access: 'nobody' | 'somebody' | 'unknown';
  expertise: 'nobody' | 'somebody' | 'unknown';
  contacted: number;
  waitQuotes: number;
  distances: number;
  refusals: number;
}

/** What the log of in-network providers shows. Who cannot do it is a matter of expertise, not of reach. Nobody is said only of a log that holds somebody, and whose every entry says so. */
export function reachOf(log: readonly Alternative[], standard: Standard | undefined): Reach {
  const contacted = log.filter(({ contactedOn }) => contactedOn !== undefined);
  const able = log.filter(({ canDoIt }) => canDoIt !== false);
  const fits = able.map((one) => fit(one, standard));
  return {
    access: fits.includes('yes')
      ? 'somebody'
      : able.length > 0 && fits.every((one) => one === 'no')
        ? 'nobody'
        : 'unknown',
    expertise: log.some(({ canDoIt }) => canDoIt === true)
      ? 'somebody'
      : log.length > 0 && log.every(({ canDoIt }) => canDoIt === false)
        ? 'nobody'
        : 'unknown',
    contacted: contacted.length,
    waitQuotes: log.filter(({ waitBusinessDays }) => waitBusinessDays !== undefined).length,
    distances: log.filter(({ miles, minutes }) => miles !== undefined || minutes !== undefined).length,
    refusals: log.filter(({ canDoIt }) => canDoIt === false).length,
  };
}

/** One measure beyond the standard is enough for no; yes needs every measure that the standard has. */
function fit(one: Alternative, standard: Standard | undefined): 'yes' | 'no' | 'unknown' {
  const measures: [number | undefined, number | undefined][] = [
    [one.miles, standard?.maxMiles],
    [one.minutes, standard?.maxMinutes],
    [one.waitBusinessDays, standard?.maxWaitBusinessDays],
  ];
  if (measures.some(([is, most]) => is !== undefined && most !== undefined && is > most)) return 'no';
  const isMeasured =
    measures.some(([, most]) => most !== undefined) &&
    measures.every(([is, most]) => most === undefined || is !== undefined);
  return isMeasured && one.canDoIt === true ? 'yes' : 'unknown';
}
