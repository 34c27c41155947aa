import { sql } from 'kysely'
import { act, type Command } from '../platform/act.ts'
import type { Actor } from '../platform/auth.ts'
import type { Db } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { notFound, refused } from '../platform/refusal.ts'

/** A list's filters under a name: one's own, or shared with those of the same unit. */
const most = 50
export type View = { id: string; name: string; query: string; shared: boolean; own: boolean; by: string }

/** Those above one list: the caller's, and what colleagues of a unit shared. */
export async function viewsOf(db: Db, actor: Actor, page: string): Promise<View[]> {
  const { rows } = await sql<View>`
    select v.id, v.name, v.query, v.shared, v.account_id = ${actor.account} as own, a.name as by
      from saved_view v join account a on a.district = v.district and a.id = v.account_id
     where v.district = ${actor.district} and v.page = ${page} and (v.account_id = ${actor.account} or (v.shared and exists (
       select from post p where p.district = v.district and p.account_id = v.account_id and p.valid_to is null
          and p.unit_id = any(${actor.posts.map((p) => p.unit)}::text[]))))
     order by v.name, v.id`.execute(db)
  return rows
}

export type Given = { page: string; name: string; query: string; shared: boolean }
export const saveView = (house: House, command: Command, given: Given) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const { rows } = await sql<{ n: number; same: number }>`
      select count(*)::int as n, count(*) filter (where page = ${given.page} and name = ${given.name})::int as same
        from saved_view where district = ${house.district} and account_id = ${actor.account}`.execute(tx)
    if (rows[0]?.same) throw refused('已经有同名的视图，请换一个名称')
    if ((rows[0]?.n ?? 0) >= most) throw refused(`最多保存 ${most} 个视图，请先删除不用的`)
    const id = newId()
    const { page, name, query, shared } = given
    await sql`insert into saved_view (district, id, account_id, page, name, query, shared, created_at)
      values (${house.district}, ${id}, ${actor.account}, ${page}, ${name}, ${query}, ${shared}, ${at})`.execute(tx)
    record({ as: actor.posts[0] ?? null, verb: 'view.saved', data: { view: id, page, name, shared } })
    return { id }
  })

export const dropView = (house: House, command: Command, id: string) =>
  act(house, command, async ({ tx, actor, record }) => {
    const { numAffectedRows } = await sql`delete from saved_view
      where district = ${house.district} and id = ${id} and account_id = ${actor.account}`.execute(tx)
    if (!numAffectedRows) throw notFound('没有这个视图，或者不是您保存的')
    record({ as: actor.posts[0] ?? null, verb: 'view.dropped', data: { view: id } })
    return { id }
  })
