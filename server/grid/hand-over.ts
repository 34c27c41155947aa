import { sql } from 'kysely'
import { tasksOf } from '../field/view.ts'
import type { Actor, Post } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { notFound } from '../platform/refusal.ts'

const said: Record<string, string> = { visit: '走访', collect: '核对信息', patrol: '巡查', task: '会议任务' }

/** The open tasks of a worker's day as lines. Why somebody is visited stays out: the list is read by more people than may know it. */
export async function handOverLines(house: House, head: Actor, account: string): Promise<string[]> {
  const today = civilToday(house.clock)
  const { rows } = await sql<Post & { name: string }>`
    select p.id, p.duty, p.unit_id as unit, p.place_id as place, pl.path, p.capacity, a.name from post p
      join place pl on pl.district = p.district and pl.id = p.place_id join account a on a.district = p.district and a.id = p.account_id
     where p.district = ${house.district} and p.account_id = ${account} and p.duty = 'grid-worker'
       and p.valid_from <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date)`.execute(house.db)
  const mine = rows.filter((r) => head.posts.some((h) => h.duty === 'grid-head' && r.path.startsWith(h.path)))
  if (!mine.length) throw notFound('没有这个网格员，或者不在您的社区')
  const worker: Actor = {
    district: house.district,
    account,
    name: mine[0]?.name ?? '',
    kind: 'staff',
    personId: null,
    posts: mine,
  }
  const { care, stale, patrols, tasks } = await tasksOf(house, worker)
  return [...care, ...patrols, ...tasks, ...stale].map(({ kind, title, where, due }) =>
    `${said[kind]}：${title}${where && kind !== 'patrol' ? `（${where}）` : ''}，${due} 前`.slice(0, 200),
  )
}
