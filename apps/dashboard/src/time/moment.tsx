import { useProductNow } from '../session/product-clock.ts';
import { Tip } from '../ui/tip.tsx';
import { agoWords, momentWords } from './calendar-words.ts';

/** A moment, relative; the absolute on hover and focus, in the reader's zone. */
export function Moment({ at }: { at: string }) {
  const now = useProductNow();
  const atMs = Date.parse(at);
  return (
    <Tip label={momentWords(atMs)}>
      <time dateTime={at} tabIndex={0}>
        {agoWords(atMs, now)}
      </time>
    </Tip>
  );
}
