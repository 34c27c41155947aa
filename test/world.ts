import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from '../server/app.ts'
import { openHouse } from '../server/open.ts'
import { movableClock } from '../server/platform/clock.ts'
import type { Log } from '../server/platform/http.ts'
import { scratchDb } from './db.ts'

const contentDir = fileURLToPath(new URL('../content/tongguan', import.meta.url))

/**
 * The demo district on a database of its own: real app, real PostgreSQL, time standing where the test puts it. People
 * are the demo's invented cast, called by account id.
 */
export async function openWorld({ at = '2026-09-21T09:00:00+08:00', log = false as Log } = {}) {
  const { url } = await scratchDb()
  const clock = frozenClock(new Date(at))
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-world-'))
  const { house, close } = await openHouse({ url, contentDir, dataDir, demo: true, clock })
  const app = await buildApp(house, { log, demo: { clock: { now: clock.now, set: async (to) => clock.set(to) } } })
  const cookies = new Map<string, string>()

  /** Speaks to the API as somebody; `null` is nobody. Changes get a fresh key unless one is given. */
  async function call(
    who: string | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    key = randomUUID() as string,
  ) {
    const headers: Record<string, string> = {}
    if (who) headers.cookie = await cookieOf(who)
    if (method !== 'GET') headers['idempotency-key'] = key
    const res = await app.inject({ method, url, headers, ...(body && { payload: body }) })
    const type = String(res.headers['content-type'] ?? '')
    return { status: res.statusCode, body: type.includes('json') ? res.json() : res.rawPayload, headers: res.headers }
  }
  async function cookieOf(who: string) {
    const known = cookies.get(who)
    if (known) return known
    const res = await app.inject({ method: 'POST', url: '/api/session', payload: { account: who } })
    if (res.statusCode !== 200) throw new Error(`cannot sign in as ${who}: ${res.body}`)
    const cookie = String(res.headers['set-cookie']).split(';')[0] as string
    cookies.set(who, cookie)
    return cookie
  }
  return {
    house,
    app,
    call,
    cookieOf,
    /** Moves time forward and lets fall due what falls due. */
    async goTo(to: string) {
      clock.set(new Date(to))
      await house.tick()
    },
    async close() {
      await app.close()
      await close()
    },
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>

const frozenClock = (start: Date) => movableClock(start, () => 0)

/** What each item's form needs, where a test does not care. */
const answers: Record<string, Record<string, unknown>> = {
  'minimum-living-allowance': {
    'household-size': 3,
    'monthly-income': 800,
    employment: 'none',
    housing: 'rent',
    'has-car': false,
    'ill-member': false,
    reason: '失业，孩子上学',
    'bank-card-tail': '1234',
  },
  'disabled-family-support': {
    who: 'self',
    'disability-kind': '肢体',
    'disability-level': '二级',
    aids: '轮椅',
    'wants-adaptation': false,
    'wants-job': false,
    'low-income': false,
  },
  'elderly-card': { first: 'first', 'blood-type': 'unknown', 'contact-name': '张三', 'contact-phone': '10000000000' },
}

/** A resident of the cast applies with what the district holds about them; returns the number. */
export async function applyFor(
  world: World,
  who: string,
  item: string,
  given: { form?: Record<string, unknown>; materials?: string[] } = {},
): Promise<string> {
  const { status, body } = await world.call(who, 'POST', '/api/matters', await application(world, who, item, given))
  if (status !== 200) throw new Error(`${item}: ${JSON.stringify(body)}`)
  return body.number
}
export async function application(
  world: World,
  who: string,
  item: string,
  { form = {}, materials = [] }: { form?: Record<string, unknown>; materials?: string[] } = {},
) {
  const held = (await world.call(who, 'GET', '/api/held')).body as { name: string; value: unknown }[]
  const of = (name: string) => held.find((h) => h.name === name)?.value
  return {
    item,
    place: 'tianjinghu',
    applicant: { name: of('name'), idNumber: of('idNumber'), phone: of('phone'), address: of('address') },
    form: { ...answers[item], ...form },
    materials: materials.map((code) => ({ code, status: 'received' })),
  }
}
