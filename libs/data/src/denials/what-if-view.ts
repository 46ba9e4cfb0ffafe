import type { WhatIfBody, WhatIfDate } from '@overturn/contracts';
import { sayDate } from '@overturn/domain';
import type { Evaluation } from '@overturn/domain';
import type { ClockRow } from '@overturn/domain/clocks/clock-row';
import type { MovedDate } from '@overturn/domain/clocks/moved-dates';

/** One date of a denial as it stands and as it would be; `state`: of the deadline that is kept for it. */
export function whatIfDateOf(
  { purpose, before, after, moves }: MovedDate,
  state: string | undefined,
  today: string,
): WhatIfDate {
  const shown = (after ?? before)!;
  return {
    ...{ purpose, label: shown.stage, moves },
    before: before ? countedOf(before) : null,
    after: after ? countedOf(after) : null,
    trace: after ? [...after.trace] : [],
    citation: after?.citation ?? null,
    verified: shown.verified,
    assumed: shown.assumed,
    warnings: after ? warningsOf(after, state, today) : [],
  };
}

const countedOf = (due: Evaluation): NonNullable<WhatIfDate['after']> => ({
  ...{ clockId: due.rowId, label: due.stage, legalDueOn: due.legalDue },
  safeDueOn: due.kind === 'ours' ? due.safeDue : null,
  chaseOn: due.kind === 'theirs' ? due.chaseOn : null,
  lateOn: due.kind === 'theirs' ? due.lateOn : null,
});

const SETTLED: readonly (string | undefined)[] = ['met', 'filed-late', 'withdrawn'];

function warningsOf(due: Evaluation, state: string | undefined, today: string): string[] {
  const past = SETTLED.includes(state) ? undefined : pastOf(due, today);
  return [
    ...(past ? [past] : []),
    ...(due.verified ? [] : [`Nobody has verified this rule (${due.rowId}): check it before you rely on the date.`]),
  ];
}

function pastOf(due: Evaluation, today: string): string | undefined {
  if (due.kind === 'theirs')
    return due.lateOn <= today
      ? `The payer would be late since ${sayDate(due.lateOn)}: ask after it today.`
      : undefined;
  if (due.legalDue < today) return `Its legal date, ${sayDate(due.legalDue)}, is past already.`;
  return due.kind === 'ours' && due.safeDue < today
    ? `Its safe date, ${sayDate(due.safeDue)}, is past already: file today.`
    : undefined;
}

/** What was given and moves nothing. */
export function unmoved(
  { extensionNoticedOn, rule }: WhatIfBody,
  moved: readonly MovedDate[],
  rows: readonly ClockRow[],
): string[] {
  const counts = new Set(moved.flatMap(({ before, after }) => [before?.rowId, after?.rowId]));
  const isExtended = rows.some(({ id, extension }) => extension && counts.has(id));
  const said: [boolean, string][] = [
    [
      extensionNoticedOn !== undefined && !isExtended,
      'No date of this denial knows an extension, so its notice moves nothing.',
    ],
    [
      rule !== undefined && !counts.has(rule.clock),
      `${rule?.clock} decides no date of this denial, so nothing moves by it.`,
    ],
  ];
  return said.flatMap(([holds, sentence]) => (holds ? [sentence] : []));
}
