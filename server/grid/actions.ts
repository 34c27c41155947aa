import { sql } from 'kysely'
import { act, type Command } from '../platform/act.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput } from '../platform/refusal.ts'
import { over, worker } from './heads.ts'

/** What is walked how often, and what meetings decide. All by the head of the grids, in their places. */

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
