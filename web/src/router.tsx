/** The addresses of the pages. What a page needs is loaded when somebody goes there. */

import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { NotFound } from './pages/not-found.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const local = createRoute({
  getParentRoute: () => root,
  path: '/local',
  component: lazyRouteComponent(() => import('./local/local-page.tsx'), 'LocalPage'),
})
const localForm = createRoute({
  getParentRoute: () => root,
  path: '/local/$id',
  component: lazyRouteComponent(() => import('./local/local-form-page.tsx'), 'LocalFormPage'),
})

const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/first-page.tsx'), 'FirstPage'),
})
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./pages/first-page.tsx'), 'FirstPage'),
})
const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: lazyRouteComponent(() => import('./pages/first-page.tsx'), 'NewPassword'),
})
const filing = createRoute({
  getParentRoute: () => root,
  path: '/forms/$id',
  component: lazyRouteComponent(() => import('./filing/filing-page.tsx'), 'FilingPage'),
})
const queue = createRoute({
  getParentRoute: () => root,
  path: '/review',
  component: lazyRouteComponent(() => import('./review-desk/queue-page.tsx'), 'QueuePage'),
})

const insight = createRoute({
  getParentRoute: () => root,
  path: '/insight',
  component: lazyRouteComponent(() => import('./insight/insight-page.tsx'), 'InsightPage'),
})
const insightRows = createRoute({
  getParentRoute: () => root,
  path: '/insight/rows',
  component: lazyRouteComponent(() => import('./insight/rows-page.tsx'), 'RowsPage'),
})
const yearPage = createRoute({
  getParentRoute: () => root,
  path: '/insight/page',
  component: lazyRouteComponent(() => import('./insight/year-page.tsx'), 'YearPage'),
})

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('./administration/admin-page.tsx'), 'AdminPage'),
})
const adminPart = createRoute({
  getParentRoute: () => root,
  path: '/admin/$part',
  component: lazyRouteComponent(() => import('./administration/admin-page.tsx'), 'AdminPage'),
})
const tokens = createRoute({
  getParentRoute: () => root,
  path: '/tokens',
  component: lazyRouteComponent(() => import('./administration/tokens-page.tsx'), 'TokensPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    first,
    setUp,
    password,
    local,
    localForm,
    filing,
    queue,
    insight,
    insightRows,
    yearPage,
    admin,
    adminPart,
    tokens,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
