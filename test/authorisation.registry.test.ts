import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Duty } from '../server/platform/auth.ts'
import { newcomer, nothing, type Relation, relations, type Subject } from './registry.ts'
import { lists, whole } from './registry-lists.ts'
import { about } from './registry-matrix.ts'
import { openWorld, type World } from './world.ts'

/** Role × operation × relation × field set, over the data of the population (R-2.4, 17.1). An operation without a row fails the other file. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.app.ready()
})
afterAll(() => world.close())

const cast = JSON.parse(
  readFileSync(fileURLToPath(new URL('../content/tongguan/cast.json', import.meta.url)), 'utf8'),
) as {
  staff: { id: string; posts: { duty: Duty; place: string }[] }[]
}
/** One of each duty, and of each place: of the grid, beside it, of the community, of another. */
const staff =
  'hua-yun fu-xiaoli song-jie lu-wei zhou-min qian-lan ding-yi wu-jianguo yang-hui xu-zhengyang shi-rui tao-jie jin-bo yan-ke mao-xin qin-lan ge-hui fan-jun bian-cheng shui-qing dou-an zhang-heng'.split(
    ' ',
  )
const residents = ['wang-guilan', 'liu-zhiqiang']
const everybody = [...staff, ...residents, null]
const postsOf = (who: string | null) => cast.staff.find((s) => s.id === who)?.posts ?? []
const has = (who: string | null, duties: Duty[]) => postsOf(who).some((p) => duties.includes(p.duty))
/** Does one of these duties of theirs reach this place? */
const reaches = (who: string | null, duties: Duty[], place: string) =>
  postsOf(who).some(
    (p) => duties.includes(p.duty) && (p.place === 'tongguan' || p.place === place || place.startsWith(`${p.place}-g`)),
  )

test('somebody of each duty is asked', () => {
  const missing = cast.staff
    .flatMap((s) => s.posts.map((p) => p.duty))
    .filter((d) => !staff.some((who) => has(who, [d])))
  expect(missing).toEqual([])
})

/** An answer without what is new each time. */
const plain = (res: { status: number; body: unknown }) => ({ status: res.status, body: res.body })
let asked = 0
/** From another machine each time: limits of rate have tests of their own. */
async function ask(who: string | null, name: string, url: string, body?: object, key: string = randomUUID()) {
  const res = await world.app.inject({
    method: name.split(' ')[0] as 'POST',
    url,
    remoteAddress: `10.1.${Math.floor(++asked / 250) % 250}.${asked % 250}`,
    headers: { ...(who && { cookie: await world.cookieOf(who) }), 'idempotency-key': key },
    ...(body && { payload: body }),
  })
  return { status: res.statusCode, body: String(res.headers['content-type']).includes('json') ? res.json() : res.body }
}
const keyOf = (body: object | undefined) => (body as { id?: string } | undefined)?.id

describe('about one thing: who may, others as if it were not there', () => {
  for (const [name, row] of Object.entries(about))
    test(name, async () => {
      const send = (who: string | null, s: Subject) => {
        const body = row.body?.(s)
        return ask(who, name, row.url(s), body, name.includes('/field/') ? keyOf(body) : undefined)
      }
      for (const relation of relations) {
        const shared = await newcomer(world, relation)
        for (const who of everybody) {
          const may = reaches(who, row.duties, shared.grid)
          const status = who === null ? 401 : !has(who, row.duties) ? 403 : may ? (row.ok ?? 200) : (row.missing ?? 404)
          const res = await send(who, may && row.once ? await newcomer(world, relation) : shared)
          expect([who, relation, res.status], JSON.stringify(res.body).slice(0, 300)).toEqual([who, relation, status])
          if (who && has(who, row.duties) && !may) expect(plain(await send(who, nothing(shared)))).toEqual(plain(res))
        }
      }
    })
})

describe('lists: what lies in one’s places, and nothing else', () => {
  const there = {} as Record<Relation, Subject>
  beforeAll(async () => {
    for (const relation of relations) {
      const s = await newcomer(world, relation)
      there[relation] = s
      const head = relation === 'far' ? null : 'lu-wei'
      if (!head) continue
      await world.call(head, 'POST', '/api/absences', {
        account: s.worker,
        from: '2026-09-21',
        to: '2026-09-22',
        reason: '病假',
        handOver: [],
      })
      const plan = {
        grid: s.grid,
        name: s.marker,
        kind: '日常',
        everyDays: 7,
        from: '2026-09-21',
        points: [{ name: '门', checks: ['锁'] }],
      }
      await world.call(head, 'POST', '/api/patrol-plans', plan)
      await world.call(head, 'POST', '/api/meetings', {
        place: s.grid,
        heldOn: '2026-09-21',
        title: s.marker,
        minutes: '无',
        present: [],
        tasks: [],
      })
    }
  })
  for (const [name, row] of Object.entries(lists))
    test(name, async () => {
      for (const relation of relations) {
        const s = there[relation]
        const byHead = /absences|patrol|meetings/.test(name)
        for (const who of everybody) {
          const res = await ask(who, name, row.url(s), row.body?.(s))
          const allowed = has(who, row.duties)
          expect([who, res.status]).toEqual([who, who === null ? 401 : allowed ? 200 : 403])
          if (!allowed || (byHead && relation === 'far')) continue
          const shown = JSON.stringify(res.body).includes(row.shows?.(s) ?? '')
          expect([who, relation, shown]).toEqual([who, relation, reaches(who, row.by ?? row.duties, s.grid)])
        }
      }
    })
})

describe('the whole district’s, or one’s own', () => {
  for (const [name, row] of Object.entries(whole))
    test(name, async () => {
      for (const who of everybody) {
        const res = await ask(who, name, row.url, row.body)
        const allowed =
          row.duties === 'anyone' || (who !== null && (row.duties === 'signed-in' || has(who, row.duties)))
        expect([who, res.status], JSON.stringify(res.body).slice(0, 200)).toEqual([
          who,
          allowed ? (row.found ?? 200) : who === null ? 401 : 403,
        ])
      }
    })
})
