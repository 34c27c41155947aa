import { figureOf } from '../indicator/view.ts'
import type { Actor } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import type { FigureOf } from './resolve.ts'

/** Figures of the published indicators, as this actor may know them. Each is asked once. */
export function reckoner(house: House, actor: Actor): FigureOf {
  const known = new Map<string, ReturnType<FigureOf>>()
  return (indicator, asked) => {
    const key = JSON.stringify([indicator, asked])
    const found = known.get(key) ?? ask(indicator, asked)
    known.set(key, found)
    return found
  }
  async function ask(indicator: string, asked: Parameters<FigureOf>[1]): ReturnType<FigureOf> {
    const i = await house.indicators.get(indicator)
    if (i?.collection !== 'auto') return null
    const f = await figureOf(house, actor, i, asked)
    return { ...f, name: i.name, code: i.code, unit: i.unit, kind: i.kind, per: i.per ?? 1 }
  }
}
