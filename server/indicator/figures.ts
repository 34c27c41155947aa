import type { Published } from '../content/indicators.ts'
import type { Actor } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Light, lightOf, type PeriodKind, windowOf } from './rules.ts'
import { type Asked, communitiesOf, overOf, partsOf, reading, type Scope, scopeOf, sumOf, told } from './run.ts'

export type Value = {
  numerator: number
  denominator: number | null
  value: number | null
  rows: number
  light: Light
}
export type Figure = Value & {
  indicator: string
  digest: string
  place: string
  placeName: string
  period: PeriodKind
  from: string | null
  to: string
  cutOff: string
}

const nothing = { numerator: 0, denominator: 0, rows: 0 }
const lit = (i: Published, v: Omit<Value, 'light'>): Value => ({ ...v, light: lightOf(v.value, i) })

/** A figure as its reader may know it; with the digest of what defined it and the moment its rows were read. */
export async function figureOf(house: House, actor: Actor, i: Published, asked: Asked): Promise<Figure> {
  const scope = await scopeOf(house, actor, asked.place, i.publish === 'public')
  return reckon(house, i, asked, scope)
}

/** Of all indicators, in the order of their cards; one whose query is wrong says only that there is no value. */
export async function allFigures(house: House, actor: Actor, asked: Asked): Promise<Figure[]> {
  const scopes = new Map<string, Scope>() // the place is looked up once for the public ones and once for the others
  const figures: Figure[] = []
  for (const i of await house.indicators.all()) {
    if (i.collection !== 'auto') continue
    const scope = scopes.get(i.publish) ?? (await scopeOf(house, actor, asked.place, i.publish === 'public'))
    scopes.set(i.publish, scope)
    const window = windowOf(i, asked)
    const figure = await reckon(house, i, asked, scope).catch((error) => {
      if (!(error instanceof Refusal)) throw error
      const value = { ...nothing, denominator: null, value: null, light: 'unknown' as const }
      return { ...value, ...named(i, scope, window), cutOff: house.clock.now().toISOString() }
    })
    figures.push(figure)
  }
  return figures
}

export async function reckon(house: House, i: Published, asked: Asked, scope: Scope): Promise<Figure> {
  const window = windowOf(i, asked)
  const over = await overOf(house, i)
  const cutOff = house.clock.now()
  const value = await reading(house, i, cutOff, async (ask) =>
    told(
      i,
      await sumOf(ask, house, i, window, scope),
      over && (await sumOf(ask, house, over, windowOf(over, asked), scope)),
    ),
  )
  return { ...lit(i, value), ...named(i, scope, window), cutOff: cutOff.toISOString() }
}

const named = (i: Published, scope: Scope, window: ReturnType<typeof windowOf>) => ({
  indicator: i.id,
  digest: i.digest,
  place: scope.place,
  placeName: scope.name,
  ...window,
})

export type Cells = (Value & { place: string; name: string })[]
/** The same for every community of the place at once; what lies in none of them stands last, under no id. */
export async function byCommunity(house: House, actor: Actor, i: Published, asked: Asked): Promise<Cells> {
  const scope = await scopeOf(house, actor, asked.place, i.publish === 'public')
  const communities = await communitiesOf(house, scope, asked.to)
  const window = windowOf(i, asked)
  const over = await overOf(house, i)
  const [own, by] = await reading(house, i, house.clock.now(), async (ask) => [
    await partsOf(ask, house, i, window, scope, communities),
    over && (await partsOf(ask, house, over, windowOf(over, asked), scope, communities)),
  ])
  const cell = (place: string | null, name: string) => {
    const of = (list: typeof own) => list.find((p) => p.place === place) ?? nothing
    return { place: place ?? '', name, ...lit(i, told(i, of(own), by && of(by))) }
  }
  const cells = communities.map((c) => cell(c.id, c.name))
  return own.some((p) => p.place === null) ? [...cells, cell(null, '不在社区内')] : cells
}
