import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { dateOf, dayNumber } from '../../server/calendar/workdays.ts'
import type { Actor, Duty } from '../../server/platform/auth.ts'
import type { House } from '../../server/platform/house.ts'
import { enter } from '../../server/register/actions.ts'
import type { Chance } from './chance.ts'

/** What the books are written with: a keeper of the whole district, the communities, days by chance. */

export type Data = Record<string, unknown>
export type Place = { id: string; name: string; population: number }
export type Book = {
  c: Chance
  asOf: string
  /** The year before. */
  last: number
  urban: Place[]
  rural: Place[]
  /** Those the report names, in its order. */
  named: (...names: string[]) => Place[]
  put: (register: string, from: string, data: Data) => Promise<string>
  count: () => number
}

export async function keeper(house: House): Promise<Actor> {
  const { rows } = await sql<{ id: string; path: string }>`
    select id, path from place where district = ${house.district} and parent_id is null`.execute(house.db)
  const [root] = rows
  if (!root) throw new Error('no district')
  const post = (duty: Duty) => ({
    id: `world-${duty}`,
    duty,
    unit: 'civil-affairs',
    place: root.id,
    path: root.path,
    capacity: '区民政局',
  })
  return {
    district: house.district,
    account: 'qin-lan',
    name: '秦岚',
    kind: 'staff',
    personId: null,
    posts: (['register-keeper', 'party-worker', 'handler'] as const).map(post),
  }
}

export function writer(house: House, actor: Actor) {
  let n = 0
  const put = async (register: string, from: string, data: Data) => {
    const command = { actor, key: randomUUID(), fingerprint: 'world' }
    const { id } = await enter(house, command, register, { from, data }).catch((error) => {
      throw new Error(`${register}: ${error.message} ${JSON.stringify(error.problems ?? '')} ${JSON.stringify(data)}`)
    })
    n++
    return id
  }
  return { put, count: () => n }
}

/** Those that stood on the day and still stand, so that whoever keeps them today may look. */
export async function communities(house: House, asOf: string) {
  const { rows } = await sql<Place & { kind: string }>`
    select p.id, p.kind, p.name, coalesce(t.population, 0) as population from place p
      join place_period t on t.district = p.district and t.place_id = p.id and t.valid_from <= ${asOf} and (t.valid_to is null or t.valid_to > ${asOf})
     where p.district = ${house.district} and p.kind in ('community', 'village', 'town', 'street') and p.valid_to is null
     order by p.id`.execute(house.db)
  const urban = rows.filter((r) => r.kind === 'community')
  const named = (...wanted: string[]) =>
    wanted.map((w) => {
      const found = rows.find((r) => r.name.startsWith(w))
      if (!found) throw new Error(`no place called ${w} on ${asOf}`)
      return found
    })
  return { urban, rural: rows.filter((r) => r.kind === 'village'), named }
}

export const two = (n: number) => String(n).padStart(2, '0')
export const three = (n: number) => String(n).padStart(3, '0')
export const between = (c: Chance, from: string, to: string) => dateOf(c.int(dayNumber(from), dayNumber(to)))
/** That many days before the day of the world. */
export const ago = (b: Book, days: number) => dateOf(dayNumber(b.asOf) - days)
