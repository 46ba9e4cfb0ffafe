import { expect, it } from '@jest/globals';
import { healthState, isLate } from './health-state.ts';

const [ok, down] = [{ state: 'ok' }, { state: 'down' }] as const;
const [open, repaired] = [{ repairedAt: null }, { repairedAt: '2026-11-20' }];

it.each([
  ['ok', [ok], [], null],
  ['ok', [ok], [repaired], 9],
  ['degraded', [ok, down], [], null],
  ['degraded', [ok], [], 64],
  ['degraded', [ok], [repaired, open], null],
] as const)('%s: parts %j, findings %j, the oldest message for %j seconds', (state, parts, findings, oldest) =>
  expect(healthState({ parts, findings, outbox: { isLate: isLate(oldest) } })).toBe(state),
);
