import { sql } from 'kysely'
import { visitsDue } from '../care/view.ts'
import { heldOf, labelOf, shown } from '../person/view.ts'
import type { Actor } from '../platform/auth.ts'
import { civilToday, daysAfter } from '../platform/clock.ts'
import { maskPhone } from '../platform/crypto.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { handOut } from './hand-out.ts'
import { patrolDue } from './rules.ts'

/** What is to be done today in the grids of one worker, and what they need to know for it without a signal. */

export type Task = {
  kind: 'visit' | 'collect' | 'patrol' | 'task'
  subject: string
  title: string
  where: string
  why: string
  due: string
}
export type Sheet = {
  subject: string
  name: string
  sex: string | null
  age: number | null
  address: string
  dwelling: string | null
  phone: string | null
  attributes: { name: string; label: string; value: unknown; collectedAt: string }[]
  household: { name: string; age: number | null; relation: string | null }[]
}

/** The tasks of the day, without what must be known for them. */
export async function tasksOf(house: House, actor: Actor) {
  const today = civilToday(house.clock)
  const grids = actor.posts.filter((p) => p.duty === 'grid-worker').map((p) => p.place)
  const [care, stale, patrols, tasks] = await Promise.all([
    careVisits(house, actor, today),
    staleOnes(house, grids, today),
    patrolsDue(house, grids, today),
    meetingTasks(house, actor),
  ])
  return { care, stale, patrols, tasks }
}

export async function dayOf(house: House, actor: Actor) {
  const posts = actor.posts.filter((p) => p.duty === 'grid-worker')
  const today = civilToday(house.clock)
  const grids = posts.map((p) => p.place)
  const [{ care, stale, patrols, tasks }, named] = await Promise.all([
    tasksOf(house, actor),
    sql<{
      id: string
      name: string
    }>`select id, name from place where district = ${house.district} and id = any(${grids}::text[])`.execute(house.db),
  ])
  const persons = [...new Set([...care, ...stale].map((t) => t.subject.slice('person:'.length)))]
  const sheets = await sheetsOf(house, actor, persons, today)
  await handOut(
    house,
    actor,
    sheets.map((s) => s.subject.slice('person:'.length)),
  )
  const expires = new Date(house.clock.now().getTime() + house.field.listExpiresHours * 3_600_000)
  return {
    day: today,
    at: house.clock.now().toISOString(),
    lock: lockOf(house, actor.account),
    photosPerEntry: house.field.photosPerEntry,
    expiresAt: expires.toISOString(),
    workHours: house.field.workHours,
    grids: named.rows.map((g) => ({ ...g, for: posts.find((p) => p.place === g.id)?.for ?? null })),
    collect: house.field.collect.map((name) => ({ name, label: labelOf(name) })),
    tasks: [...care, ...patrols, ...tasks, ...stale],
    sheets,
    plans: patrols.map((p) => ({ subject: p.subject, points: p.points })),
  }
}

/**
 * What the phone derives the key of its store from. It never keeps this, only a key that cannot be taken out of the browser, and drops
 * that with the session: what lies on a phone is then closed until the same account signs in again.
 */
const lockOf = (house: House, account: string) =>
  Buffer.concat([1, 2].map((n) => house.crypto.blind(`field lock ${n} ${account}`))).toString('base64')

async function careVisits(house: House, actor: Actor, today: string): Promise<Task[]> {
  const due = await visitsDue(house, actor, ['grid-worker'])
  return due
    .filter((v) => v.due <= daysAfter(today, house.field.aheadDays))
    .map((v) => ({
      kind: 'visit',
      subject: `person:${v.person}`,
      title: v.name,
      where: v.address ?? '',
      why: v.categories.map((c) => c.name).join('、'),
      due: v.due,
    }))
}

/** Those nobody has asked for longest. The same person is not asked twice on one day. */
async function staleOnes(house: House, grids: string[], today: string): Promise<Task[]> {
  const { rows } = await sql<{ id: string; name: string; address: string | null; last: string }>`
    select p.id, p.name, last.day::text as last,
      (select w.address from residence r join dwelling w on w.district = r.district and w.id = r.dwelling_id
        where r.district = p.district and r.person_id = p.id and r.valid_to is null order by r.kind limit 1) as address
      from person p
      cross join lateral (select coalesce(max(greatest(r.collected_on, (r.verified_at at time zone 'Asia/Shanghai')::date)), '2000-01-01') as day
        from record r where r.district = p.district and r.subject_id = p.id) last
     where p.district = ${house.district} and p.place_id = any(${grids}::text[]) and p.died_on is null and p.merged_into is null
       and last.day < ${daysAfter(today, -house.field.staleDays)}::date
     order by last.day, p.id limit ${house.field.collectPerDay}`.execute(house.db)
  return rows.map((r) => ({
    kind: 'collect',
    subject: `person:${r.id}`,
    title: r.name,
    where: r.address ?? '',
    why: `${r.last} 后没有核对`,
    due: today,
  }))
}

type Point = { id: string; name: string; checks: string[] }
async function patrolsDue(house: House, grids: string[], today: string): Promise<(Task & { points: Point[] })[]> {
  const { rows } = await sql<{
    id: string
    name: string
    kind: string
    points: Point[]
    last: string | null
    every_days: number
    valid_from: string
  }>`
    select p.id, p.name, p.kind, p.points, p.every_days, p.valid_from::text,
      (select (max(e.occurred_at) at time zone 'Asia/Shanghai')::date::text from field_entry e
        where e.district = p.district and e.subject = 'patrol:' || p.id) as last
      from patrol_plan p where p.district = ${house.district} and p.grid_id = any(${grids}::text[])
       and p.valid_from <= ${today}::date and (p.valid_to is null or p.valid_to > ${today}::date) order by p.id`.execute(
    house.db,
  )
  return rows
    .map((r) => ({ r, due: patrolDue({ from: r.valid_from, everyDays: r.every_days, last: r.last }) }))
    .filter((x) => x.due <= today)
    .map(({ r, due }) => ({
      kind: 'patrol',
      subject: `patrol:${r.id}`,
      title: r.name,
      where: r.points.map((p) => p.name).join('、'),
      why: r.kind,
      due,
      points: r.points,
    }))
}

/** Oneself, and those one stands in for today. */
export const forWhom = (actor: Actor): string[] => [actor.account, ...actor.posts.flatMap((p) => p.for ?? [])]

async function meetingTasks(house: House, actor: Actor): Promise<Task[]> {
  const { rows } = await sql<{ id: string; title: string; due: string; meeting: string }>`
    select t.id, t.title, t.due_on::text as due, m.title as meeting from meeting_task t join meeting m on m.district = t.district and m.id = t.meeting_id
     where t.district = ${house.district} and t.account_id = any(${forWhom(actor)}::text[]) and t.done_at is null order by t.due_on`.execute(
    house.db,
  )
  return rows.map((r) => ({
    kind: 'task',
    subject: `task:${r.id}`,
    title: r.title,
    where: '',
    why: r.meeting,
    due: r.due,
  }))
}

/** Persons with their households, and only the attributes that are asked at the door. */
export async function sheetsOf(
  house: House,
  actor: Actor,
  ids: string[],
  today: string,
  db: Db | Tx = house.db,
): Promise<Sheet[]> {
  const asked = house.field.collect
  const held = await heldOf(db, house.crypto, actor, ids, today)
  return held.map((p) => ({
    subject: `person:${p.id}`,
    name: p.name,
    sex: p.sex,
    age: p.age,
    address: p.address ?? '',
    dwelling: p.dwelling,
    phone: p.phone && maskPhone(p.phone),
    attributes: p.attributes
      .filter((a) => asked.includes(a.name) && a.name !== 'phone')
      .map(({ name, value, collectedAt }) => ({ name, label: labelOf(name), value: shown(value), collectedAt })),
    household: p.members,
  }))
}
