import { randomUUID } from 'node:crypto'
import type { Duty } from '../server/platform/auth.ts'
import { madeUpNumber, type Subject } from './registry.ts'

/**
 * Who may do what to whose, over the population's data: by duty, and by where the person, home or grid lies. Also the valid request of
 * each operation, from which the wrong ones are bent.
 */

export const window: Duty[] = ['clerk', 'grid-head']
export const door: Duty[] = ['clerk', 'grid-worker', 'grid-head']
export const readers: Duty[] = [...door, 'data-manager']
export const overseers: Duty[] = ['grid-head', 'supervisor', 'dispatcher', 'leader']
const dividers: Duty[] = ['grid-head', 'data-manager']
const counters: Duty[] = ['leader', 'supervisor', 'dispatcher', 'clerk', 'grid-head', 'data-manager', 'deputy']

export type About = {
  duties: Duty[]
  url: (s: Subject) => string
  body?: (s: Subject) => object
  /** What they get who may; 200 unless told. */
  ok?: number
  /** What the others get, as for a thing that is not there; 404 unless told. */
  missing?: number
  /** It changes what it is about: each who may gets a fresh one. */
  once?: true
}
const row = (duties: Duty[], url: About['url'], body?: About['body'], more: Partial<About> = {}): About => ({
  duties,
  url,
  ...(body && { body }),
  ...more,
})
const once = { once: true } as const
export const today = '2026-09-21'
const id =
  (what: keyof Subject, before: string, after = '') =>
  (s: Subject) =>
    `/api/${before}/${encodeURIComponent(s[what])}${after}`
const division = (s: Subject) => ({ at: today, from: [s.spare], into: [{ name: '新格', buildings: [] }] })

/** Acts and files about one thing that lies somewhere. */
export const about: Record<string, About> = {
  'GET /api/persons/{id}': row(readers, id('person', 'persons')),
  'POST /api/persons/{id}/reveal': row(door, id('person', 'persons', '/reveal'), () => ({ purpose: '核对号码' })),
  'GET /api/persons/{id}/numbers': row(door, id('person', 'persons', '/numbers'), undefined, { ok: 409 }),
  'POST /api/persons/{id}/death': row(
    window,
    id('person', 'persons', '/death'),
    () => ({ on: today, proof: '死亡证明' }),
    once,
  ),
  'POST /api/persons/{id}/moves': row(
    window,
    id('person', 'persons', '/moves'),
    () => ({ kind: 'present', on: today, dwelling: null }),
    once,
  ),
  'POST /api/persons/{id}/corrections': row(window, id('person', 'persons', '/corrections'), () => ({
    phone: '10000000099',
    proof: 'said',
  })),
  'POST /api/persons': row(
    window,
    () => '/api/persons',
    (s) => ({
      how: 'arrival',
      name: '新来',
      idNumber: madeUpNumber('19800101'),
      proof: 'id-card',
      kinds: ['present'],
      since: '2026-09-01',
      dwelling: s.dwelling,
    }),
    { missing: 400 },
  ),
  'POST /api/persons/merges': row(
    ['data-manager'],
    () => '/api/persons/merges',
    (s) => ({ keep: s.person, gone: s.other, reason: '同一个人' }),
    once,
  ),
  'POST /api/persons/merges/{id}/undo': row(
    ['data-manager'],
    id('merge', 'persons/merges', '/undo'),
    () => ({ reason: '不是同一个人' }),
    once,
  ),
  'POST /api/records/{id}/verification': row(
    window,
    id('record', 'records', '/verification'),
    () => ({ agrees: true }),
    once,
  ),
  'GET /api/persons/{id}/care': row(door, id('person', 'persons', '/care')),
  'POST /api/persons/{id}/care': row(
    window,
    id('person', 'persons', '/care'),
    () => ({ category: 'disabled-elderly', since: '2026-09-01', basis: '走访' }),
    once,
  ),
  'POST /api/care/{id}/end': row(window, id('care', 'care', '/end'), () => ({ on: today, why: '子女接走' }), once),
  'POST /api/care/{id}/change': row(door, id('care', 'care', '/change'), () => ({ on: today, what: '摔伤住院' })),
  'POST /api/amendments/{id}/answer': row(
    ['clerk'],
    id('amendment', 'amendments', '/answer'),
    () => ({ amended: false, answer: '核对无误' }),
    once,
  ),
  'GET /api/buildings/{id}': row(readers, id('building', 'buildings')),
  'GET /api/dwellings/{id}': row(readers, id('dwelling', 'dwellings')),
  'POST /api/dwellings/{id}/building': row(
    dividers,
    id('unmatched', 'dwellings', '/building'),
    (s) => ({ building: s.building }),
    once,
  ),
  'GET /api/households/{number}': row(readers, id('household', 'households')),
  'POST /api/households/{number}/head': row(
    window,
    id('household', 'households', '/head'),
    (s) => ({ person: s.person }),
    once,
  ),
  'GET /api/organisations/{id}': row(readers, id('organisation', 'organisations')),
  'GET /api/grids/{id}': row([...overseers, ...readers], id('grid', 'grids')),
  'POST /api/grids/divisions': row(dividers, () => '/api/grids/divisions', division, once),
  'POST /api/grids/divisions/preview': row(dividers, () => '/api/grids/divisions/preview', division),
  'POST /api/absences': row(
    ['grid-head'],
    () => '/api/absences',
    (s) => ({ account: s.worker, from: today, to: today, reason: '病假', handOver: ['钥匙'] }),
    { missing: 400, once: true },
  ),
  'PUT /api/absences/{id}': row(['grid-head'], id('absence', 'absences'), () => ({ to: '2026-12-02' })),
  'POST /api/absences/{id}/cancel': row(
    ['grid-head'],
    id('absence', 'absences', '/cancel'),
    () => ({ why: '不休了' }),
    once,
  ),
  'GET /api/absences/hand-over': row(['grid-head'], (s) => `/api/absences/hand-over?account=${s.worker}`),
  'POST /api/patrol-plans': row(
    ['grid-head'],
    () => '/api/patrol-plans',
    (s) => ({
      grid: s.grid,
      name: '消防',
      kind: '日常巡查',
      everyDays: 7,
      from: today,
      points: [{ name: '东门', checks: ['灭火器'] }],
    }),
  ),
  'POST /api/meetings': row(
    ['grid-head'],
    () => '/api/meetings',
    (s) => ({ place: s.grid, heldOn: today, title: '周例会', minutes: '查消防', present: ['甲'], tasks: [] }),
  ),
  'POST /api/posts': row(
    ['grid-head'],
    () => '/api/posts',
    (s) => ({ account: s.worker, grid: s.grid, shift: 'B', share: 1, from: today, phone: '0562-0001234' }),
    once,
  ),
  'PUT /api/posts/{id}': row(['grid-head'], id('post', 'posts'), () => ({ shift: 'A', share: 40, from: today }), once),
  'POST /api/posts/{id}/end': row(['grid-head'], id('post', 'posts', '/end'), () => ({ on: today, why: '调走' }), once),
  'GET /api/population': row(counters, (s) => `/api/population?at=${today}&place=${s.grid}`),
  'GET /api/field/persons/{id}': row(['grid-worker'], id('person', 'field/persons')),
  'POST /api/field/entries': row(
    ['grid-worker'],
    () => '/api/field/entries',
    (s) => ({
      id: randomUUID(),
      kind: 'visit',
      subject: `person:${s.person}`,
      after: null,
      occurredAt: '2026-09-21T08:30:00+08:00',
      skewMs: 0,
      photos: [],
      text: '一切都好',
    }),
  ),
}
