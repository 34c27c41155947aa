import { sql } from 'kysely'
import type { Segment } from '../calendar/clock.ts'
import { civilDate } from '../calendar/workdays.ts'
import { endClock } from '../case/clocks.ts'
import type { ClockName } from '../case/model.ts'
import { clockwork } from '../platform/act.ts'
import type { House } from '../platform/house.ts'
import { Refusal } from '../platform/refusal.ts'
import { advance, change, close } from './change.ts'
import { deem, lapse } from './intake.ts'

type Due = { number: string; name: ClockName; id: string; due_at: Date }

/** What the law lets happen when nobody acts in time. Called every few seconds, by every process; twice does no harm. */
export async function sweep(house: House, page = 200): Promise<number> {
  let [done, last] = [0, undefined as Due | undefined]
  const bugs: unknown[] = []
  for (;;) {
    const rows = await dueAfter(house, last, page)
    for (const row of rows) {
      try {
        await fallDue(house, row)
        done++
      } catch (error) {
        // A refusal: somebody acted meanwhile, or the calendar ends; the list will show it red. A bug: the others' time goes on.
        if (!(error instanceof Refusal) || error.code === 'stuck') bugs.push(error)
      }
    }
    last = rows.at(-1)
    if (rows.length < page) break
  }
  if (bugs.length) throw bugs[0]
  return done
}

/** A page at a time, past those that cannot move: they must not stand in the way of the rest. */
const dueAfter = async (house: House, last: Due | undefined, page: number) =>
  (
    await sql<Due>`
      select c.number, k.name, k.id, k.due_at from clock k join cases c on c.district = k.district and c.id = k.case_id
       where k.district = ${house.district} and k.ended_at is null and k.due_at <= ${house.clock.now()}
         and k.name in ('notice', 'correction', 'tolerance', 'timer', 'hold') and c.closed_at is null
         and ${last ? sql`(k.due_at, k.id) > (${last.due_at}::timestamptz, ${last.id}::uuid)` : sql`true`}
       order by k.due_at, k.id limit ${page}`.execute(house.db)
  ).rows

const fallDue = (house: House, row: Due) =>
  change(
    house,
    clockwork(house.district),
    row.number,
    (x) => (stillDue(x.m.clocks, row.id, x.at) ? null : '已经处理'),
    (x) => {
      const clock = x.m.clocks.find((k) => k.id === row.id)
      if (row.name === 'notice') deem(x)
      else if (row.name === 'hold') {
        x.note(null, 'matter.unclaimed')
        close(x, 'unclaimed', 'unclaimed')
      } else if (row.name === 'timer' && clock?.node) {
        endClock(clock, x.at)
        x.note(null, 'timer.fired', { node: clock.node })
        advance(x, { type: 'timer', node: clock.node, facts: x.m.case.facts })
      } else lapse(x, row.name as 'correction' | 'tolerance')
    },
  )

const stillDue = (clocks: { id: string; ended_at: Date | null; due_at: Date | null }[], id: string, at: Date) =>
  clocks.some((k) => k.id === id && !k.ended_at && k.due_at && k.due_at <= at)

/**
 * Special procedures past the day they were told to end: the law sets them no limit, so nobody would notice (1.13). Says so
 * in the history, once for each stop; the lists show them apart. As often as `sweep`.
 */
export async function sweepOverrun(house: House): Promise<number> {
  const today = civilDate(house.clock.now())
  const { rows } = await sql<{ number: string; id: string }>`
    select c.number, k.id from clock k join cases c on c.district = k.district and c.id = k.case_id
     where k.district = ${house.district} and k.ended_at is null and k.name = 'task' and k.stopped_since is not null
       and k.segments->-1->>'expectedEnd' < ${today} and not (k.segments->-1 ? 'overranOn') limit 200`.execute(house.db)
  for (const row of rows)
    await change(
      house,
      clockwork(house.district),
      row.number,
      (x) => (overrunIn(x.m.clocks, row.id) ? null : '已经处理'),
      (x) => {
        const clock = x.m.clocks.find((k) => k.id === row.id)
        const stop = overrunIn(x.m.clocks, row.id)
        const task = x.m.tasks.find((t) => t.id === clock?.task_id)
        if (!stop) return
        stop.overranOn = today
        x.note(null, 'task.overran', {
          task: task?.id,
          title: task?.title,
          unit: task?.unit_id,
          expectedEnd: stop.expectedEnd,
        })
      },
    ).catch((error) => {
      if (!(error instanceof Refusal)) throw error // somebody ended it meanwhile
    })
  return rows.length
}
const overrunIn = (clocks: { id: string; segments: Segment[] }[], id: string) => {
  const last = clocks.find((k) => k.id === id)?.segments.at(-1)
  return last?.kind === 'stop' && !last.to && !last.overranOn ? last : undefined
}
