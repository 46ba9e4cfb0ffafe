import { expect, it } from '@jest/globals';
import { may, PERMISSIONS, ROLES, rolesUpTo, whoMay, whomToAsk } from './permissions.ts';

it.each([
  ['specialist', 'task.work', true],
  ['specialist', 'task.assign', false],
  ['supervisor', 'task.assign', true],
  ['supervisor', 'audit.read', false],
  ['manager', 'audit.read', true],
  ['manager', 'users.manage', false],
  ['administrator', 'users.manage', true],
  ['administrator', 'organization.create', false],
] as const)('a %s may %s: %s', (role, permission, expected) => expect(may(role, permission)).toBe(expected));

it('gives nobody of an organization the right to make organizations, and every other to someone', () => {
  expect(PERMISSIONS.filter((permission) => whoMay(permission).length === 0)).toEqual(['organization.create']);
  expect(ROLES.every((role) => may(role, 'search'))).toBe(true);
});

it.each([
  ['users.manage', 'Ask an administrator.'],
  ['audit.read', 'Ask a manager or an administrator.'],
  ['task.assign', 'Ask a supervisor, a manager or an administrator.'],
  ['organization.create', undefined],
] as const)('for %s: %s', (permission, sentence) => expect(whomToAsk(permission)).toBe(sentence));

it('lets a role do the tasks of those below it', () =>
  expect(rolesUpTo('supervisor')).toEqual(['specialist', 'supervisor']));
