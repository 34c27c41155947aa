import { readers } from './figures/readers.ts'
import type { Address } from './link.ts'

/** `also`: pages that belong to it under addresses of their own. */
export type Entry = { key: string; to: Address; duties?: string[]; also?: Address[] }

/** Everybody but the administrators of accounts and keys. */
const keeping = [
  ...['clerk', 'handler', 'head', 'grid-worker', 'grid-head', 'leader', 'supervisor', 'dispatcher', 'deputy'],
  ...['catalogue-manager', 'rating-manager', 'data-manager', 'audit-admin'],
  ...['register-keeper', 'party-worker', 'statistician'],
]
const overseers = ['grid-head', 'supervisor', 'dispatcher', 'leader']

/** What the staff's menu holds, by subject, and whose work it is. A page that anyone of the staff may open names no duties. */
export const groups: { key: string; entries: Entry[] }[] = [
  {
    key: 'cases',
    entries: [
      { key: 'take', to: '/desk/take', duties: ['clerk'] },
      { key: 'tasks', to: '/desk/tasks', duties: ['clerk', 'handler', 'head'] },
      { key: 'matters', to: '/desk/matters' },
      { key: 'messages', to: '/desk/messages' },
      {
        key: 'bypass',
        to: '/desk/bypass',
        duties: ['handler', 'head', 'supervisor', 'dispatcher', 'leader', 'audit-admin'],
      },
      { key: 'workshop', to: '/desk/workshop', duties: ['catalogue-manager', 'supervisor', 'leader', 'head'] },
    ],
  },
  {
    key: 'registry',
    entries: [
      { key: 'residents', to: '/desk/residents', duties: ['clerk', 'grid-worker', 'grid-head', 'data-manager'] },
      { key: 'homes', to: '/desk/homes', duties: ['clerk', 'grid-worker', 'grid-head', 'data-manager'] },
      {
        key: 'exports',
        to: '/desk/exports',
        duties: ['clerk', 'grid-head', 'data-manager', 'security-admin', 'audit-admin'],
      },
      { key: 'newcomers', to: '/desk/newcomers', duties: ['clerk', 'grid-head'] },
      { key: 'amendments', to: '/desk/amendments', duties: ['clerk'] },
      { key: 'imports', to: '/desk/imports', duties: ['data-manager', 'register-keeper', 'party-worker'] },
    ],
  },
  {
    key: 'grid',
    entries: [
      {
        key: 'grids',
        to: '/desk/grids',
        duties: ['clerk', 'grid-worker', 'grid-head', 'data-manager', 'supervisor', 'dispatcher', 'leader'],
      },
      { key: 'care', to: '/desk/care', duties: ['clerk', 'grid-head'] },
      { key: 'absences', to: '/desk/absences', duties: overseers },
      { key: 'posts', to: '/desk/grid-posts', duties: ['grid-head'] },
      { key: 'patrols', to: '/desk/patrols', duties: overseers },
      { key: 'meetings', to: '/desk/meetings', duties: overseers },
      { key: 'appraisal', to: '/desk/appraisal', duties: overseers },
    ],
  },
  {
    key: 'figures',
    entries: [
      { key: 'registers', to: '/desk/registers', duties: keeping, also: ['/desk/ledgers'] },
      {
        key: 'figures',
        to: '/desk/figures',
        duties: readers,
      },
      {
        key: 'dashboard',
        to: '/command/figures',
        duties: ['leader', 'supervisor', 'dispatcher', 'statistician', 'clerk'],
      },
      {
        key: 'population',
        to: '/desk/population',
        duties: ['leader', 'supervisor', 'dispatcher', 'clerk', 'grid-head', 'data-manager', 'deputy'],
      },
      {
        key: 'reports',
        to: '/desk/reports',
        duties: ['statistician', 'leader', 'supervisor', 'head', 'handler', 'dispatcher', 'audit-admin', 'deputy'],
      },
      { key: 'looks', to: '/desk/looks', duties: ['audit-admin'] },
      { key: 'command', to: '/command', duties: ['supervisor', 'dispatcher', 'leader', 'clerk', 'head'] },
    ],
  },
]

/** The group a page belongs to; a page deeper down belongs with the entry it starts like. */
export const groupAt = (shown: typeof groups, path: string): string | undefined =>
  shown.find((g) =>
    g.entries.some((e) => [e.to, ...(e.also ?? [])].some((to) => path === to || path.startsWith(`${to}/`))),
  )?.key
