import { expect, it } from '@jest/globals';
import { fillLetter } from './letter.ts';
import type { StepContext } from './step-context.ts';

/** A denial of which nothing is known, where an evening in Honolulu is the next day in Greenwich. */
const EVENING = '2026-11-27T04:30:00.000Z';
const context = (timeZone: string): StepContext =>
  ({
    step: { denialId: 'one', now: EVENING },
    rows: { denial: { amount_cents: 0 }, claim: null, view: {}, evidence: [], organization: { time_zone: timeZone } },
    tx: {
      rows: ({ text }: { text: string }) =>
        Promise.resolve(text.includes('timeline_entry') ? [{ at: new Date(EVENING), sentence: 'Sent.' }] : []),
    },
  }) as unknown as StepContext;

it.each([
  ['Pacific/Honolulu', '2026-11-26'],
  ['Europe/Berlin', '2026-11-27'],
])('in %s a letter and its history are of %s', async (timeZone, day) => {
  const { body } = await fillLetter(context(timeZone), '{{today}}\n{{history}}\n{{billingName}}');
  expect(body).toBe(`${day}\n${day}: Sent.\n[to be completed]`);
});
