import { sql } from 'kysely'
import { type Act, act, type Command } from '../platform/act.ts'
import type { Post } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound } from '../platform/refusal.ts'

/** Who stands in for whom, what is walked how often, and what meetings decide. All by the head of the grids, in their places. */

const heads = (a: Act): Post[] => a.actor.posts.filter((p) => p.duty === 'grid-head')

/** The head's post over a place. @throws 404 when it is somebody else's place. */
async function over(house: House, a: Act, place: string): Promise<Post> {
  const { rows } = await sql<{
    path: string
  }>`select path from place where district = ${house.district} and id = ${place} and valid_to is null`.execute(a.tx)
  const post = heads(a).find((p) => rows[0]?.path.startsWith(p.path))
  if (!post) throw notFound('没有这个网格，或者不在您的范围内')
  return post
}
/** Where somebody works in the grids the caller heads. @throws badInput naming the field. */
async function worker(house: House, a: Act, account: string, field: string): Promise<Post> {
  const { rows } = await sql<{
    path: string
  }>`select pl.path from post p join place pl on pl.district = p.district and pl.id = p.place_id
    where p.district = ${house.district} and p.account_id = ${account} and p.duty = 'grid-worker' and (p.valid_to is null or p.valid_to > ${a.at})`.execute(
    a.tx,
  )
  const post = heads(a).find((h) => rows.some((r) => r.path.startsWith(h.path)))
  if (!post) throw badInput([{ field, message: '不是您社区的网格员' }])
  return post
}

export type Absence = {
  account: string
  from: string
  to: string
  reason: string
  substitute?: string
  handOver: string[]
}
export const keepAbsence = (house: House, command: Command, given: Absence) =>
  act(house, command, async (a) => {
    const as = await worker(house, a, given.account, 'account')
    if (given.to < given.from) throw badInput([{ field: 'to', message: '“止”不能早于“起”' }])
    if (given.substitute === given.account) throw badInput([{ field: 'substitute', message: '不能自己替自己' }])
    if (given.substitute) {
      await worker(house, a, given.substitute, 'substitute')
      const { rows } =
        await sql`select 1 from absence where district = ${house.district} and account_id = ${given.substitute}
        and daterange(starts_on, ends_on, '[]') && daterange(${given.from}, ${given.to}, '[]')`.execute(a.tx)
      if (rows.length) throw badInput([{ field: 'substitute', message: '顶岗的人那几天自己也不在' }])
    }
    const id = newId()
    await sql`insert into absence (district, id, account_id, starts_on, ends_on, reason, substitute, hand_over, by, at)
      values (${house.district}, ${id}, ${given.account}, ${given.from}, ${given.to}, ${given.reason}, ${given.substitute ?? null},
              ${JSON.stringify(given.handOver)}, ${a.actor.account}, ${a.at})`.execute(a.tx)
    a.record({
      as,
      verb: 'absence.kept',
      data: {
        absence: id,
        account: given.account,
        from: given.from,
        to: given.to,
        substitute: given.substitute ?? null,
      },
    })
    return { id, alert: !given.substitute }
  })

export type Plan = {
  grid: string
  name: string
  kind: string
  everyDays: number
  from: string
  points: { name: string; checks: string[] }[]
}
export const keepPlan = (house: House, command: Command, given: Plan) =>
  act(house, command, async (a) => {
    const as = await over(house, a, given.grid)
    const id = newId()
    const points = given.points.map((p, i) => ({ id: String(i + 1), ...p }))
    await sql`insert into patrol_plan (district, id, grid_id, name, kind, every_days, points, valid_from, created_by)
      values (${house.district}, ${id}, ${given.grid}, ${given.name}, ${given.kind}, ${given.everyDays}, ${JSON.stringify(points)}, ${given.from}, ${a.actor.account})`.execute(
      a.tx,
    )
    a.record({ as, verb: 'patrol.planned', data: { plan: id, grid: given.grid } })
    return { id }
  })

export type Meeting = {
  place: string
  heldOn: string
  title: string
  minutes: string
  present: string[]
  tasks: { title: string; account: string; dueOn: string }[]
}
/** Minutes become tasks with a name and a day, or they become nothing (2.9). */
export const keepMeeting = (house: House, command: Command, given: Meeting) =>
  act(house, command, async (a) => {
    const as = await over(house, a, given.place)
    for (const [i, t] of given.tasks.entries()) {
      await worker(house, a, t.account, `tasks.${i}.account`)
      if (t.dueOn < given.heldOn) throw badInput([{ field: `tasks.${i}.dueOn`, message: '“期限”不能早于会议日期' }])
    }
    const id = newId()
    await sql`insert into meeting (district, id, place_id, held_on, title, minutes, present, created_by, created_at)
      values (${house.district}, ${id}, ${given.place}, ${given.heldOn}, ${given.title}, ${given.minutes}, ${given.present}, ${a.actor.account}, ${a.at})`.execute(
      a.tx,
    )
    const tasks = given.tasks.map((t) => ({ id: newId(), ...t }))
    await sql`insert into meeting_task (district, id, meeting_id, title, account_id, due_on)
      select ${house.district}, t.id, ${id}, t.title, t.account, t."dueOn" from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb)
        as t(id uuid, title text, account text, "dueOn" date)`.execute(a.tx)
    a.record({ as, verb: 'meeting.kept', data: { meeting: id, place: given.place, tasks: tasks.length } })
    return { id, tasks: tasks.length }
  })
