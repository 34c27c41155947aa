import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { deadline } from '../../server/calendar/clock.ts'
import { addWorkdays, countWorkdays, dateOf, dayNumber } from '../../server/calendar/workdays.ts'
import type { Latest } from '../../server/content/catalogue.ts'
import { readItems } from '../../server/content/pack.ts'
import { deliver, issueResult } from '../../server/matter/ending.ts'
import { complete } from '../../server/matter/handling.ts'
import { accept, settle } from '../../server/matter/intake.ts'
import { submit } from '../../server/matter/submit.ts'
import type { Command } from '../../server/platform/act.ts'
import type { Actor, Duty, Post } from '../../server/platform/auth.ts'
import type { House } from '../../server/platform/house.ts'
import { answersTo } from './answers.ts'
import { chance } from './chance.ts'
import { type Copy, copyMatters } from './copies.ts'

/**
 * The matters of a year that never was: of every item one is played to its end, of some one to its acceptance, act by act as at a window;
 * the others are copies of those, each with its own resident, place and days.
 */

/** 12.52 万 of the 2017 report, 98 % of them closed. */
const wanted = { tongguan: { accepted: 125_200, closed: 122_696 }, village: { accepted: 500, closed: 470 } }
const home = 'tianjinghu'

export async function makeMatters(
  house: House,
  contentDir: string,
  setClock: (at: Date) => void,
  scale: keyof typeof wanted,
  asOf: string,
) {
  if (await made(house)) return { played: 0, copied: 0 }
  const launched = dateOf(dayNumber(asOf) - 343)
  setClock(at(launched, 0))
  const items: Latest[] = []
  for (const { id } of readItems(contentDir)) {
    const latest = await house.catalogue.latest(house.db, id)
    if (latest) items.push(latest)
  }
  const actor = await everybody(house)
  const applicant = await someone(house)
  const lengthy = items.filter((i) => i.item.projectType !== 'on-the-spot')
  const waiting = lengthy.filter((_, i) => i % 4 === 0)
  setClock(at(addWorkdays(house.calendar, launched, 1), 0))
  for (const [i, item] of items.entries()) await play(house, actor, applicant, item, i, true)
  setClock(at(addWorkdays(house.calendar, launched, countWorkdays(house.calendar, launched, asOf)), 0))
  for (const [i, item] of waiting.entries()) await play(house, actor, applicant, item, items.length + i, false)
  const { rows } = await sql<{ accepted: number; closed: number }>`
    select count(*)::int as accepted, count(closed_at)::int as closed from cases
     where district = ${house.district} and accepted_at < ${at(dateOf(dayNumber(asOf) + 1), 0)}`.execute(house.db)
  const there = rows[0] ?? { accepted: 0, closed: 0 }
  const { accepted, closed } = wanted[scale]
  const copies = plan(house, items, waiting, {
    launched,
    asOf,
    closed: closed - there.closed,
    open: accepted - closed - there.accepted + there.closed,
  })
  await copyMatters(house, copies)
  return { played: there.accepted, copied: copies.length }
}

/** A world is made once: matters of ours are not the same twice. */
const made = async (house: House) =>
  (
    await sql`select from event where district = ${house.district} and verb = 'world.matters-made' limit 1`.execute(
      house.db,
    )
  ).rows.length > 0

/** Minutes of a working day, from half past eight on. */
const at = (day: string, minute: number) => new Date(Date.parse(`${day}T08:30:00+08:00`) + (minute % 480) * 60_000)

/** Whoever must act: a clerk of the community, and a worker and a head of every unit. */
async function everybody(house: House): Promise<Actor> {
  const { rows } = await sql<{ id: string; path: string; place: string; name: string }>`
    select u.id, u.short_name as name, p.id as place, p.path from unit u join place p on p.district = u.district and p.id = u.place_id
     where u.district = ${house.district}`.execute(house.db)
  const post = (u: (typeof rows)[number], duty: Duty): Post => ({
    id: `${u.id}-${duty}`,
    duty,
    unit: u.id,
    place: u.place,
    path: u.path,
    capacity: u.name,
  })
  return {
    district: house.district,
    account: 'zhou-min',
    name: '周敏',
    kind: 'staff',
    personId: null,
    posts: rows.flatMap((u) => (['clerk', 'head', 'handler'] as const).map((duty) => post(u, duty))),
  }
}

async function play(house: House, actor: Actor, applicant: string, { item }: Latest, i: number, toTheEnd: boolean) {
  const c = chance('matter', item.id, String(toTheEnd))
  const command = (): Command => ({ actor, key: randomUUID(), fingerprint: 'world' })
  const phone = `1000${String(9_000_000 + i)}`
  const { number } = await submit(house, command(), {
    item: item.id,
    place: home,
    applicant: { name: '甲一', idNumber: applicant, phone, address: '天井湖社区' },
    form: answersTo(item.form, c),
    materials: item.materials.map((m) => ({ code: m.code, status: 'received' as const })),
  })
  const licence = item.result.kind === 'service' ? {} : { resultNumber: `铜${i}号` }
  if (item.projectType === 'on-the-spot') {
    await settle(house, command(), number, { opinion: '当场办结', receivedBy: '本人', ...licence })
    return
  }
  await accept(house, command(), number, {})
  if (!toTheEnd) return
  for (;;) {
    const { rows } = await sql<{ id: string; kind: string }>`
      select t.id, t.kind from case_task t join cases c on c.district = t.district and c.id = t.case_id
       where c.district = ${house.district} and c.number = ${number} and t.status = 'open' order by t.opened_at limit 1`.execute(
      house.db,
    )
    const [task] = rows
    if (!task) break
    await complete(house, command(), number, task.id, {
      outcome: task.kind === 'decision' ? 'yes' : 'agree',
      opinion: '符合条件',
    })
  }
  await issueResult(house, command(), number, { number: `铜${i}号` })
  await deliver(house, command(), number, { method: 'window', receivedBy: '本人' })
}

/** Any resident of ours. @throws Error where nobody lives yet. */
async function someone(house: House): Promise<string> {
  const { rows } = await sql<{ id_number: Buffer }>`
    select id_number from person where district = ${house.district} and id_number is not null order by id limit 1`.execute(
    house.db,
  )
  if (!rows[0]) throw new Error('nobody lives here yet')
  return house.crypto.unseal(rows[0].id_number)
}

type Span = { launched: string; asOf: string; closed: number; open: number }

/** Which matter is copied for whom and when. */
function plan(house: House, items: Latest[], waiting: Latest[], { launched, asOf, closed, open }: Span): Copy[] {
  const c = chance('matters', asOf)
  const { calendar } = house
  const days = countWorkdays(calendar, launched, asOf)
  const day = (n: number) => addWorkdays(calendar, launched, Math.max(1, Math.min(n, days)))
  const limitDays = (i: Latest) => Math.max(1, Math.min(i.item.limits.promised.amount, 60))
  const copies: Copy[] = []
  const add = (item: Latest, opened: number, ended: number | null) => {
    const received = at(day(opened), c.int(0, 450))
    const spot = item.item.projectType === 'on-the-spot'
    const accepted = new Date(received.getTime() + (spot ? 0 : c.int(2, 20) * 60_000))
    const decided =
      ended === null
        ? null
        : spot
          ? new Date(received.getTime() + c.int(4, 25) * 60_000)
          : after(accepted, at(day(ended), c.int(0, 400)))
    const done = decided && new Date(decided.getTime() + (spot ? 0 : c.int(5, 60) * 60_000))
    const { dueAt } = deadline(calendar, accepted, item.item.limits.promised, [])
    copies.push({
      item: item.item.id,
      ended: ended !== null,
      who: c.int(0, 2 ** 30),
      received,
      accepted,
      decided,
      closed: done,
      due: dueAt,
    })
  }
  for (let n = 0; n < closed; n++) {
    const item = c.of(items)
    const opened = c.int(1, days)
    const took = c.is(0.985) ? c.int(0, limitDays(item) - 1) : limitDays(item) + c.int(1, 5)
    if (item.item.projectType !== 'on-the-spot' && opened + took > days) n--
    else add(item, opened, opened + took)
  }
  for (let n = 0; n < open; n++) {
    const item = c.of(waiting)
    const late = c.is(0.06)
    add(item, days - (late ? limitDays(item) + c.int(1, 8) : c.int(0, limitDays(item) - 1)), null)
  }
  return copies.sort((a, b) => a.received.getTime() - b.received.getTime())
}
const after = (a: Date, b: Date) => (b > a ? b : new Date(a.getTime() + 30 * 60_000))
