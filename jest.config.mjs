import { availableParallelism } from 'node:os';

/** One Jest for the repository: unit tests stand beside the code, the rest under tests/. Slow tiers are named *.slow.test.ts. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', decorators: true, tsx: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        target: 'es2023',
      },
      module: { type: 'es6' },
    },
  ],
};
const base = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...(process.env.OVERTURN_SLOW ? [] : ['\\.slow\\.test\\.ts$'])],
  modulePathIgnorePatterns: ['/dist/'],
};
export default {
  // Most suites wait for services more than they compute: two at least, also where Jest would take one.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,scripts}/**/*.test.ts'],
      testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.int\\.test\\.ts$'],
    },
    {
      ...base,
      displayName: 'integration',
      testMatch: ['<rootDir>/{apps,libs}/**/*.int.test.ts', '<rootDir>/tests/**/*.test.ts'],
    },
  ],
};
