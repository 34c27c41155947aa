import { sql } from 'kysely'
import { act, type Command } from '../platform/act.ts'
import type { Actor } from '../platform/auth.ts'
import { civilToday, daysAfter } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, refused } from '../platform/refusal.ts'
import { allOffers } from './derived.ts'
import { labelOf } from './offers.ts'
import { say } from './register.ts'
import { within } from './scope.ts'
import { person } from './store.ts'
import { fileFor } from './view.ts'

/** “这不对”: a person says what is wrong, the window looks into it and answers, with reasons where it says no (个人信息保护法 46, 50). */

const answerDays = 15
const mostWaiting = 10
/** The base data have acts and proofs of their own, on the person's page; who is called first follows from the household. */
const base = ['name', 'idNumber', 'phone', 'place', 'sex', 'birth-date', 'family-contact']

export const ask = (house: House, command: Command, given: { name: string; said: string }) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const held = actor.personId && (await person(tx, house.crypto, house.district, actor.personId))
    const today = civilToday(house.clock)
    const all = held ? await allOffers(tx, house.crypto, held, today, true) : []
    const value = all.find((o) => o.name === given.name && o.subject !== 'follows')
    if (!held || !value) throw badInput([{ field: 'name', message: '我们没有您的这一项信息' }])
    const { rows } = await sql<{ name: string }>`select name from amendment
      where district = ${house.district} and person_id = ${held.id} and state = 'waiting'`.execute(tx)
    if (rows.some((r) => r.name === given.name)) throw refused(`“${value.label}”的更正申请正在办理，请等答复`)
    if (rows.length >= mostWaiting) throw refused(`已有 ${mostWaiting} 份更正申请在办理，请等答复`)
    const id = newId()
    const dueOn = daysAfter(today, answerDays)
    await sql`insert into amendment (district, id, person_id, name, held, said, asked_at, due_on, state)
      values (${house.district}, ${id}, ${held.id}, ${given.name}, ${house.crypto.seal(JSON.stringify(given.name === 'place' ? value.words : value.value))}, ${house.crypto.seal(given.said)},
              ${at}, ${dueOn}, 'waiting')`.execute(tx)
    record({ as: null, verb: 'amendment.asked', data: { person: held.id, amendment: id, name: given.name } })
    return { id, dueOn }
  })

export type Answer = { amended: boolean; answer: string; value?: string; proof?: string }

/** Amended or kept. What the window puts right at once becomes a record like any other, and must count afterwards. */
export const answer = (house: House, command: Command, id: string, given: Answer) =>
  act(house, command, async (a) => {
    const { tx, actor, at, record } = a
    const { rows } = await sql<{
      person_id: string
      name: string
      state: string
    }>`select person_id, name, state from amendment
      where district = ${house.district} and id = ${id} for update`.execute(tx)
    const r = rows[0]
    const found = r && (await fileFor(tx, actor, r.person_id, ['clerk']))
    if (!r || !found) throw notFound('没有这份更正申请')
    if (r.state !== 'waiting') throw refused('已经答复过')
    if (given.value !== undefined) {
      if (!given.amended) throw badInput([{ field: 'value', message: '不予更正时不填“更正为”' }])
      await putRight(house, a, r, { value: given.value, proof: given.proof })
    }
    const state = given.amended ? 'amended' : 'kept'
    await sql`update amendment set state = ${state}, answer = ${given.answer}, answered_by = ${actor.account}, answered_at = ${at}, unit_id = ${found.as?.unit ?? null}
      where district = ${house.district} and id = ${id}`.execute(tx)
    record({
      as: found.as,
      verb: 'amendment.answered',
      data: { person: r.person_id, amendment: id, name: r.name, amended: given.amended },
    })
    return { id, state }
  })

async function putRight(
  house: House,
  a: Parameters<typeof say>[1],
  r: { person_id: string; name: string },
  given: { value: string; proof: string | undefined },
) {
  const label = labelOf(r.name)
  const valueNow = async () =>
    (await person(a.tx, house.crypto, house.district, r.person_id))?.attributes.find((x) => x.name === r.name)?.value
  const old = await valueNow()
  if (base.includes(r.name) || (typeof old !== 'string' && typeof old !== 'number'))
    throw badInput([{ field: 'value', message: `“${label}”不能在这里改，请在居民档案里更正后再答复` }])
  const value = typeof old === 'number' ? Number(given.value) : given.value
  if (Number.isNaN(value)) throw badInput([{ field: 'value', message: `“${label}”应是数字` }])
  await say(house, a, r.person_id, given.proof ? `证照：${given.proof}` : '自报', { [r.name]: value })
  if ((await valueNow()) !== value)
    throw refused(`现有“${label}”的来源更可靠，只凭本人说不能改；请看过凭据，填写“看了什么凭据”`)
}

type Row = {
  id: string
  person: string
  personName: string
  name: string
  held: Buffer
  said: Buffer
  askedAt: string
  dueOn: string
  state: 'waiting' | 'amended' | 'kept'
  answer: string | null
  unit: string | null
  answeredAt: string | null
}
const rows = (where: ReturnType<typeof sql>) => sql<Row>`
  select m.id, p.id as person, p.name as "personName", m.name, m.held, m.said, m.asked_at as "askedAt", m.due_on::text as "dueOn", m.state, m.answer,
         u.short_name as unit, m.answered_at as "answeredAt"
    from amendment m join person p on p.district = m.district and p.id = m.person_id
    join place pl on pl.district = p.district and pl.id = p.place_id
    left join unit u on u.district = m.district and u.id = m.unit_id
   where ${where} order by m.state <> 'waiting', case when m.state = 'waiting' then m.due_on end, m.asked_at desc limit 100`

const told = (house: House, found: Row[]) =>
  found.map(({ held, said, ...r }) => ({
    ...r,
    label: labelOf(r.name),
    held: JSON.parse(house.crypto.unseal(held)) as unknown,
    said: house.crypto.unseal(said),
    late: r.state === 'waiting' && r.dueOn < civilToday(house.clock),
  }))

export const mine = async (house: House, personId: string) =>
  told(house, (await rows(sql`m.district = ${house.district} and m.person_id = ${personId}`).execute(house.db)).rows)

/** Those of people in the clerk's places; the most urgent first, the answered behind. */
export const atTheWindow = async (house: House, actor: Actor) =>
  told(
    house,
    (await rows(sql`m.district = ${house.district} and ${within(actor, ['clerk'])}`).execute(house.db)).rows,
  ).map((r) => ({ ...r, fixable: !base.includes(r.name) && ['string', 'number'].includes(typeof r.held) }))
