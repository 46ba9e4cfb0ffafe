import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queryClient } from './api/query-client.ts';
import { ApiProblem } from './api/problem.ts';
import { calculatorSearch } from './calculator/calculator-search.ts';
import { denialListSearch } from './denials/denial-search.ts';
import { denialPageSearch } from './denial/denial-page-search.ts';
import { payersSearch } from './payers/payers-search.ts';
import { ruleChangesSearch, rulesSearch } from './rules/rules-search.ts';
import { sessionQuery } from './session/session-query.ts';
import { ErrorPage, LonePage, NotFoundPage } from './shell/error-page.tsx';
import { RowsSkeleton } from './ui/states.tsx';
import { workSearch } from './work/work-search.ts';

/** The table of contents: every place, its state in the URL, and the file that draws it. */
const root = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: LonePage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    typeof to === 'string' && /^\/(?!\/)/.test(to) ? { to } : {},
  component: lazyRouteComponent(() => import('./session/sign-in-page.tsx'), 'SignInPage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    await queryClient.query({ ...sessionQuery, staleTime: 'static' }).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 401)
        throw redirect({ to: '/sign-in', search: { to: location.href } });
      throw error;
    });
  },
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/work' });
  },
});
const work = createRoute({
  getParentRoute: () => signedIn,
  path: '/work',
  validateSearch: workSearch,
  component: lazyRouteComponent(() => import('./work/work-page.tsx'), 'WorkPage'),
});
const denials = createRoute({
  getParentRoute: () => signedIn,
  path: '/denials',
  validateSearch: denialListSearch,
  component: lazyRouteComponent(() => import('./denials/denials-page.tsx'), 'DenialsPage'),
});
const denial = createRoute({
  getParentRoute: () => signedIn,
  path: '/denials/$denialId',
  validateSearch: denialPageSearch,
  component: lazyRouteComponent(() => import('./denial/denial-page.tsx'), 'DenialPage'),
});
const openDenial = createRoute({
  getParentRoute: () => signedIn,
  path: '/denials/new',
  component: lazyRouteComponent(() => import('./open-denial/open-denial-page.tsx'), 'OpenDenialPage'),
});
const remittances = createRoute({
  getParentRoute: () => signedIn,
  path: '/remittances',
  component: lazyRouteComponent(() => import('./remittances/remittances-page.tsx'), 'RemittancesPage'),
});
const remittance = createRoute({
  getParentRoute: () => signedIn,
  path: '/remittances/$remittanceId',
  component: lazyRouteComponent(() => import('./remittances/remittance-page.tsx'), 'RemittancePage'),
});
const calculator = createRoute({
  getParentRoute: () => signedIn,
  path: '/calculator',
  validateSearch: calculatorSearch,
  component: lazyRouteComponent(() => import('./calculator/calculator-page.tsx'), 'CalculatorPage'),
});
const payers = createRoute({
  getParentRoute: () => signedIn,
  path: '/payers',
  validateSearch: payersSearch,
  component: lazyRouteComponent(() => import('./payers/payers-page.tsx'), 'PayersPage'),
});
const rules = createRoute({
  getParentRoute: () => signedIn,
  path: '/rules',
  validateSearch: rulesSearch,
  component: lazyRouteComponent(() => import('./rules/rules-page.tsx'), 'RulesPage'),
});
const toClassify = createRoute({
  getParentRoute: () => signedIn,
  path: '/rules/to-classify',
  component: lazyRouteComponent(() => import('./rules/to-classify-page.tsx'), 'ToClassifyPage'),
});
const rule = createRoute({
  getParentRoute: () => signedIn,
  path: '/rules/$kind/$key',
  component: lazyRouteComponent(() => import('./rules/rule-page.tsx'), 'RulePage'),
});
const ruleChanges = createRoute({
  getParentRoute: () => signedIn,
  path: '/rules/changes',
  validateSearch: ruleChangesSearch,
  component: lazyRouteComponent(() => import('./rules/changes-page.tsx'), 'ChangesPage'),
});
const ruleChange = createRoute({
  getParentRoute: () => signedIn,
  path: '/rules/changes/$changeId',
  component: lazyRouteComponent(() => import('./rules/change-page.tsx'), 'ChangePage'),
});
const health = createRoute({
  getParentRoute: () => signedIn,
  path: '/health',
  component: lazyRouteComponent(() => import('./health/health-page.tsx'), 'HealthPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signedIn.addChildren([
      home,
      work,
      denials,
      openDenial,
      denial,
      remittances,
      remittance,
      calculator,
      payers,
      health,
      rules,
      toClassify,
      rule,
      ruleChanges,
      ruleChange,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: () => <RowsSkeleton />,
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
