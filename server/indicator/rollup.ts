import { sql } from 'kysely'
import type { Published } from '../content/indicators.ts'
import type { Ask } from '../platform/facts.ts'
import type { House } from '../platform/house.ts'
import { refused } from '../platform/refusal.ts'
import { windowOf } from './rules.ts'
import { type Asked, shapeOf, told } from './run.ts'

/** Before all months: what has no day stands since ever. With it a refresh leaves at least one cell, so that none at all says never refreshed. */
const sinceEver = '0001-01-01'
/** The place of what lies in no community. */
const nowhere = ''

type Moved = { place: string; month: string; numerator: string; denominator: string }

/**
 * An indicator's cells from the query that its figures and rows come from: what came in the month less what ended in it. They say what was
 * known at the refresh. Nobody decides anything here and no cell is a source, so this is no act and leaves no event.
 */
export async function refreshCells(house: House, i: Published): Promise<number> {
  const now = house.clock.now()
  return house.db.transaction().execute(async (tx) => {
    // An older reading must not be written over a newer one.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`cells ${house.district} ${i.digest}`}, 0))`.execute(tx)
    const cells = await house.facts.read(now, async (ask) => moved(ask, i, house.district, await communities(house)))
    await tx.deleteFrom('figure_cell').where('district', '=', house.district).where('digest', '=', i.digest).execute()
    await sql`
      insert into figure_cell (district, digest, place_id, month, numerator, denominator)
      select ${house.district}, ${i.digest}, c.* from unnest(${cells.map((c) => c.place)}::text[], ${cells.map((c) => c.month)}::date[],
        ${cells.map((c) => c.numerator)}::numeric[], ${cells.map((c) => c.denominator)}::numeric[]) c`.execute(tx)
    return cells.length
  })
}

/** All that ever stood: their rows stay theirs. */
const communities = async (house: House) =>
  (
    await sql<{ id: string; path: string }>`
      select id, path from place where district = ${house.district} and kind in ('community', 'village')`.execute(
      house.db,
    )
  ).rows

async function moved(ask: Ask, i: Published, district: string, places: { id: string; path: string }[]) {
  const shape = await shapeOf(ask, i, [district])
  mayAddUp(i, shape.person)
  const point = i.period === 'point'
  const ends = point && shape.until
  const came = point ? `coalesce(q.day, '${sinceEver}')` : 'q.day'
  // What ended before or as it began stood on no day.
  const stood = ends ? 'and (q.until is null or q.day is null or q.until > q.day)' : ''
  // By path first: they are few. Figures as text, so that no digit is lost on the way.
  const { rows } = await ask<Moved>(
    `with moved as (
       select q.place_path as path, date_trunc('month', m.day)::date as month,
              coalesce(sum(m.n) filter (where q.counted), 0) as numerator, sum(m.n) as denominator
         from (${i.sql}) q
         cross join lateral (select ${shape.amount ? 'coalesce(q.amount, 1)::numeric' : '1::numeric'} as n) a
         cross join lateral (values (${came}::date, a.n)${ends ? ', (q.until::date, -a.n)' : ''}) m (day, n)
        where m.day is not null ${stood}
        group by 1, 2
       union all select null, '${sinceEver}', 0, 0)
     select coalesce(c.id, '${nowhere}') as place, m.month::text as month, sum(m.numerator)::text as numerator, sum(m.denominator)::text as denominator
       from moved m left join unnest($2::text[], $3::text[]) c (id, path) on m.path ^@ c.path
      group by 1, 2`,
    [district, places.map((p) => p.id), places.map((p) => p.path)],
  )
  return rows
}

function mayAddUp(i: Published, person: boolean) {
  if (person)
    throw refused(`指标“${i.name}”数的是人，同一个人可能在几个社区、几个月里出现，各月各社区的数不能相加，只能逐行去重`)
  if (i.sql.includes('linli.day')) throw refused(`指标“${i.name}”的每一行都要看算到哪一天，不能按月相加`)
  if (i.small) throw refused(`指标“${i.name}”是取整后才能示人的数，不按社区和月份存分表`)
}

/**
 * A figure of months' ends or of whole months, from cells: of one district or of several together, by one definition for all of them; or of
 * one community. Numerators and denominators are summed and divided once: no share is a mean of shares.
 */
export async function fromCells(
  house: Pick<House, 'db'>,
  i: Published,
  over: Published | null,
  asked: Asked,
  districts: string[],
) {
  const own = await summed(house, i, asked, districts)
  return told(i, own, over && (await summed(house, over, asked, districts)))
}

async function summed(house: Pick<House, 'db'>, i: Published, asked: Asked, districts: string[]) {
  mayAddUp(i, false)
  const { from, to } = windowOf(i, asked)
  if (from && !from.endsWith('-01')) throw refused(`按月存的数只能从月初算起，不能从${from}算起`)
  if (!isMonthsEnd(to)) throw refused(`按月存的数只能算到月末，不能算到${to}`)
  const { rows } = await sql<{ numerator: number; denominator: number; missing: string | null }>`
    select coalesce(sum(f.numerator), 0) as numerator, coalesce(sum(f.denominator), 0) as denominator,
           (select min(d) from unnest(${districts}::text[]) d
             where not exists (select from figure_cell k where k.district = d and k.digest = ${i.digest})) as missing
      from figure_cell f
     where f.district = any(${districts}::text[]) and f.digest = ${i.digest} and f.month <= ${to}::date
       and (${from}::date is null or f.month >= ${from}::date) and (${asked.place ?? null}::text is null or f.place_id = ${asked.place ?? null})`.execute(
    house.db,
  )
  const sum = rows[0] as (typeof rows)[0]
  if (sum.missing) throw refused(`${sum.missing}还没有按这个定义算过“${i.name}”的分表`)
  return { ...sum, rows: 0 }
}

const isMonthsEnd = (day: string) => {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.getUTCDate() === 1
}
