import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'

/** The staff's addresses, one map for both doors: a desk and the command room show the same matter under the same address. */
const root = createRootRoute()
const under = () => root
const texts =
  <K extends string>(...names: K[]) =>
  (s: Record<string, unknown>) =>
    Object.fromEntries(names.flatMap((n) => (typeof s[n] === 'string' && s[n] ? [[n, s[n]]] : []))) as {
      [k in K]?: string
    }

const routes = [
  createRoute({
    getParentRoute: under,
    path: '/desk',
    component: lazyRouteComponent(() => import('./pages/Home.tsx'), 'Home'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/take',
    validateSearch: texts('item'),
    component: lazyRouteComponent(() => import('./take/Take.tsx'), 'Take'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/tasks',
    validateSearch: texts('state', 'light', 'q'),
    component: lazyRouteComponent(() => import('./pages/Tasks.tsx'), 'Tasks'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/matters',
    validateSearch: texts('status', 'light', 'unit', 'q', 'solution'),
    component: lazyRouteComponent(() => import('./pages/Matters.tsx'), 'Matters'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/matters/$number',
    component: lazyRouteComponent(() => import('./pages/Matter.tsx'), 'Matter'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/ledgers',
    validateSearch: texts('id', 'from', 'to'),
    component: lazyRouteComponent(() => import('./pages/Ledgers.tsx'), 'Ledgers'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/registers',
    validateSearch: texts('q', 'of', 'state', 'until'),
    component: lazyRouteComponent(() => import('./registers/Registers.tsx'), 'Registers'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/registers/$id',
    validateSearch: texts('q', 'where', 'on', 'known', 'map'),
    component: lazyRouteComponent(() => import('./registers/Register.tsx'), 'Register'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/registers/$id/new',
    component: lazyRouteComponent(() => import('./registers/NewEntry.tsx'), 'NewEntry'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/registers/$id/$entry',
    validateSearch: texts('on', 'known'),
    component: lazyRouteComponent(() => import('./registers/Entry.tsx'), 'Entry'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/registers/$id/$entry/change',
    validateSearch: texts('version', 'on'),
    component: lazyRouteComponent(() => import('./registers/ChangeEntry.tsx'), 'ChangeEntry'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/figures',
    validateSearch: texts('place', 'from', 'to', 'q', 'light'),
    component: lazyRouteComponent(() => import('./figures/Figures.tsx'), 'Figures'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/figures/$id',
    validateSearch: texts('place', 'from', 'to', 'view', 'only'),
    component: lazyRouteComponent(() => import('./figures/Indicator.tsx'), 'Indicator'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/reports',
    component: lazyRouteComponent(() => import('./report/Reports.tsx'), 'Reports'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/reports/$id',
    validateSearch: texts('view', 'version', 'figure'),
    component: lazyRouteComponent(() => import('./report/Report.tsx'), 'Report'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/workshop',
    validateSearch: texts('kind', 'id', 'proposal'),
    component: lazyRouteComponent(() => import('./workshop/Workshop.tsx'), 'Workshop'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/messages',
    component: lazyRouteComponent(() => import('./pages/Messages.tsx'), 'Messages'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/bypass',
    component: lazyRouteComponent(() => import('./pages/Bypass.tsx'), 'Bypass'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/residents',
    component: lazyRouteComponent(() => import('./registry/Residents.tsx'), 'Residents'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/residents/$id',
    component: lazyRouteComponent(() => import('./registry/Resident.tsx'), 'Resident'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/homes',
    component: lazyRouteComponent(() => import('./registry/Homes.tsx'), 'Homes'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/dwellings/$id',
    component: lazyRouteComponent(() => import('./registry/Dwelling.tsx'), 'Dwelling'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/households/$number',
    component: lazyRouteComponent(() => import('./registry/Household.tsx'), 'Household'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/buildings/$id',
    component: lazyRouteComponent(() => import('./registry/Building.tsx'), 'Building'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/organisations/$id',
    component: lazyRouteComponent(() => import('./registry/Organisation.tsx'), 'Organisation'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/unmatched',
    component: lazyRouteComponent(() => import('./registry/Unmatched.tsx'), 'Unmatched'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/exports',
    component: lazyRouteComponent(() => import('./exports/Exports.tsx'), 'Exports'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/newcomers',
    component: lazyRouteComponent(() => import('./pages/Newcomers.tsx'), 'Newcomers'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/amendments',
    component: lazyRouteComponent(() => import('./pages/Amendments.tsx'), 'Amendments'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/population',
    validateSearch: texts('place', 'at'),
    component: lazyRouteComponent(() => import('./population/Population.tsx'), 'Population'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/looks',
    validateSearch: texts('from', 'to', 'account'),
    component: lazyRouteComponent(() => import('./pages/Looks.tsx'), 'Looks'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/imports',
    component: lazyRouteComponent(() => import('./imports/Imports.tsx'), 'Imports'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/imports/new',
    validateSearch: texts('kind'),
    component: lazyRouteComponent(() => import('./imports/NewImport.tsx'), 'NewImport'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/imports/$id',
    component: lazyRouteComponent(() => import('./imports/Import.tsx'), 'Import'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/grids',
    validateSearch: texts('community', 'grid'),
    component: lazyRouteComponent(() => import('./grids/Grids.tsx'), 'Grids'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/grids/divide',
    validateSearch: texts('community', 'from'),
    component: lazyRouteComponent(() => import('./grids/Divide.tsx'), 'Divide'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/grids/$id',
    component: lazyRouteComponent(() => import('./grids/Grid.tsx'), 'Grid'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/grid-posts',
    component: lazyRouteComponent(() => import('./grids/Posts.tsx'), 'Posts'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/absences',
    component: lazyRouteComponent(() => import('./grids/Absences.tsx'), 'Absences'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/patrols',
    component: lazyRouteComponent(() => import('./grids/Patrols.tsx'), 'Patrols'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/meetings',
    component: lazyRouteComponent(() => import('./grids/Meetings.tsx'), 'Meetings'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/appraisal',
    validateSearch: texts('month'),
    component: lazyRouteComponent(() => import('./grids/Appraisal.tsx'), 'Appraisal'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/care',
    component: lazyRouteComponent(() => import('./grids/Care.tsx'), 'Care'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/command/figures',
    validateSearch: texts('place', 'from', 'to', 'group', 'screen'),
    component: lazyRouteComponent(() => import('./figures/Dashboard.tsx'), 'Dashboard'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/command',
    validateSearch: texts('light'),
    component: lazyRouteComponent(() => import('./pages/Command.tsx'), 'Command'),
  }),
]
export const router = createRouter({
  routeTree: root.addChildren(routes),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: lazyRouteComponent(() => import('./pages/Broken.tsx'), 'Broken'),
  defaultNotFoundComponent: lazyRouteComponent(() => import('./pages/Broken.tsx'), 'NotHere'),
})
