import type { Db } from './db.ts'

/** Business time. Nothing else reads the wall clock; the demo and the tests move this one. */
export type Clock = { now(): Date }

/** Wall time, for what is no business of the district's: sessions, temporary files. */
export const wallNow = () => new Date()
export const systemClock: Clock = { now: wallNow }

/** The day it is in the district, YYYY-MM-DD. */
export const civilToday = (clock: Clock): string =>
  new Date(clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** So many days after a day, both YYYY-MM-DD. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** A clock that runs on from a chosen instant; `set` jumps. Used by the demo, the tour and the tests. */
export function movableClock(start: Date, wall: () => number = Date.now): Clock & { set(to: Date): void } {
  let offset = start.getTime() - wall()
  return {
    now: () => new Date(wall() + offset),
    set: (to) => {
      offset = to.getTime() - wall()
    },
  }
}

/** The demo district's own time survives restarts: it starts at `begin` on the first start and runs on from there. */
export async function demoClock(db: Db, district: string, begin: Date) {
  const wall = Date.now()
  await db
    .insertInto('demo_clock')
    .values({ district, offset_ms: begin.getTime() - wall })
    .onConflict((c) => c.doNothing())
    .execute()
  const { offset_ms } = await db
    .selectFrom('demo_clock')
    .select('offset_ms')
    .where('district', '=', district)
    .executeTakeFirstOrThrow()
  const clock = movableClock(new Date(wall + offset_ms), Date.now)
  return {
    now: clock.now,
    /** Moves the demo's time; never backwards, since history is append-only and clocks only run forward. */
    async set(to: Date) {
      clock.set(to)
      await db
        .updateTable('demo_clock')
        .set({ offset_ms: to.getTime() - Date.now() })
        .where('district', '=', district)
        .execute()
    },
  }
}
export type DemoClock = Awaited<ReturnType<typeof demoClock>>
