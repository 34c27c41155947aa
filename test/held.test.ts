import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldPlain } from '../server/content/held.ts'
import { checkCharacter } from '../server/person/rules.ts'
import type { Held, Item } from '../web/api/types.ts'
import { offerFor } from '../web/ui/form/held.ts'
import { type Facts, holds, type Question } from '../web/ui/form/schema.ts'
import { openWorld, type World } from './world.ts'

/**
 * How much of the forms a known resident need not fill in, over all items. Counted for each item: the five fields of who asks
 * (name, identity number, phone, address, community) and every question that is shown to this resident when what is held has been
 * confirmed. A list of rows is one field; materials are none. Three shares, which add up to one:
 * - held: we offer the answer with source and date, one tap confirms it;
 * - chosen: yes or no, or one of a few words: a tap, but only the applicant can decide it;
 * - typed: letters, numbers or a date on a keyboard.
 * The strict share counts what is chosen as if it had to be typed.
 */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Share = { fields: number; held: number; chosen: number; typed: number }
const asks = ['name', 'idNumber', 'phone', 'address', 'place']
const percent = (n: number, of: number) => `${((n / of) * 100).toFixed(1)} %`
const told = (who: string, s: Share) =>
  `${who}: of ${s.fields} fields ${percent(s.held, s.fields)} are held, ${percent(s.chosen, s.fields)} chosen, ${percent(s.typed, s.fields)} typed`

async function shareOf(items: Item[], held: Held[]): Promise<Share> {
  const sum: Share = { fields: 0, held: 0, chosen: 0, typed: 0 }
  const count = (kind: 'held' | 'chosen' | 'typed') => {
    sum.fields++
    sum[kind]++
  }
  for (const name of asks) if (held.some((h) => h.name === name)) count('held')
  const before = { ...sum }
  for (const item of items) {
    if (item !== items[0]) for (const k of Object.keys(sum) as (keyof Share)[]) sum[k] += before[k]
    const questions = Object.entries(item.form.properties)
    const form = Object.fromEntries(
      questions.flatMap(([name, q]) => {
        const offer = offerFor(q, held)
        return offer ? [[name, offer.value]] : []
      }),
    )
    const { facts } = (await world.call(null, 'POST', `/api/items/${item.id}/check`, { form, only: [] })).body
    for (const [, q] of questions) {
      if (!holds(facts as Facts, q['x-show-if'])) continue
      count(offerFor(q, held) ? 'held' : tapped(q) ? 'chosen' : 'typed')
    }
  }
  return sum
}
const tapped = (q: Question) => q.type === 'boolean' || Boolean(q.enum) || Boolean(q.items?.enum)

const itemsOf = async (): Promise<Item[]> => {
  const rows = (await world.call(null, 'GET', '/api/items')).body as { id: string }[]
  return Promise.all(rows.map(async (r) => (await world.call(null, 'GET', `/api/items/${r.id}`)).body as Item))
}
const heldBy = async (who: string) => (await world.call(who, 'GET', '/api/held')).body as Held[]

/** 张文静's husband and child, as the window registers them: what is known of a family lives in its members. */
async function family() {
  const number = (born: string, serial: number) => {
    const body = `340799${born.replaceAll('-', '')}${serial}`
    return body + checkCharacter(body)
  }
  const common = {
    how: 'arrival',
    proof: 'household-register',
    kinds: ['registered', 'present'],
    since: '2019-05-01',
    address: '天井湖社区学院路8号2栋1102室',
    household: '340705900003',
  }
  for (const more of [
    { name: '罗毅', idNumber: number('1990-03-02', 113), relation: '户主' },
    { name: '罗小雨', idNumber: number('2018-04-11', 124), relation: '女', since: '2019-05-01' },
  ]) {
    const res = await world.call('zhou-min', 'POST', '/api/persons', { ...common, ...more })
    expect(res.status, JSON.stringify(res.body)).toBe(200)
  }
}

test('nothing asked that we already hold: the share of fields a known resident does not fill in, over the 122 items', {
  timeout: 60_000,
}, async () => {
  const items = await itemsOf()
  expect(items).toHaveLength(122)
  await family()
  for (const who of ['wang-guilan', 'liu-zhiqiang', 'li-changfu', 'zhang-wenjing'])
    console.log(told(who, await shareOf(items, await heldBy(who))))
  // Whom the departments know altogether: every name of the list has a value that the question takes.
  const everything = (item: Item): Held[] =>
    Object.values(item.form.properties).flatMap((q) =>
      q['x-held'] ? [{ name: q['x-held'], ...bare, value: answerTo(q) }] : [],
    )
  const whole: Share = { fields: 0, held: 0, chosen: 0, typed: 0 }
  for (const item of items) {
    const base = asks.map((name) => ({ name, ...bare, value: '-' }))
    const s = await shareOf([item], [...base, ...everything(item).filter((h) => !asks.includes(h.name))])
    for (const k of Object.keys(whole) as (keyof Share)[]) whole[k] += s[k]
  }
  console.log(told('known altogether', whole))
  expect(whole.held + whole.chosen + whole.typed).toBe(whole.fields)
  // Whoever adds questions that the registry could answer brings these down.
  expect(whole.held / whole.fields).toBeGreaterThan(0.615)
  expect((whole.held + whole.chosen) / whole.fields).toBeGreaterThanOrEqual(0.8)
})
const bare = { subject: 'self', label: '', words: '', source: '', collectedAt: '' } as const
const answerTo = (q: Question): unknown =>
  q.enum
    ? q.enum[0]
    : q.type === 'boolean'
      ? true
      : q.type === 'integer' || q.type === 'number'
        ? 1
        : q.format === 'date'
          ? '2020-01-01'
          : '-'

test('every name that forms ask by is one that is collected or follows', async () => {
  const used = new Set(
    (await itemsOf()).flatMap((i) => Object.values(i.form.properties).flatMap((q) => q['x-held'] ?? [])),
  )
  for (const name of used) expect(heldPlain.has(name), name).toBe(true)
  const held = new Set(
    (
      await Promise.all(
        ['wang-guilan', 'li-changfu', 'zhang-wenjing', 'liu-zhiqiang', 'chen-siyuan', 'zhao-xiuying'].map(heldBy),
      )
    ).flatMap((l) => l.map((h) => h.name)),
  )
  expect([...used].filter((n) => !held.has(n)).sort(), 'asked by, and held of nobody of the cast').toEqual([])
})

test('what follows from a household is offered to a parent; a child’s number not to whoever looks them up', async () => {
  const of = async (held: Held[]) => Object.fromEntries(held.map((h) => [h.name, h.value]))
  expect(await of(await heldBy('zhang-wenjing'))).toMatchObject({
    'spouse-name': '罗毅',
    'child-name': '罗小雨',
    'child-birth-date': '2018-04-11',
    'family-contact': '罗毅',
    'registered-where': '在本地',
    married: true,
    age: 34,
  })
  expect((await of(await heldBy('zhang-wenjing')))['child-id']).toMatch(/^34079920180411/)
  const { body } = await world.call('zhou-min', 'POST', '/api/held/lookup', { idNumber: '340799199206150047' })
  const looked = await of(body.held)
  expect([looked['child-name'], looked['child-id']]).toEqual(['罗小雨', undefined])
  expect(await of(await heldBy('wang-guilan'))).not.toHaveProperty('spouse-name')
})
