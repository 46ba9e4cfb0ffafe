import type { LiveEventView } from '@overturn/contracts';
import type { Staff } from '../support/staff.ts';
import { until } from './chaos-ground.ts';

/** Live events as a page follows them, from now on. */
export interface EventStream {
  /** Waits until such an event has come. */
  until(isIt: (event: LiveEventView) => boolean): Promise<void>;
  close(): void;
}

/** Resolves once the server has said at which number it begins. */
export async function followEvents(staff: Staff): Promise<EventStream> {
  const response = await staff.request('GET', '/events');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const seen: LiveEventView[] = [];
  const { value = '' } = await reader.read();
  void collect(reader, value, seen);
  return {
    until: (isIt) => until('a live event comes', () => Promise.resolve(seen.some(isIt))),
    close: () => void reader.cancel().catch(() => undefined),
  };
}

async function collect(
  reader: ReadableStreamDefaultReader<string>,
  begin: string,
  seen: LiveEventView[],
): Promise<void> {
  for (let text = begin; ;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) return;
    const blocks = `${text}${value ?? ''}`.split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) seen.push(JSON.parse(data) as LiveEventView);
    }
  }
}
