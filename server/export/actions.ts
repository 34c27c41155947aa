import { sql } from 'kysely'
import { type Category, mayKnow } from '../care/rules.ts'
import { type Act, act, type Command } from '../platform/act.ts'
import type { Actor } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { newId, newNumber } from '../platform/id.ts'
import { badInput, notFound, type Problem, refused } from '../platform/refusal.ts'
import { isSealed } from '../platform/vault.ts'
import { columnsOf } from './columns.ts'
import { fileOf } from './make.ts'
import {
  type Filter,
  type Format,
  mostADay,
  mostWaiting,
  postToAsk,
  postToDecide,
  type Standing,
  titleOf,
  type What,
  whyNotAsked,
  whyNotDecided,
  whyNotTaken,
} from './rules.ts'
import { countLines, type Row, requests } from './store.ts'

/** Asking for a list, a second person's yes or no, and taking the file. */

export type Given = {
  what: What
  place: string
  standing?: Standing
  ageFrom?: number
  ageTo?: number
  category?: string
  columns: string[]
  format: Format
  purpose: string
  justification?: string
  days: number
}

export const judgeOf =
  (house: Pick<House, 'care'>) =>
  ({ what, columns, filter }: { what: What; columns: string[]; filter: Filter }) => ({
    full: columnsOf[what].some((c) => c.full && columns.includes(c.id)),
    sensitive: what === 'care' && (house.care.categories.find((c) => c.id === filter.category)?.sensitive ?? true),
  })

export const ask = (house: House, command: Command, given: Given) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const found = await placeAsked(house, tx, actor, given.place)
    const filter = filterOf(house, actor, found.path, given)
    const { full, sensitive } = judgeOf(house)({ what: given.what, columns: given.columns, filter })
    if (full && !given.justification)
      throw badInput([{ field: 'justification', message: '选了完整信息，请填写“为什么遮盖后的不够用”' }])
    await notTooMany(house, tx, actor, at)
    const wanted = { what: given.what, path: found.path, filter, today: civilToday(house.clock) }
    const lines = await countLines(tx, house.district, wanted)
    const why = whyNotAsked({ what: given.what, place: found, lines, full, sensitive, format: given.format })
    if (why) throw refused(why)
    const [id, number] = [newId(), newNumber()]
    await sql`insert into export_request (district, id, number, what, place_id, filter, columns, format, purpose, justification, days, lines, state,
        requested_by, unit_id, capacity, requested_at)
      values (${house.district}, ${id}, ${number}, ${given.what}, ${given.place}, ${JSON.stringify(filter)}, ${given.columns}, ${given.format},
        ${given.purpose}, ${full ? (given.justification ?? null) : null}, ${given.days}, ${lines}, 'waiting', ${actor.account}, ${found.as.unit}, ${found.as.capacity}, ${at})`.execute(
      tx,
    )
    record({
      as: found.as,
      verb: 'export.requested',
      data: {
        export: id,
        number,
        what: given.what,
        place: given.place,
        ...filter,
        columns: given.columns,
        purpose: given.purpose,
        lines,
      },
    })
    return { id, number, lines }
  })

async function placeAsked(house: House, tx: Act['tx'], actor: Actor, id: string) {
  const { rows } = await sql<{ path: string; kind: string }>`
    select path, kind from place where district = ${house.district} and id = ${id} and valid_to is null`.execute(tx)
  const as = rows[0] && postToAsk(actor, rows[0].path)
  if (!rows[0] || !as) throw badInput([{ field: 'place', message: '请选择您工作范围内的“地方”' }])
  return { ...rows[0], as }
}

/** What of the filter counts for this kind of list; a care category one may not know of does not exist. */
function filterOf(house: House, actor: Actor, path: string, given: Given): Filter {
  const problems: Problem[] = []
  const known = columnsOf[given.what].map((c) => c.id)
  const stray = given.columns.find((c) => !known.includes(c))
  if (stray) problems.push({ field: 'columns', message: `“${titleOf[given.what]}”没有“${stray}”这一列` })
  if (given.what === 'residents' && !given.standing)
    problems.push({ field: 'standing', message: '请选择“人口口径”：户籍、实有或常住' })
  if (given.ageFrom !== undefined && given.ageTo !== undefined && given.ageFrom > given.ageTo)
    problems.push({ field: 'ageTo', message: '“年龄到”不能小于“年龄从”' })
  const category: Category | undefined = house.care.categories.find((c) => c.id === given.category)
  if (given.what === 'care' && !(category && mayKnow(actor, category, path)))
    problems.push({ field: 'category', message: given.category ? '没有这个关爱类别' : '请选择“关爱类别”' })
  if (problems.length) throw badInput(problems)
  const { standing, ageFrom, ageTo } = given
  if (given.what === 'care') return { category: category?.id ?? '' }
  if (given.what !== 'residents') return {}
  return {
    ...(standing && { standing }),
    ...(ageFrom !== undefined && { ageFrom }),
    ...(ageTo !== undefined && { ageTo }),
  }
}

async function notTooMany(house: House, tx: Act['tx'], actor: Actor, at: Date) {
  const { rows } = await sql<{ waiting: number; today: number }>`
    select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where requested_at > ${new Date(at.getTime() - 86_400_000)})::int as today
      from export_request where district = ${house.district} and requested_by = ${actor.account}`.execute(tx)
  if ((rows[0]?.waiting ?? 0) >= mostWaiting) throw refused(`您已有 ${mostWaiting} 份申请等着审批，请等审批后再申请`)
  if ((rows[0]?.today ?? 0) >= mostADay) throw refused(`一天最多申请 ${mostADay} 次`)
}

/** The request, locked, if it exists for this person. */
async function one(house: House, tx: Act['tx'], id: string, sees: (r: Row) => boolean): Promise<Row> {
  const [found] = await requests(tx, house.district, sql`x.id = ${id}`, judgeOf(house), { lock: true })
  if (!found || !sees(found)) throw notFound('没有这份导出申请')
  return found
}

export const decide = (house: House, command: Command, id: string, given: { approve: boolean; note: string }) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const r = await one(
      house,
      tx,
      id,
      (x) => x.requestedBy === actor.account || postToDecide(actor, x) !== null || decidesNearby(actor, x),
    )
    const why = whyNotDecided(actor, r)
    if (why) throw refused(why)
    const state = given.approve ? 'making' : 'refused'
    await sql`update export_request set state = ${state}, decided_by = ${actor.account}, decided_at = ${at}, note = ${given.note}, beat_at = null
      where district = ${house.district} and id = ${id}`.execute(tx)
    record({
      as: postToDecide(actor, r),
      verb: given.approve ? 'export.approved' : 'export.refused',
      data: { export: id, number: r.number, note: given.note },
    })
    return { id, state }
  })

/** A grid head sees what is asked about the own community, also where only the security administrator decides. */
export const decidesNearby = (actor: Actor, r: Row): boolean =>
  actor.posts.some((p) => p.duty === 'grid-head' && r.place.path.startsWith(p.path))

export const cancel = (house: House, command: Command, id: string) =>
  act(house, command, async ({ tx, actor, record }) => {
    const r = await one(house, tx, id, (x) => x.requestedBy === actor.account)
    if (r.state !== 'waiting') throw refused('已经审批，不能撤回')
    await sql`update export_request set state = 'cancelled' where district = ${house.district} and id = ${id}`.execute(
      tx,
    )
    record({ as: postToAsk(actor, r.place.path), verb: 'export.cancelled', data: { export: id, number: r.number } })
    return { id, state: 'cancelled' as const }
  })

/** Counts and records that it is taken; whoever stands in it reads that among those who looked (R-B.16). */
export async function take(house: House, actor: Actor, id: string): Promise<Row> {
  if (!(await isSealed(house.dataDir, fileOf(id)))) {
    const [found] = await requests(
      house.db,
      house.district,
      sql`x.id = ${id} and x.requested_by = ${actor.account}`,
      judgeOf(house),
    )
    if (!found) throw notFound('没有这份导出申请')
    throw refused(whyNotTaken(found, house.clock.now()) ?? '文件已不在，请重新申请')
  }
  return act(house, actor, async ({ tx, at, record }) => {
    const r = await one(house, tx, id, (x) => x.requestedBy === actor.account)
    const as = postToAsk(actor, r.place.path)
    if (!as) throw notFound('没有这份导出申请') // they no longer work there
    const why = whyNotTaken(r, at)
    if (why) throw refused(why)
    await sql`update export_request set taken = taken + 1 where district = ${house.district} and id = ${id}`.execute(tx)
    record({
      as,
      verb: r.what === 'organisations' ? 'organisation.exported' : 'person.exported',
      data: { export: id, number: r.number, what: r.what, purpose: r.purpose, lines: r.lines, times: r.taken + 1 },
    })
    return r
  })
}
