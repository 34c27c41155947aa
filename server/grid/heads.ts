import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Post } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { badInput, notFound } from '../platform/refusal.ts'

/** What the head of the grids is over: places, and who works in them. */

const heads = (a: Act): Post[] => a.actor.posts.filter((p) => p.duty === 'grid-head')

/** The head's post over a place. @throws 404 when it is somebody else's place. */
export async function over(house: House, a: Act, place: string): Promise<Post> {
  const { rows } = await sql<{
    path: string
  }>`select path from place where district = ${house.district} and id = ${place} and valid_to is null`.execute(a.tx)
  const post = heads(a).find((p) => rows[0]?.path.startsWith(p.path))
  if (!post) throw notFound('没有这个网格，或者不在您的范围内')
  return post
}

/** The head's post over somebody who works in the grids, or undefined. */
export async function overWorker(house: House, a: Act, account: string): Promise<Post | undefined> {
  const { rows } = await sql<{
    path: string
  }>`select pl.path from post p join place pl on pl.district = p.district and pl.id = p.place_id
    where p.district = ${house.district} and p.account_id = ${account} and p.duty = 'grid-worker' and (p.valid_to is null or p.valid_to > ${a.at})`.execute(
    a.tx,
  )
  return heads(a).find((h) => rows.some((r) => r.path.startsWith(h.path)))
}
/** @throws badInput naming the field. */
export async function worker(house: House, a: Act, account: string, field: string): Promise<Post> {
  const post = await overWorker(house, a, account)
  if (!post) throw badInput([{ field, message: '不是您社区的网格员' }])
  return post
}
