import { describe, expect, it } from '@jest/globals';
import { INTERACTIONS } from '../triage/interactions.ts';
import { mayOpen } from './may-open.ts';

describe('a code by which a claim may open a denial', () => {
  it.each([
    ['by its class', { class: 'out-of-network' }, true],
    ['by its class where the patient owes', { class: 'other', classWhenPatientOwes: 'authorization' }, true],
    ['by its class when something was paid', { opens: false, classWhenPaid: 'narrow-network' }, true],
    ['by itself', { opens: true }, true],
    ['no: its class opens nothing', { class: 'medical' }, false],
    ['no: it says nothing', { opens: false, label: 'opens' }, false],
  ])('%s', (_, row, expected) => expect(mayOpen(row, [])).toBe(expected));

  it('by the remark that its class waits for', () => {
    expect(mayOpen({ class: 'needs-remark' }, [])).toBe(false);
    expect(mayOpen({ class: 'needs-remark' }, INTERACTIONS)).toBe(true);
  });
});
