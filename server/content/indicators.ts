import { sql } from 'kysely'
import { wallNow } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Indicator } from './indicator.ts'

export type Published = Indicator & { id: string; digest: string }
export type Indicators = ReturnType<typeof openIndicators>

/** What is told (填报) is counted by the same road as what is queried: the part that counts and the rest, each one row. */
const toldQuery = (id: string) => `select t.to_on as day, t.place_path, t.counted, t.amount,
  t.place as "地方", t.from_on as "起", t.to_on as "止", t.amount as "数", t.source as "来源"
  from facts_told t where t.district = $1 and t.indicator = '${id.replaceAll("'", '')}'`

const freshMs = 2000
const inOrder = new Intl.Collator('en', { numeric: true })

/** The published indicators in force, by code; asked anew every two seconds at most, as the catalogue is. */
export function openIndicators(db: Db, district: string, now: () => Date) {
  const byDigest = new Map<string, Published>()
  let latest = new Map<string, Published>()
  let askedAt = 0

  async function refresh() {
    const asked = wallNow().getTime()
    if (asked - askedAt < freshMs) return
    const { rows } = await sql<{ id: string; digest: string }>`
      select distinct on (id) id, digest from definition
       where district = ${district} and kind = 'indicator' and (effective_from is null or effective_from <= ${now()})
       order by id, version desc`.execute(db)
    const found = await Promise.all(rows.map((r) => of(r.digest)))
    latest = new Map(found.sort((a, b) => inOrder.compare(a.code, b.code)).map((i) => [i.id, i]))
    askedAt = asked
  }

  /** What a digest names never changes. */
  async function of(digest: string): Promise<Published> {
    const known = byDigest.get(digest)
    if (known) return known
    const { rows } = await sql<{ id: string; body: Indicator }>`select id, body from definition
      where district = ${district} and kind = 'indicator' and digest = ${digest}`.execute(db)
    if (!rows[0]) throw new Error(`no indicator ${digest}`)
    const { id, body } = rows[0]
    const found = { ...body, sql: body.collection === 'told' ? toldQuery(id) : body.sql, id, digest }
    byDigest.set(digest, found)
    return found
  }

  return {
    of,
    async all(): Promise<Published[]> {
      await refresh()
      return [...latest.values()]
    },
    async get(id: string): Promise<Published | undefined> {
      await refresh()
      return latest.get(id)
    },
  }
}
