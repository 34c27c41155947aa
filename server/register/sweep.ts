import { sql } from 'kysely'
import { act, clockwork } from '../platform/act.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { bookOf, entriesOf, refreshDues } from './entry.ts'

const most = 2000
/** A yearly duty stands until its day; the next year's is written when that day has passed, by nobody's hand. @returns how many entries. */
const swept = new WeakMap<House, string>()
export async function sweepDuties(house: House): Promise<number> {
  const today = civilToday(house.clock)
  if (swept.get(house) === today) return 0
  let [written, more] = [0, false]
  for (const { id, def } of await house.registers.all(house.db)) {
    const yearly = (def.duties ?? []).flatMap((d) => (d.yearly ? [d.id] : []))
    if (!yearly.length) continue
    const { rows } = await sql<{ id: string }>`
      select distinct r.entry_id as id from register_duty r
       where r.district = ${house.district} and r.register = ${id} and r.duty = any(${yearly}::text[]) and r.due_on < ${today}::date
         and not exists (select from register_duty n where n.district = r.district and n.entry_id = r.entry_id and n.duty = r.duty and n.due_on > r.due_on)
         and exists (select from register_version v where v.district = r.district and v.entry_id = r.entry_id and v.replaced_at is null
                      and (v.valid_to is null or v.valid_to > ${today}::date)) limit ${most}`.execute(house.db)
    if (!rows.length) continue
    more ||= rows.length === most
    written += await act(house, clockwork(house.district), async ({ tx, record }) => {
      const book = await bookOf(house, tx, id)
      const found = await entriesOf(
        house,
        tx,
        book,
        rows.map((r) => r.id),
        today,
      )
      await refreshDues(tx, house.district, book, found, today)
      record({ as: null, verb: 'register.duties-made', data: { register: id, entries: found.length } })
      return found.length
    })
  }
  if (!more) swept.set(house, today) // once a day is enough
  return written
}
