import { useEffect, useState } from 'react';

let aheadMs = 0;

/** The product's clock runs beside the browser's: the api tells where it stands, elapsed time moves it on. */
export function setProductNow(now: string): void {
  aheadMs = Date.parse(now) - Date.now();
}

/** Milliseconds since 1970 on the product's clock. */
export const productNow = (): number => Date.now() + aheadMs;

/** Renders again each `everyMs`, half a minute unless told. */
export function useProductNow(everyMs = 30_000): number {
  const [now, setNow] = useState(productNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(productNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
