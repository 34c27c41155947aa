import { sql } from 'kysely'
import { isPersonal } from '../content/register.ts'
import { act, type Command } from '../platform/act.ts'
import type { Actor } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { notFound, refused } from '../platform/refusal.ts'
import { bookOf, entriesOf } from './entry.ts'
import { mayRead, maySeeField, postToRead } from './rules.ts'
import { onDay } from './timeline.ts'

/** Personal fields of an entry in full: for a minute, against a purpose that the history keeps. */
const seconds = 60

/** The entry and its register, where the caller may read it. @throws Refusal 404. */
async function readable(house: House, from: Db | Tx, actor: Actor, register: string, id: string) {
  const book = await bookOf(house, from, register)
  const [entry] = await entriesOf(house, from, book, [id], civilToday(house.clock), false)
  if (!entry || !mayRead(actor, book.def, entry.path)) throw notFound('没有这一条，或者不在您的工作范围内')
  return { book, entry }
}

export const reveal = (house: House, command: Command, register: string, id: string, purpose: string) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const { book, entry } = await readable(house, tx, actor, register, id)
    record({
      as: postToRead(actor, book.def, entry.path),
      verb: 'register.revealed',
      data: { entry: id, register, purpose },
    })
    return { until: new Date(at.getTime() + seconds * 1000).toISOString() }
  })

/** What `reveal` opened, read apart from it: the kept answer of a command must hold nobody's number. */
export async function revealed(
  house: House,
  actor: Actor,
  register: string,
  id: string,
): Promise<Record<string, unknown>> {
  const { book, entry } = await readable(house, house.db, actor, register, id)
  const now = house.clock.now()
  const { rows } =
    await sql`select 1 from event where district = ${house.district} and data ? 'entry' and data ->> 'entry' = ${id}
      and verb = 'register.revealed' and account_id = ${actor.account}
      and at > ${new Date(now.getTime() - seconds * 1000)} and at <= ${now} limit 1`.execute(house.db)
  if (!rows.length) throw refused('显示时间已过，请重新填写用途')
  const data = onDay(entry.live, civilToday(house.clock))?.data ?? entry.live.at(-1)?.data ?? {}
  return Object.fromEntries(
    Object.entries(data).filter(([name]) => {
      const f = book.def.form.properties[name]
      return (isPersonal(f) || book.sealed.includes(name)) && maySeeField(actor, f, entry.path)
    }),
  )
}
