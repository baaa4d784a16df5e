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

export const router = createRouter({
  routeTree: root.addChildren([first, setUp, password, local, localForm, filing, queue]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
