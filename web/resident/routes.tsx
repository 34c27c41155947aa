import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Home } from './pages/Home.tsx'
import { NotFound } from './pages/NotFound.tsx'

/** The residents' addresses. Home comes at once; the rest when asked for, each with what belongs together. */
const root = createRootRoute({ notFoundComponent: NotFound })
const text = (v: unknown) => (typeof v === 'string' && v ? v : undefined)
const under = () => root

const routes = [
  createRoute({ getParentRoute: under, path: '/', component: Home }),
  createRoute({
    getParentRoute: under,
    path: '/items',
    validateSearch: (s: Record<string, unknown>): { q?: string; line?: string } => ({
      ...(text(s.q) && { q: String(s.q) }),
      ...(text(s.line) && { line: String(s.line) }),
    }),
    component: lazyRouteComponent(() => import('./pages/Items.tsx'), 'Items'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/items/$item',
    component: lazyRouteComponent(() => import('./pages/ItemGuide.tsx'), 'ItemGuide'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/apply/$item/$step',
    validateSearch: (s: Record<string, unknown>): { back?: 'check' } => (s.back === 'check' ? { back: 'check' } : {}),
    component: lazyRouteComponent(() => import('./apply/Apply.tsx'), 'Apply'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/done/$number',
    component: lazyRouteComponent(() => import('./pages/Done.tsx'), 'Done'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/track',
    component: lazyRouteComponent(() => import('./pages/Track.tsx'), 'Track'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/messages',
    component: lazyRouteComponent(() => import('./pages/Messages.tsx'), 'Messages'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/held',
    component: lazyRouteComponent(() => import('./pages/Held.tsx'), 'Held'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/looks',
    component: lazyRouteComponent(() => import('./pages/Looks.tsx'), 'Looks'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/matters',
    component: lazyRouteComponent(() => import('./pages/Mine.tsx'), 'Mine'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/matters/$number',
    component: lazyRouteComponent(() => import('./pages/Matter.tsx'), 'Matter'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/matters/$number/supplement',
    component: lazyRouteComponent(() => import('./pages/Supplement.tsx'), 'Supplement'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/matters/$number/withdraw',
    component: lazyRouteComponent(() => import('./pages/Withdraw.tsx'), 'Withdraw'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/matters/$number/rate',
    component: lazyRouteComponent(() => import('./pages/Rate.tsx'), 'Rate'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/grid/$id',
    component: lazyRouteComponent(() => import('./pages/GridNotice.tsx'), 'GridNotice'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/sign-in',
    validateSearch: (s: Record<string, unknown>): { next?: string } => (text(s.next) ? { next: String(s.next) } : {}),
    component: lazyRouteComponent(() => import('./pages/SignIn.tsx'), 'SignIn'),
  }),
]

export const router = createRouter({
  routeTree: root.addChildren(routes),
  scrollRestoration: true,
  defaultPreload: 'intent',
})
declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
