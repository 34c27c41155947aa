import { sql } from 'kysely'
import { civilDate } from '../calendar/workdays.ts'
import { rederive } from '../case/clocks.ts'
import type { ClockRow } from '../case/model.ts'
import { lastDay } from '../case/present.ts'
import { clockwork } from '../platform/act.ts'
import type { House } from '../platform/house.ts'
import { Refusal } from '../platform/refusal.ts'
import { change } from './change.ts'

/**
 * The holiday table has changed while matters are open: every running clock is derived again, and where its date moves the old
 * and the new one stand in the history (R-B.9). Done whenever a server starts; where nothing changed, nothing is written.
 */
export async function rederiveAll(house: House): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000'
  let moved = 0
  for (;;) {
    const { rows } = await sql<ClockRow & { number: string }>`
      select k.*, c.number from clock k join cases c on c.district = k.district and c.id = k.case_id
       where k.district = ${house.district} and k.ended_at is null and k.id > ${after}::uuid order by k.id limit 1000`.execute(
      house.db,
    )
    for (const row of rows) if (differs(house, row) && (await mend(house, row.number))) moved++
    if (rows.length < 1000) return moved
    after = rows.at(-1)?.id ?? after
  }
}

const differs = (house: House, row: ClockRow) => {
  try {
    return rederive(house.calendar, { ...row })
  } catch (error) {
    if (error instanceof Refusal) return false // past the published years: it stays as it was
    throw error
  }
}

const mend = (house: House, number: string) =>
  change(
    house,
    clockwork(house.district),
    number,
    (x) => (x.m.clocks.some((k) => !k.ended_at && differs(house, k)) ? null : '已经处理'),
    (x) => {
      for (const k of x.m.clocks.filter((k) => !k.ended_at && differs(house, k))) {
        const before = k.due_at
        rederive(house.calendar, k)
        x.note(null, 'clock.rederived', { clock: k.id, name: k.name, before: day(before), after: day(k.due_at) })
      }
    },
  ).then(
    () => true,
    (error) => {
      if (error instanceof Refusal) return false // another server was first
      throw error
    },
  )
const day = (due: Date | null) => (due ? civilDate(lastDay(due)) : '待定')
