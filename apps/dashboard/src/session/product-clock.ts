import { useCallback, useSyncExternalStore } from 'react';

let aheadMs = 0;

/** The product's clock runs beside the browser's: the api tells where it stands, elapsed time moves it on. */
export function setProductNow(now: string): void {
  aheadMs = Date.parse(now) - Date.now();
  for (const ticker of tickers.values()) ticker.now = productNow();
}

/** Milliseconds since 1970 on the product's clock. */
export const productNow = (): number => Date.now() + aheadMs;

interface Ticker {
  now: number;
  listeners: Set<() => void>;
  timer: ReturnType<typeof setInterval> | undefined;
}
const tickers = new Map<number, Ticker>();

/** One timer for everybody who asks as often: a list has a clock in each row. It runs while somebody listens. */
function tickerOf(everyMs: number): Ticker {
  const known = tickers.get(everyMs);
  if (known) return known;
  const ticker: Ticker = { now: productNow(), listeners: new Set(), timer: undefined };
  tickers.set(everyMs, ticker);
  return ticker;
}

function listen(everyMs: number, listener: () => void): () => void {
  const ticker = tickerOf(everyMs);
  const tick = () => {
    ticker.now = productNow();
    for (const tell of ticker.listeners) tell();
  };
  ticker.listeners.add(listener);
  if (ticker.timer === undefined) {
    ticker.timer = setInterval(tick, everyMs);
    tick();
  }
  return () => {
    ticker.listeners.delete(listener);
    if (ticker.listeners.size > 0) return;
    clearInterval(ticker.timer);
    ticker.timer = undefined;
  };
}

/** Renders again each `everyMs`, half a minute unless told. */
export function useProductNow(everyMs = 30_000): number {
  const subscribe = useCallback((listener: () => void) => listen(everyMs, listener), [everyMs]);
  return useSyncExternalStore(subscribe, () => tickerOf(everyMs).now);
}
