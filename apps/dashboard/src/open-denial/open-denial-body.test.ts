import { describe, expect, it } from '@jest/globals';
import { openDenialBody as schema } from '@overturn/contracts/denial-acts';
import { faultsAmong, openDenialBody } from './open-denial-body.ts';
import { openDenialSections } from './open-denial-fields.ts';

const fields = openDenialSections('letter', []).flatMap((section) => section.fields);

describe('a letter as typed', () => {
  const body = openDenialBody(
    fields,
    {
      source: 'letter',
      payerName: ' Aster Health PPO ',
      amountCents: '$4,180.00',
      procedures: ['72148'],
      codes: [{ group: 'PR', carc: '242' }, {}],
      remarks: 'n130, ma01',
      noticeOn: '',
    },
    'dashboard-1',
  );
  it('is sent in the api’s own types, blanks left out', () =>
    expect(body).toEqual({
      source: 'letter',
      payerName: 'Aster Health PPO',
      amountCents: 418_000,
      procedures: ['72148'],
      codes: [{ group: 'PR', carc: '242' }],
      remarks: ['N130', 'MA01'],
      externalId: 'dashboard-1',
    }));
  it('is what the api takes', () => expect(schema.safeParse(body).success).toBe(true));
  it('every field of the form is one that the api knows', () =>
    expect(fields.map(({ name }) => name).filter((name) => !(name in schema.shape))).toEqual([]));
});

describe('what cannot stand together', () => {
  it.each([
    [{ noticeOn: '2026-10-01', receivedOn: '2026-10-05' }, []],
    [{ noticeOn: '2026-10-01', receivedOn: '2026-09-30' }, ['receivedOn']],
    [{ serviceFrom: '2026-09-02', serviceTo: '2026-09-01' }, ['serviceTo']],
    [{ noticeOn: '2026-10-01', printedDeadlineOn: '2026-01-01' }, ['printedDeadlineOn']],
    [{ receivedOn: '2026-09-30' }, []],
    [{ codes: [{ carc: '242' }] }, ['codes']],
    [{ codes: [{ group: 'PR', carc: '242' }, {}] }, []],
  ])('%j: %j', (values, wrong) => expect(Object.keys(faultsAmong(values))).toEqual(wrong));
});

it('the client is asked for only where there are several', () => {
  const names = (clients: { value: string; label: string }[]) =>
    openDenialSections('letter', clients).flatMap((section) => section.fields.map(({ name }) => name));
  expect(names([{ value: 'a', label: 'A' }])).not.toContain('clientId');
  expect(
    names([
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ]),
  ).toContain('clientId');
});
