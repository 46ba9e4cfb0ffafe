import { expect, it } from '@jest/globals';
import { missingFrom } from './complete-lockfile.ts';

it('finds the packages of other platforms that a registry left out, with the platform their names tell', () => {
  const tool = {
    version: '2.0.0',
    dev: true,
    optionalDependencies: {
      '@tool/linux-x64': '2.0.0',
      '@tool/binding-linux-arm64-musl': '2.0.0',
      '@tool/win32-x64': '2.0.0',
    },
  };
  const packages = { 'node_modules/tool': tool, 'node_modules/@tool/linux-x64': { version: '2.0.0' } };
  expect(missingFrom({ packages })).toEqual({
    'node_modules/@tool/binding-linux-arm64-musl': {
      ...{ version: '2.0.0', dev: true, optional: true },
      ...{ os: ['linux'], cpu: ['arm64'], libc: ['musl'] },
    },
    'node_modules/@tool/win32-x64': { version: '2.0.0', dev: true, optional: true, os: ['win32'], cpu: ['x64'] },
  });
});
