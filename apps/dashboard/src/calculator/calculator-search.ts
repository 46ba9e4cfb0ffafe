import { ANCHOR_EVENTS, type AnchorEvent, CLOCK_INPUTS, type ClockInput } from '@overturn/domain/clocks/clock-row';

export type InputName = AnchorEvent | ClockInput | 'clock' | 'amount';
/** A question as it is typed and as it stands in the URL: ids, enums, dates and an amount. */
export type Question = Partial<Record<InputName, string>>;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const FITS: Readonly<Record<string, RegExp>> = {
  clock: /^[a-z0-9.-]{1,100}$/,
  channel: /^mail$/,
  levels: /^2$/,
  amount: /^[-\d.,]{1,8}$/,
  ratingPeriodStart: DATE,
  extensionNoticedOn: DATE,
  tolled: /^[\d_~-]{1,1000}$/,
};
const WHEN = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;
const NAMES: readonly InputName[] = ['clock', 'amount', ...new Set([...ANCHOR_EVENTS, ...CLOCK_INPUTS])];

/** What does not fit falls away, so an old link still opens. A number in a URL is read as one. */
export function calculatorSearch(search: Record<string, unknown>): Question {
  const texts = NAMES.map((name) => [name, search[name]] as const).map(
    ([name, value]) => [name, typeof value === 'number' ? String(value) : value] as const,
  );
  return Object.fromEntries(
    texts.filter(([name, value]) => typeof value === 'string' && (FITS[name] ?? WHEN).test(value)),
  );
}

export interface Period {
  from?: string;
  to?: string;
}
/** Periods in one text, `2026-10-05_2026-10-12~…`; one that is half typed too. */
export const periodsOf = (text = ''): Period[] =>
  text === ''
    ? []
    : text.split('~').map((period) => {
        const [from = '', to = ''] = period.split('_');
        return { from, to };
      });
export const periodsText = (periods: readonly Period[]): string =>
  periods.map(({ from = '', to = '' }) => `${from}_${to}`).join('~');
