import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Today } from './pages/Today.tsx'

/** The grid worker's addresses. */
const root = createRootRoute({ notFoundComponent: Today })
const under = () => root

const routes = [
  createRoute({ getParentRoute: under, path: '/field', component: Today }),
  createRoute({
    getParentRoute: under,
    path: '/field/persons/$id',
    component: lazyRouteComponent(() => import('./pages/Person.tsx'), 'Person'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/persons/$id/collect',
    component: lazyRouteComponent(() => import('./pages/Collect.tsx'), 'Collect'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/persons/$id/visit',
    component: lazyRouteComponent(() => import('./pages/Visit.tsx'), 'Visit'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/persons/$id/refused',
    component: lazyRouteComponent(() => import('./pages/Visit.tsx'), 'RefusedEntry'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/persons/$id/newcomer',
    component: lazyRouteComponent(() => import('./pages/Newcomer.tsx'), 'Newcomer'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/patrols/$id',
    component: lazyRouteComponent(() => import('./pages/Patrol.tsx'), 'Patrol'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/tasks/$id',
    component: lazyRouteComponent(() => import('./pages/Task.tsx'), 'Task'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/diary',
    component: lazyRouteComponent(() => import('./pages/Diary.tsx'), 'Diary'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/outbox',
    component: lazyRouteComponent(() => import('./pages/Outbox.tsx'), 'Outbox'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/outbox/$id',
    component: lazyRouteComponent(() => import('./pages/OutboxRecord.tsx'), 'OutboxRecord'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/leave',
    component: lazyRouteComponent(() => import('./pages/Leave.tsx'), 'Leave'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/field/sign-in',
    component: lazyRouteComponent(() => import('./pages/SignIn.tsx'), 'SignIn'),
  }),
]

export const router = createRouter({
  routeTree: root.addChildren(routes),
  scrollRestoration: true,
  defaultPreload: 'intent',
})
