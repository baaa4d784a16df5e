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

export const router = createRouter({
  routeTree: root.addChildren([local, localForm]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
