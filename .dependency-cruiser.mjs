/** Who may import whom. One row a package; what is not in its row is a violation. */
const MAY_IMPORT = {
  'libs/domain': [],
  'libs/config': ['zod'],
  'libs/contracts': ['libs/domain', 'zod'],
  'libs/x12': [],
  'libs/documents': ['libs/domain', '@cantoo/pdf-lib', '@cantoo/fontkit', 'dejavu-fonts-ttf', 'node'],
  'libs/workflows': ['libs/domain', '@temporalio/workflow', '@temporalio/common'],
  'libs/data': ['libs/config', 'libs/contracts', 'libs/domain', 'npm', 'node'],
  'apps/api': [
    'libs/contracts',
    'libs/domain',
    'libs/data',
    'libs/config',
    'libs/workflows/src/messages',
    'npm',
    'node',
  ],
  'apps/worker': ['libs', 'npm', 'node'],
  'apps/dashboard': ['libs/contracts', 'libs/domain', 'npm'],
};

/** Pure, without dependencies of their own, and able to run in the workflow sandbox and the browser. */
const PURE_PACKAGES = ['@18f/us-federal-holidays', 'date-fns', '@date-fns/tz'];

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const inPackage = (name) => `(^|/)node_modules/${escape(name)}/`;

function allowedPaths(own, targets) {
  const paths = [`^${own}/`];
  for (const target of [...targets, ...PURE_PACKAGES]) {
    if (target === 'npm') paths.push('(^|/)node_modules/');
    else if (target === 'node') continue;
    else if (target.startsWith('libs')) paths.push(`^${target}`);
    else paths.push(inPackage(target));
  }
  return paths;
}

const TESTS = '\\.(test|arbitrary)\\.tsx?$|/test-support/';

const layering = Object.entries(MAY_IMPORT).map(([own, targets]) => ({
  name: `layer-${own.replace('/', '-')}`,
  comment: `${own} may import ${targets.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^${own}/src/`, pathNot: TESTS },
  to: {
    couldNotResolve: false,
    pathNot: allowedPaths(own, targets),
    dependencyTypesNot: targets.includes('node') ? ['core'] : [],
  },
}));

const crossPackage = Object.keys(MAY_IMPORT).map((own) => ({
  name: `door-of-${own.replace('/', '-')}`,
  comment: 'A package is entered by its name (@overturn/…), never by a relative path.',
  severity: 'error',
  from: { path: `^${own}/` },
  to: { path: '^(apps|libs)/', pathNot: `^${own}/`, dependencyTypes: ['local'] },
}));

export default {
  forbidden: [
    ...layering,
    ...crossPackage,
    {
      name: 'not-resolvable',
      comment: 'An import that leads nowhere would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'products-ignore-their-tools',
      comment: 'What is shipped imports nothing of tests, benches and scripts.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/', pathNot: TESTS },
      to: { path: '^(tests|bench|scripts)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|^libs/data/src/prisma/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
