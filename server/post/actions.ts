import { sql } from 'kysely'
import { type Act, act, type Command } from '../platform/act.ts'
import type { Actor, Post } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, refused } from '../platform/refusal.ts'
import { badDay, type Share, type Shift, tooMuch } from './rules.ts'

/** Who walks which grid: the head of the community appoints, changes and ends, and how it was before stays as it was. */

type Held = {
  id: string
  account: string
  unit: string
  place: string
  path: string
  capacity: string
  from: string
  shift: Shift | null
  share: number | null
  phone: string | null
}
export type Given = { shift: Shift; share: number; phone?: string; from: string }

const headOver = (actor: Actor, path: string): Post | undefined =>
  actor.posts.find((p) => p.duty === 'grid-head' && path.startsWith(p.path))

/** A post that stands today, in the head's community. @throws 404 */
async function held(house: House, { tx, actor }: Act, id: string): Promise<Held & { as: Post }> {
  const today = civilToday(house.clock)
  const { rows } = await sql<Held>`
    select p.id, p.account_id as account, p.unit_id as unit, p.place_id as place, pl.path, p.capacity, p.valid_from::text as "from", p.shift, p.share,
           p.duty_phone as phone
      from post p join place pl on pl.district = p.district and pl.id = p.place_id
     where p.district = ${house.district} and p.id = ${id} and p.duty = 'grid-worker' and (p.valid_to is null or p.valid_to > ${today}::date) for update of p`.execute(
    tx,
  )
  const as = rows[0] && headOver(actor, rows[0].path)
  if (!rows[0] || !as) throw notFound('没有这个岗位，或者不在您的社区')
  return { ...rows[0], as }
}
async function mustFit(house: House, { tx }: Act, account: string, post: string | null, share: number) {
  const { rows } =
    await sql<Share>`select id as post, share from post where district = ${house.district} and account_id = ${account}
    and (valid_to is null or valid_to > ${civilToday(house.clock)}::date)`.execute(tx)
  const why = tooMuch(rows, post, share)
  if (why) throw badInput([{ field: 'share', message: why }])
}
const begin = (house: House, { tx }: Act, p: Omit<Held, 'path'>) =>
  sql`insert into post (district, id, account_id, duty, unit_id, place_id, capacity, valid_from, shift, share, duty_phone)
    values (${house.district}, ${p.id}, ${p.account}, 'grid-worker', ${p.unit}, ${p.place}, ${p.capacity}, ${p.from}, ${p.shift}, ${p.share}, ${p.phone})`.execute(
    tx,
  )

/** A grid gets a worker: somebody who works in this community already. */
export const appoint = (house: House, command: Command, given: Given & { account: string; grid: string }) =>
  act(house, command, async (a) => {
    const { tx, actor, record } = a
    const today = civilToday(house.clock)
    const grid = await sql<{ path: string; from: string }>`select path, valid_from::text as "from" from place
      where district = ${house.district} and id = ${given.grid} and kind = 'grid' and valid_to is null`.execute(tx)
    const found = grid.rows[0]
    const as = found && headOver(actor, found.path)
    if (!found || !as) throw notFound('没有这个网格，或者不在您的社区')
    const why = badDay('起始日期', given.from, found.from, today)
    if (why) throw badInput([{ field: 'from', message: why }])
    const { rows } = await sql<{ place: string; duty: string }>`select p.place_id as place, p.duty from post p
      join place pl on pl.district = p.district and pl.id = p.place_id
      where p.district = ${house.district} and p.account_id = ${given.account} and pl.path ^@ ${as.path} and (p.valid_to is null or p.valid_to > ${today}::date)`.execute(
      tx,
    )
    if (!rows.length) throw badInput([{ field: 'account', message: '不是本社区的工作人员' }])
    if (rows.some((r) => r.place === given.grid && r.duty === 'grid-worker')) throw refused('已经是这个网格的网格员')
    await mustFit(house, a, given.account, null, given.share)
    const { account, shift, share, phone = null, from } = given
    const id = newId()
    await begin(house, a, {
      id,
      account,
      unit: as.unit,
      place: given.grid,
      capacity: '网格员',
      from,
      shift,
      share,
      phone,
    })
    record({ as, verb: 'post.appointed', data: { post: id, account, place: given.grid, shift, share, from } })
    return { id }
  })

/** Another shift, share or telephone from a day on: the post ends and the next begins, so that an earlier day is still told as it was. */
export const change = (house: House, command: Command, id: string, given: Given) =>
  act(house, command, async (a) => {
    const was = await held(house, a, id)
    const why = badDay('起始日期', given.from, was.from, civilToday(house.clock))
    if (why) throw badInput([{ field: 'from', message: why }])
    await mustFit(house, a, was.account, id, given.share)
    const { shift, share, from, phone = was.phone } = given
    let next = id
    if (from === was.from)
      await sql`update post set shift = ${shift}, share = ${share}, duty_phone = ${phone} where district = ${house.district} and id = ${id}`.execute(
        a.tx,
      )
    else {
      next = newId()
      await sql`update post set valid_to = ${from} where district = ${house.district} and id = ${id}`.execute(a.tx)
      await begin(house, a, { ...was, id: next, from, shift, share, phone })
    }
    a.record({
      as: was.as,
      verb: 'post.changed',
      data: { post: next, before: id, account: was.account, shift, share, from },
    })
    return { id: next }
  })

export const end = (house: House, command: Command, id: string, given: { on: string; why: string }) =>
  act(house, command, async (a) => {
    const was = await held(house, a, id)
    const why = badDay('结束日期', given.on, was.from, civilToday(house.clock))
    if (why) throw badInput([{ field: 'on', message: why }])
    await sql`update post set valid_to = ${given.on} where district = ${house.district} and id = ${id}`.execute(a.tx)
    a.record({
      as: was.as,
      verb: 'post.ended',
      data: { post: id, account: was.account, place: was.place, on: given.on, why: given.why },
    })
    return { id }
  })
