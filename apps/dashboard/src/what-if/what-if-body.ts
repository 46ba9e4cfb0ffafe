import type { DenialView, WhatIfBody } from '@overturn/contracts';
import type { Values } from '../fields/use-field-form.ts';

const FACTS = ['receivedOn', 'noticeOn', 'printedDeadlineOn', 'planDeadlineOn', 'regime', 'appealChannel'] as const;
const text = (values: Values, name: string): string => String(values[name] ?? '').trim();
const WHOLE = /^\d+$/;

/** What the api is asked: only what is typed and is otherwise than the denial has it; undefined while that is nothing. */
export function whatIfBodyOf(values: Values, { facts }: Pick<DenialView, 'facts'>): WhatIfBody | undefined {
  const kept: Readonly<Record<string, unknown>> = facts;
  const changed = FACTS.filter((name) => !['', String(kept[name] ?? '')].includes(text(values, name)));
  const [clock, amount, extensionNoticedOn] = ['clock', 'amount', 'extensionNoticedOn'].map((name) =>
    text(values, name),
  );
  const body = {
    ...Object.fromEntries(changed.map((name) => [name, text(values, name)])),
    ...(extensionNoticedOn && { extensionNoticedOn }),
    ...(clock && amount && { rule: { clock, amount: WHOLE.test(amount) ? Number(amount) : amount } }),
  };
  return Object.keys(body).length > 0 ? (body as WhatIfBody) : undefined;
}

/** Sentences of a refusal by the names of the form's fields. */
export const faultsAt = (errors: readonly { field: string; sentence: string }[]): Record<string, string> =>
  Object.fromEntries(errors.map(({ field, sentence }) => [field.replace(/^rule\./, ''), sentence]));
