import { expect } from 'vitest'
import type { MatterView } from '../server/matter/view.ts'
import type { World } from './world.ts'

/** The sentences in which the tests tell what people do: each fails with what the server said. */
export function tellIn(world: World) {
  const page = async (who: string, n: string): Promise<MatterView> => {
    const { status, body } = await world.call(who, 'GET', `/api/matters/${n}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  const act = async (who: string, n: string, path: string, body: object = {}) => {
    const res = await world.call(who, 'POST', `/api/matters/${n}/${path}`, body)
    expect(res.status, `${path}: ${JSON.stringify(res.body)}`).toBe(200)
    return res.body
  }
  /** Somebody tries and may not: the status and the sentence told. */
  const refused = async (who: string, n: string, path: string, body: object = {}) => {
    const res = await world.call(who, 'POST', `/api/matters/${n}/${path}`, body)
    return [res.status, res.body.message] as [number, string]
  }
  const task = (m: MatterView, unit: string, status = 'open') => {
    const found = m.tasks.find((t) => t.unit === unit && t.status === status)
    if (!found) throw new Error(`no ${status} task of ${unit}`)
    return found
  }
  return { page, act, refused, task }
}
