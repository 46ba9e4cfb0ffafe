import { expect, it } from '@jest/globals';
import type { DenialView } from '@overturn/contracts';
import { COMMAND_FORMS } from './command-forms.ts';

const facts = { receivedOn: '2026-11-02', noticeOn: '2026-11-01', printedDeadlineOn: '2027-01-01', wording: 'No.' };
const kept = { ...facts, planDeadlineOn: null };
const changed = (typed: Record<string, string>) =>
  COMMAND_FORMS['change-fact'].body({ ...facts, ...typed }, { facts: kept } as unknown as DenialView);

it.each([
  [
    'an emptied date that may not be is taken back',
    { receivedOn: '', printedDeadlineOn: '' },
    { receivedOn: null, printedDeadlineOn: null },
  ],
  ['another date is sent', { receivedOn: '2026-11-03' }, { receivedOn: '2026-11-03' }],
  ['a fact that cannot be nothing stays when it is emptied', { noticeOn: '', wording: '' }, {}],
  ['what was nothing and is nothing is not sent', { planDeadlineOn: '' }, {}],
])('%s', (_, typed, sent) => expect(changed(typed)).toEqual({ kind: 'change-fact', facts: sent }));
