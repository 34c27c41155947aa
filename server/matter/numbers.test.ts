import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyFor, openWorld, type World } from '../../test/world.ts'

/** 17.1: where somebody's number has a reason to be said in words, it is taken, sealed, and masked where it is shown. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const [phone, certificate] = ['10000000033', '34079919540312002543']
const did = async (who: string, url: string, body: object) => {
  const res = await world.call(who, 'POST', url, body)
  expect(res.status, JSON.stringify(res.body)).toBe(200)
}

test('a telephone said with what was missing and a certificate numbered by the identity number are taken, and stand nowhere in the clear', async () => {
  const number = await applyFor(world, 'wang-guilan', 'elderly-card', { materials: ['id-card', 'photo'] })
  const url = `/api/matters/${number}`
  await did('zhou-min', `${url}/correction`, { items: ['缺联系人电话'] })
  await did('wang-guilan', `${url}/supplement`, { materials: [], note: `打我女儿的电话 ${phone}` })
  await did('zhou-min', `${url}/settlement`, { opinion: '符合', resultNumber: certificate, receivedBy: '王桂兰' })
  for (const who of ['wang-guilan', 'zhou-min']) {
    const { body } = await world.call(who, 'GET', url)
    expect(body.result.number).toBe('3407**********2543')
    const told = body.events.map((e: { text: string }) => e.text)
    expect(told).toContain('补交材料：打我女儿的电话 100****0033')
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${phone}|${certificate}`))
  }
  const { rows } = await sql<{ said: string }>`
    select concat(m.form, m.result, m.exceptions) as said from matter m union all select data::text from event union all
    select body::text from paper union all select response::text from command`.execute(world.house.db)
  expect(rows.filter((r) => r.said.includes(phone) || r.said.includes(certificate))).toEqual([])
  expect(rows.some((r) => r.said.includes('sealed:'))).toBe(true)
})

test('a number without anybody’s in it stays readable to the district’s books; a reason still takes none', async () => {
  const number = await applyFor(world, 'chen-siyuan', 'elderly-card', { materials: ['id-card', 'photo'] })
  const url = `/api/matters/${number}`
  const refused = await world.call('zhou-min', 'POST', `${url}/settlement`, {
    opinion: `请打 ${phone}`,
    resultNumber: '优0001',
    receivedBy: '陈思远',
  })
  expect([refused.status, refused.body.field]).toEqual([400, 'opinion'])
  await did('zhou-min', `${url}/settlement`, { opinion: '符合', resultNumber: '优0001', receivedBy: '陈思远' })
  const { rows } = await sql<{
    n: string
  }>`select m.result ->> 'number' as n from matter m join cases c on c.district = m.district and c.id = m.case_id
    where c.number = ${number}`.execute(world.house.db)
  expect(rows[0]?.n).toBe('优0001')
})
