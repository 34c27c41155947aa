import { importDuties } from '../server/import/sheets.ts'
import type { Duty } from '../server/platform/auth.ts'
import { registerRows } from './register-matrix.ts'
import type { Subject } from './registry.ts'
import { about, door, overseers, readers, today, window } from './registry-matrix.ts'
import { reportRows } from './report-rows.ts'

/** The other half of the matrix: lists, and what is the whole district's or one's own. */

/** Lists: everybody with the duty gets one; a thing stands in it where it lies in their places. `shows` is what it is known by there. */
export type List = {
  duties: Duty[]
  url: (s: Subject) => string
  body?: (s: Subject) => object
  shows?: (s: Subject) => string
  by?: Duty[]
}
const name = (s: Subject) => s.marker
export const lists: Record<string, List> = {
  'POST /api/persons/search': {
    duties: readers,
    url: () => '/api/persons/search',
    body: (s) => ({ q: s.idNumber }),
    shows: (s) => s.person,
  },
  'POST /api/homes/search': {
    duties: readers,
    url: () => '/api/homes/search',
    body: (s) => ({ q: s.buildingName }),
    shows: name,
  },
  'GET /api/buildings': { duties: readers, url: (s) => `/api/buildings?community=${s.community}`, shows: name },
  'GET /api/buildings.geojson': { duties: readers, url: (s) => `/api/buildings.geojson?grid=${s.grid}`, shows: name },
  // No building, so no grid yet.
  'GET /api/dwellings': {
    duties: readers,
    by: ['clerk', 'grid-head', 'data-manager'],
    url: () => '/api/dwellings',
    shows: (s) => s.unmatched,
  },
  'GET /api/care/due': { duties: window, url: () => '/api/care/due', shows: (s) => s.person },
  'GET /api/amendments': { duties: ['clerk'], url: () => '/api/amendments', shows: (s) => s.person },
  'GET /api/grids': {
    duties: [...overseers, ...readers],
    url: (s) => `/api/grids?community=${s.community}`,
    shows: (s) => s.grid,
  },
  'GET /api/grids/workers': { duties: overseers, url: () => '/api/grids/workers', shows: (s) => s.worker },
  'GET /api/posts/staff': { duties: ['grid-head'], url: () => '/api/posts/staff', shows: (s) => s.worker },
  'GET /api/absences': {
    duties: [...overseers, 'grid-worker'],
    by: overseers,
    url: () => '/api/absences',
    shows: (s) => s.worker,
  },
  'GET /api/patrol-plans': { duties: overseers, url: () => '/api/patrol-plans', shows: name },
  'GET /api/meetings': { duties: overseers, url: () => '/api/meetings', shows: name },
  'GET /api/appraisal': { duties: overseers, url: () => '/api/appraisal?month=2026-09', shows: (s) => s.worker },
  'GET /api/field/day': { duties: ['grid-worker'], url: () => '/api/field/day', shows: (s) => s.person },
}

/** What is the whole district's, one's own, or everybody's. `found` is what they get who may; the others get 403, nobody 401. */
const nobodys = '00000000-0000-4000-8000-000000000000'
export type Whole = { duties: Duty[] | 'signed-in' | 'anyone'; url: string; body?: object; found?: number }
const importing = (found = 404, url = '', body?: object): Whole => ({
  duties: importDuties,
  url: `/api/imports${url}`,
  found,
  ...(body && { body }),
})
const askers: Duty[] = ['clerk', 'grid-head', 'data-manager']
const exporters: Duty[] = [...askers, 'security-admin', 'audit-admin']
export const whole: Record<string, Whole> = {
  ...reportRows,
  'GET /api/care/categories': { duties: door, url: '/api/care/categories' },
  'GET /api/looks': { duties: ['audit-admin'], url: '/api/looks' },
  'GET /api/held/looks': { duties: 'signed-in', url: '/api/held/looks' },
  'GET /api/held/amendments': { duties: 'signed-in', url: '/api/held/amendments' },
  'POST /api/held/amendments': {
    duties: 'signed-in',
    url: '/api/held/amendments',
    body: { name: 'no-such', said: '不对' },
    found: 400,
  },
  'GET /api/grids/{id}/notice': { duties: 'anyone', url: '/api/grids/tianjinghu-g007/notice' },
  'GET /api/grids/{id}/notice.pdf': { duties: 'anyone', url: '/api/grids/tianjinghu-g007/notice.pdf' },
  'GET /api/field/newcomers': { duties: window, url: '/api/field/newcomers' },
  'GET /api/field/entries': { duties: ['grid-worker'], url: '/api/field/entries' },
  'GET /api/imports': importing(200),
  'GET /api/imports/templates/{kind}': { duties: ['data-manager'], url: '/api/imports/templates/residents' },
  'POST /api/imports': importing(415),
  'GET /api/imports/{id}': importing(404, `/${nobodys}`),
  'GET /api/imports/{id}/faults': importing(404, `/${nobodys}/faults`),
  'POST /api/imports/{id}/check': importing(404, `/${nobodys}/check`, {
    mapping: {},
    source: '网格采集',
    collectedOn: today,
  }),
  'POST /api/imports/{id}/import': importing(404, `/${nobodys}/import`, { choice: 'skip-bad' }),
  'POST /api/imports/{id}/cancel': importing(404, `/${nobodys}/cancel`, {}),
  'GET /api/exports': { duties: exporters, url: '/api/exports' },
  'POST /api/exports': {
    duties: askers,
    url: '/api/exports',
    body: {
      what: 'residents',
      place: 'not-there',
      standing: 'present',
      columns: ['name'],
      format: 'csv',
      purpose: '慰问老人',
      days: 7,
    },
    found: 400,
  },
  'POST /api/exports/{id}/decision': {
    duties: exporters,
    url: `/api/exports/${nobodys}/decision`,
    body: { approve: true, note: '同意' },
    found: 404,
  },
  'POST /api/exports/{id}/cancel': { duties: askers, url: `/api/exports/${nobodys}/cancel`, body: {}, found: 404 },
  'GET /api/exports/{id}/file': { duties: askers, url: `/api/exports/${nobodys}/file`, found: 404 },
}
export const registryRows = [about, lists, whole, registerRows].flatMap(Object.keys)
