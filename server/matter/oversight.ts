import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { listCases, listTasks, loadByUnit } from '../case/lists.ts'
import { visible } from '../case/store.ts'
import { CaseRow, TaskRow } from '../case/view.ts'
import { type Actor, cookieName, identify } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { type App, caller } from '../platform/http.ts'
import { listen } from '../platform/news.ts'
import { presentRow, presentTaskRow } from './present.ts'

export default function oversightRoutes(app: App, house: House) {
  app.get(
    '/api/oversight',
    {
      config: { allow: ['supervisor', 'dispatcher', 'leader', 'clerk', 'head'] },
      schema: {
        summary: '监督总览',
        description:
          'What is red, yellow or stopped: parts by their own clocks, cases by their total (R-B.11), and which unit holds how much.',
        response: {
          200: T.Object({
            at: T.String(),
            byUnit: T.Array(
              T.Object({
                unit: T.String(),
                name: T.String(),
                open: T.Integer(),
                red: T.Integer(),
                yellow: T.Integer(),
                stopped: T.Integer(),
              }),
            ),
            parts: T.Array(TaskRow, { description: 'Parts whose own clock is red, yellow or stopped.' }),
            overrun: T.Array(TaskRow, { description: 'Special procedures past the day they were told to end.' }),
            disputed: T.Array(CaseRow, { description: 'Closed, and the applicant says it is not solved.' }),
            cases: T.Array(CaseRow, { description: 'Cases whose total, notice or delivery clock is.' }),
          }),
        },
      },
    },
    async (req) => {
      const actor = caller(req)
      const now = house.clock.now()
      const lights = ['red', 'yellow', 'stopped'] as const
      const [byUnit, overrun, disputed, parts, cases] = await Promise.all([
        loadByUnit(house.db, actor, now),
        listTasks(house.db, actor, { light: 'overrun', everyUnit: true }, now),
        listCases(house.db, actor, { solution: 'disputed' }, now),
        Promise.all(lights.map((light) => listTasks(house.db, actor, { light, everyUnit: true }, now))),
        Promise.all(lights.map((light) => listCases(house.db, actor, { light }, now))),
      ])
      return {
        at: now.toISOString(),
        byUnit,
        parts: parts.flat().map((r) => presentTaskRow(house, r)),
        overrun: overrun.map((r) => presentTaskRow(house, r)),
        disputed: disputed.rows.map((r) => presentRow(house, r)),
        cases: cases.flatMap((l) => l.rows.map((r) => presentRow(house, r))),
      }
    },
  )

  app.get(
    '/api/stream',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '实时变化',
        description:
          'Server-sent events: `case` with the number of each visible case as it changes, and a heartbeat. Ends with the session or when the posts change.',
        produces: ['text/event-stream'],
      },
    },
    async (req, reply) => {
      const actor = caller(req)
      // Before the stream opens: from then on nothing is missed.
      let last = await newestEvent(house)
      reply.hijack()
      const out = reply.raw
      out.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      const say = (text: string) => void (out.writableEnded || out.write(text))
      say('retry: 3000\n\n')
      const tell = async (ids: string[]) => {
        for (const c of await numbersOf(house, actor, ids)) say(`event: case\ndata: ${JSON.stringify(c)}\n\n`)
      }
      const stop = () => {
        clearInterval(timer)
        stopListening()
        out.end()
      }
      const stopListening = listen((ids) => void tell(ids).catch(stop))
      // Other processes write too: their events are found by asking, this one's are told at once.
      const look = async () => {
        // Signed out, expired, a post ended or begun: whoever may still hear asks again, and is told by their new posts.
        const { actor: still } = await identify(house, req.cookies[cookieName(house)], null)
        if (out.destroyed || !isDeepStrictEqual(still, actor)) return stop()
        say(': still here\n\n')
        const news = await changedSince(house, last)
        if (!news.ids.length) return
        last = news.upTo
        await tell(news.ids)
      }
      const timer = setInterval(() => void look().catch(stop), 5000)
      out.on('close', stop)
    },
  )
}

const numbersOf = async (house: House, actor: Actor, ids: string[]) =>
  (
    await sql<{
      number: string
      status: string
    }>`select c.number, c.status from cases c where c.id = any(${ids}::uuid[]) and ${visible(actor)}`.execute(house.db)
  ).rows

const newestEvent = async (house: House) =>
  (
    await sql<{ id: number | null }>`select max(id) as id from event where district = ${house.district}`.execute(
      house.db,
    )
  ).rows[0]?.id ?? 0

/** Looks a little back as well: a transaction that began earlier may have ended later. Telling twice does no harm. */
async function changedSince(house: House, last: number) {
  const { rows } = await sql<{ id: number; case_id: string }>`select id, case_id from event
    where district = ${house.district} and id > ${last - 50} and case_id is not null order by id limit 500`.execute(
    house.db,
  )
  const newest = rows.at(-1)?.id ?? last
  return { ids: newest > last ? [...new Set(rows.map((r) => r.case_id))] : [], upTo: newest }
}
