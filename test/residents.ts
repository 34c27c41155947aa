import { expect } from 'vitest'
import { checkCharacter } from '../server/person/rules.ts'
import type { World } from './world.ts'

/** Residents registered, moved and read through the API, with the people of the demo district. */

export const today = '2026-09-21'
/** A made-up identity number: 340799 was never given, the check character fits. */
export const numbered = (born: string, serial: number) => {
  const body = `340799${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return body + checkCharacter(body)
}

let serial = 100
/** What the window writes down of somebody who came to 湖东新村; never the same number twice. */
export const arrival = (more: object = {}) => ({
  how: 'arrival',
  name: '高远',
  idNumber: numbered('1990-05-06', serial++),
  proof: 'id-card',
  kinds: ['present'],
  since: '2026-09-01',
  address: '天井湖社区湖东新村12栋406室',
  ...more,
})

export const residentsOf = (world: () => World) => {
  const post = (who: string, url: string, body: object) => world().call(who, 'POST', url, body)
  const done = async (who: string, url: string, body: object) => {
    const res = await post(who, url, body)
    expect(res.status, `${url}: ${JSON.stringify(res.body)}`).toBe(200)
    return res.body
  }
  const fileOf = async (who: string, id: string) => {
    const res = await world().call(who, 'GET', `/api/persons/${id}`)
    expect(res.status, JSON.stringify(res.body)).toBe(200)
    return res.body
  }
  return { post, done, fileOf }
}
