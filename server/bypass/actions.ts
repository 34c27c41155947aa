import { sql } from 'kysely'
import { act, type Command } from '../platform/act.ts'
import { type Actor, postAs } from '../platform/auth.ts'
import { fromCsv } from '../platform/csv.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, Refusal } from '../platform/refusal.ts'
import { linesOf } from './rules.ts'

/** A department speaks for itself; whoever supervises speaks for all. */
const speaksFor = (actor: Actor, unit: string) => {
  const post = postAs(
    actor,
    (p) =>
      (p.unit === unit && (p.duty === 'handler' || p.duty === 'head')) ||
      p.duty === 'supervisor' ||
      p.duty === 'dispatcher',
  )
  if (!post) throw new Refusal(403, 'no-duty', '只能登记本单位的受理点和台账')
  return post
}
const knownUnit = async (house: House, unit: string) => {
  const { rows } = await sql`select 1 from unit where district = ${house.district} and id = ${unit}`.execute(house.db)
  if (!rows.length) throw badInput([{ field: 'unit', message: `没有“${unit}”这个单位` }])
}

export type Point = { unit: string; name: string; address: string; openedOn: string; closedOn?: string }
export const keepPoint = (house: House, command: Command, given: Point) =>
  act(house, command, async ({ tx, actor, record }) => {
    await knownUnit(house, given.unit)
    const as = speaksFor(actor, given.unit)
    if (given.closedOn && given.closedOn < given.openedOn)
      throw badInput([{ field: 'closedOn', message: '“撤并日期”不能早于“启用日期”' }])
    await sql`insert into intake_point (district, id, unit_id, name, address, opened_on, closed_on)
      values (${house.district}, ${newId()}, ${given.unit}, ${given.name}, ${given.address}, ${given.openedOn}, ${given.closedOn ?? null})
      on conflict (district, unit_id, name) do update set address = excluded.address, opened_on = excluded.opened_on, closed_on = excluded.closed_on`.execute(
      tx,
    )
    record({ as, verb: 'intake-point.kept', data: given })
    return { unit: given.unit, name: given.name }
  })

/** All or nothing. A line that was imported before is brought up to date, never doubled. */
export const importLog = (house: House, command: Command, given: { unit: string; csv: string }) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    await knownUnit(house, given.unit)
    const as = speaksFor(actor, given.unit)
    let rows: string[][]
    try {
      rows = fromCsv(given.csv)
    } catch {
      throw badInput([{ field: 'csv', message: '文件里有没有配对的引号，请用 WPS 或 Excel 另存为 CSV' }])
    }
    const { lines, problems } = linesOf(rows)
    if (problems.length) throw badInput(problems)
    if (!lines.length) throw badInput([{ field: 'csv', message: '文件里没有数据行' }])
    const json = JSON.stringify(lines.map((l) => ({ ...l, id: newId() })))
    const { rows: kept } = await sql<{ matched: boolean }>`
      insert into bypass_record (district, id, unit_id, point, day, item, applicant, number, case_id, imported_at, imported_by)
      select ${house.district}, x.id, ${given.unit}, x.point, x.day, x.item,
             left(x.applicant, 1) || repeat('*', greatest(char_length(x.applicant) - 1, 0)), x.number,
             coalesce(
               (select m.case_id from matter m where m.district = ${house.district} and m.exceptions #>> '{vertical,number}' = x.number limit 1),
               (select c.id from cases c join party y on y.district = c.district and y.case_id = c.id and y.role = 'applicant'
                 where c.district = ${house.district} and c.title = x.item and y.name = x.applicant
                   and (c.received_at at time zone 'Asia/Shanghai')::date between x.day - 3 and x.day + 3
                 order by c.received_at limit 1)),
             ${at}, ${actor.account}
        from jsonb_to_recordset(${json}::jsonb) as x(id uuid, day date, item text, applicant text, number text, point text)
      on conflict (district, unit_id, number) do update set point = excluded.point, day = excluded.day, item = excluded.item,
        applicant = excluded.applicant, case_id = excluded.case_id, imported_at = excluded.imported_at, imported_by = excluded.imported_by
      returning case_id is not null as matched`.execute(tx)
    const matched = kept.filter((r) => r.matched).length
    record({ as, verb: 'bypass.imported', data: { unit: given.unit, lines: kept.length, matched } })
    return { lines: kept.length, matched, outside: kept.length - matched }
  })
