import type { RemittanceEvent } from './events.ts';
import { RemittanceReader } from './reader.ts';
import type { ReaderOptions } from './reader.ts';
import { MAX_PIECE } from './tokenizer.ts';

export type ByteChunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** The events of an 835, a batch at a time: as many as 64 KB of the file hold. For who writes rows in bulk. */
export async function* readRemittanceBatches(
  chunks: ByteChunks,
  options: ReaderOptions = {},
): AsyncGenerator<RemittanceEvent[], void, undefined> {
  const reader = new RemittanceReader(options);
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length && !reader.isDone; from += MAX_PIECE) {
      reader.push(chunk.subarray(from, from + MAX_PIECE));
      const events = reader.take();
      if (events.length > 0) yield events;
    }
    if (reader.isDone) return;
  }
  reader.end();
  yield reader.take();
}

/**
 * Reads an 835 (X12 005010X221A1 or 004010X091) from its bytes, one event at a time, the summary last. Never throws
 * because of what is in the file. A file that is no 835 ends after its first bytes with one refusal: the rest of
 * `chunks` is not asked for, and the iterator is closed.
 */
export async function* readRemittance(chunks: ByteChunks): AsyncGenerator<RemittanceEvent, void, undefined> {
  for await (const events of readRemittanceBatches(chunks)) yield* events;
}

/** The same, synchronously, for bytes that are in memory. */
export function* readRemittanceSync(chunks: Iterable<Uint8Array>): Generator<RemittanceEvent, void, undefined> {
  const reader = new RemittanceReader();
  for (const chunk of chunks) {
    for (let from = 0; from < chunk.length && !reader.isDone; from += MAX_PIECE) {
      reader.push(chunk.subarray(from, from + MAX_PIECE));
      yield* reader.take();
    }
    if (reader.isDone) return;
  }
  reader.end();
  yield* reader.take();
}
