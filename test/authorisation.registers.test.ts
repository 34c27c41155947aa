import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepingDuties } from '../server/content/register.ts'
import type { Duty } from '../server/platform/auth.ts'
import { publishBooks } from './books.ts'
import { type EntryAt, entryAt, noEntry, registerRows } from './register-matrix.ts'
import { openWorld, type World } from './world.ts'

/** Role × operation × place, over the registers: what a definition says, holds for every route. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishBooks(world)
})
afterAll(() => world.close())

const cast = JSON.parse(
  readFileSync(fileURLToPath(new URL('../content/tongguan/cast.json', import.meta.url)), 'utf8'),
) as { staff: { id: string; posts: { duty: Duty; place: string }[] }[] }
const everybody = [...cast.staff.map((s) => s.id), 'wang-guilan', null]
const postsOf = (who: string | null) => cast.staff.find((s) => s.id === who)?.posts ?? []
const has = (who: string | null, duties: readonly Duty[]) => postsOf(who).some((p) => duties.includes(p.duty))
const reaches = (who: string | null, duties: readonly Duty[], place: string) =>
  postsOf(who).some((p) => duties.includes(p.duty) && (p.place === 'tongguan' || p.place === place))
const keeps: Duty[] = ['register-keeper']
const reads: Duty[] = ['clerk', 'leader', 'deputy', ...keeps]

let asked = 0
async function ask(who: string | null, name: string, e: EntryAt) {
  const row = registerRows[name]
  const body = row?.body?.(e)
  const res = await world.app.inject({
    method: name.split(' ')[0] as 'POST',
    url: row?.url(e) ?? '',
    remoteAddress: `10.3.${Math.floor(++asked / 250) % 250}.${asked % 250}`,
    headers: { ...(who && { cookie: await world.cookieOf(who) }), 'idempotency-key': randomUUID() },
    ...(body && { payload: body }),
  })
  const json = String(res.headers['content-type']).includes('json')
  return { status: res.statusCode, body: json ? res.json() : res.body }
}

test.each(Object.keys(registerRows))('%s', { timeout: 60_000 }, async (name) => {
  const { what, ok = 200 } = registerRows[name] as (typeof registerRows)[string]
  for (const place of ['tianjinghu', 'xingfu']) {
    const shared = await entryAt(world, place)
    for (const who of everybody) {
      const [opens, sees, may] = [has(who, reads), reaches(who, reads, place), reaches(who, keeps, place)]
      const status =
        who === null
          ? 401
          : !has(who, keepingDuties)
            ? 403
            : what === 'shelf'
              ? ok
              : what === 'list'
                ? opens
                  ? ok
                  : 404
                : what === 'read'
                  ? sees
                    ? ok
                    : 404
                  : what === 'write'
                    ? may
                      ? ok
                      : sees
                        ? 403
                        : 404
                    : !opens
                      ? 404
                      : !has(who, keeps)
                        ? 403
                        : may
                          ? ok
                          : 400
      const res = await ask(who, name, what === 'write' && may ? await entryAt(world, place) : shared)
      expect([who, place, res.status], JSON.stringify(res.body).slice(0, 300)).toEqual([who, place, status])
      if ((what === 'write' || what === 'read') && status === 404)
        expect(await ask(who, name, noEntry(shared))).toEqual(res)
      if (/^GET.*(entries|duties|geojson)$/.test(name) && status === 200)
        expect([who, JSON.stringify(res.body).includes(shared.id)]).toEqual([who, sees])
    }
  }
})
