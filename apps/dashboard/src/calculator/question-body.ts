import type { ClockView, DeadlinePreviewBody } from '@overturn/contracts';
import { type InputName, periodsOf, type Question } from './calculator-search.ts';

/** What the api is asked, once an event to count from is known; only what this clock looks at is sent. */
export function questionBody(question: Question, clock: ClockView | undefined): DeadlinePreviewBody | undefined {
  const counts = clock?.anchors.some(({ event, role }) => role !== 'not-before' && question[event]);
  if (!clock || !counts) return undefined;
  const { levels, channel, ratingPeriodStart, extensionNoticedOn, tolled, amount } = onlyOf(question, clock);
  const periods = periodsOf(tolled).filter(({ from, to }) => from || to);
  return {
    clock: clock.id,
    anchors: Object.fromEntries(
      clock.anchors.flatMap(({ event }) => (question[event] ? [[event, question[event]]] : [])),
    ),
    ...(levels && { levels: Number(levels) as 1 | 2 }),
    ...(channel && { channel: channel as NonNullable<DeadlinePreviewBody['channel']> }),
    ...(ratingPeriodStart && { ratingPeriodStart }),
    ...(extensionNoticedOn && { extensionNoticedOn }),
    ...(periods.length > 0 && { tolled: periods.map(({ from = '', to = '' }) => ({ from, to })) }),
    ...(amount && { amount: Number(amount) }),
  };
}

/** The same question to another clock: what that one does not look at falls away, and a time where it counts in days. */
export function onlyOf(question: Question, { id, anchors, inputs, unit }: ClockView): Question {
  const names: InputName[] = ['amount', ...inputs, ...anchors.map(({ event }) => event)];
  const kept = names.flatMap((name) => {
    const value = question[name];
    return value ? [[name, unit === 'hours' ? value : value.replace(/T\d{2}:\d{2}$/, '')]] : [];
  });
  return { clock: id, ...(Object.fromEntries(kept) as Question) };
}

/** The field that each refusal belongs to. */
export function faultsOf(errors: readonly { field: string; sentence: string }[]): Record<string, string> {
  return Object.fromEntries(
    errors.map(({ field, sentence }) => [field.replace(/^anchors\./, '').replace(/^tolled\..*$/, 'tolled'), sentence]),
  );
}
