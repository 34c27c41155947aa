import { sql } from 'kysely'
import type { Process } from '../kernel/step.ts'
import { wallNow } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Item, Line } from './item.ts'
import { type Index, indexItems, search } from './search.ts'

export type Definition = { item: Item; process: Process; version: number }
export type Latest = Definition & { digest: string }
export type Catalogue = Awaited<ReturnType<typeof openCatalogue>>

const freshMs = 2000

/**
 * The published items. What a digest names never changes, so it is kept for ever; which digest is the latest is asked
 * anew every two seconds at most, with one small query, so that another process's publishing is seen here too.
 */
export async function openCatalogue(db: Db, district: string, now: () => Date = wallNow) {
  const byDigest = new Map<string, Definition>()
  let latest = new Map<string, Latest>()
  let index: Index = indexItems([])
  let count = ''
  let askedAt = 0

  async function definition(from: Db | Tx, digest: string): Promise<Definition> {
    const known = byDigest.get(digest)
    if (known) return known
    const row = await from
      .selectFrom('definition')
      .select(['body', 'version'])
      .where('district', '=', district)
      .where('kind', '=', 'item')
      .where('digest', '=', digest)
      .executeTakeFirstOrThrow()
    const item = row.body as Item
    const process = await from
      .selectFrom('definition')
      .select('body')
      .where('district', '=', district)
      .where('kind', '=', 'process')
      .where('digest', '=', item.process)
      .executeTakeFirstOrThrow()
    const found = { item, version: row.version, process: (process.body as { process: Process }).process }
    byDigest.set(digest, found)
    return found
  }

  async function refresh(from: Db | Tx) {
    if (wallNow().getTime() - askedAt < freshMs) return
    const asked = wallNow().getTime()
    const inForce = await sql<{ n: string }>`
      select count(*) filter (where effective_from is null or effective_from <= ${now()}) || '/' ||
        (select coalesce(max(at)::text, '') from item_state where district = ${district}) as n
        from definition where district = ${district} and kind = 'item'`.execute(from)
    const n = inForce.rows[0]?.n ?? ''
    if (n === count) {
      askedAt = asked
      return
    }
    const { rows } = await sql<{ id: string; digest: string }>`
      select d.id, d.digest from definition d
        left join item_state s on s.district = d.district and s.item_id = d.id
       where d.district = ${district} and d.kind = 'item' and (d.effective_from is null or d.effective_from <= ${now()})
         and coalesce(s.state, 'in-use') = 'in-use' order by d.version`.execute(from)
    const next = new Map<string, Latest>()
    for (const row of new Map(rows.map((r) => [r.id, r])).values())
      next.set(row.id, { ...(await definition(from, row.digest)), digest: row.digest })
    latest = next
    index = indexItems([...next.values()].map((l) => l.item))
    count = n
    askedAt = asked // only now: whoever comes while this is under way reads for themselves, never an empty list
  }

  return {
    definition,
    async latest(from: Db | Tx, id: string): Promise<Latest | undefined> {
      await refresh(from)
      return latest.get(id)
    },
    async search(q: string, line?: Line): Promise<Item[]> {
      await refresh(db)
      return search(index, q, line)
    },
  }
}
