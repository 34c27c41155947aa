import { sql } from 'kysely'
import type { Template } from '../content/report.ts'
import type { Actor } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { reckoner } from './ask.ts'
import { type Print, printOf } from './print.ts'
import { type Filled, fillAll, marksIn } from './resolve.ts'
import { spelled } from './show.ts'
import * as store from './store.ts'

/** A report as it would be begun, kept nowhere: for the command line. What the meeting is, a begun report or the plan of topics says. */
export async function preview(
  house: House,
  id: string,
  given: { asOf: string; meetingOn: string },
): Promise<{ template: Template; filled: Filled[]; print: Print }> {
  const template = await store.templateOf(house, { id })
  const actor = await wholeDistrict(house)
  const begun = (await store.reportsOf(house, actor)).find((r) => r.template === id && r.meetingOn === given.meetingOn)
  const planned = begun ?? template.meetings.find((m) => m.on === given.meetingOn)
  const meeting = { ...given, term: planned?.term ?? null, sitting: planned?.sitting ?? null }
  const filled = await fillAll(house, template, marksIn(template), meeting, reckoner(house, actor))
  const earlier = await store.before(house.db, house, id, given.meetingOn)
  const version = { n: 1, body: template.body, figures: filled, note: null, madeBy: '', madeAt: house.clock.now() }
  const print = printOf({
    title: template.title,
    version: 1,
    audience: template.audience,
    status: 'draft',
    ...spelled(template, version, new Map()),
    earlier: earlier && { ...earlier, promises: await store.promisesOf(house.db, house, earlier.id) },
  })
  return { template, filled, print }
}

/** Reads as the district's statistician does. */
async function wholeDistrict(house: House): Promise<Actor> {
  const { rows } = await sql<{ id: string; path: string }>`select id, path from place
    where district = ${house.district} and parent_id is null`.execute(house.db)
  const { id, path } = rows[0] as { id: string; path: string }
  const post = { id: '', duty: 'statistician', unit: '', place: id, path, capacity: '' } as const
  return { district: house.district, account: '', name: '', kind: 'staff', personId: null, posts: [post] }
}
