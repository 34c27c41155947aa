import { sql } from 'kysely'
import { normaliseIdNumber } from '../person/rules.ts'
import { type Actor, under } from '../platform/auth.ts'
import { maskIdNumber, maskPhone } from '../platform/crypto.ts'
import type { House } from '../platform/house.ts'

const keptDays = 90

/**
 * Whom grid workers met behind a door and nobody has registered yet (采集→审核→入库). Numbers stay masked: whoever registers takes them
 * from the person or the card once more, and where the two agree the line is gone from here by itself.
 */
export async function newcomers(house: House, actor: Actor) {
  const { rows } = await sql<{
    id: string
    dwelling: string
    address: string
    grid: string
    collector: string
    occurred_at: Date
    body: Buffer
  }>`
    select e.id, w.id as dwelling, w.address, g.name as grid, a.name as collector, e.occurred_at, e.body
      from field_entry e join place g on g.district = e.district and g.id = e.grid_id
      join dwelling w on w.district = e.district and w.id = substr(e.subject, length('dwelling:') + 1)
      join account a on a.district = e.district and a.id = e.account_id
     where e.district = ${house.district} and e.kind = 'newcomer'
       and e.occurred_at > ${new Date(house.clock.now().getTime() - keptDays * 86_400_000)}
       and ${under(actor, ['clerk', 'grid-head'], 'g')}
     order by e.occurred_at limit 500`.execute(house.db)
  const read = rows.map(({ body, occurred_at, ...row }) => {
    const { values } = JSON.parse(house.crypto.unseal(body)) as { values: Record<string, string> }
    const idNumber = normaliseIdNumber(values.idNumber ?? '')
    return { ...row, at: occurred_at.toISOString(), values, idNumber, hash: house.crypto.blind(idNumber) }
  })
  const { rows: known } = await sql<{ hash: Buffer }>`select id_hash as hash from person
    where district = ${house.district} and id_hash = any(${read.map((r) => r.hash)}::bytea[])`.execute(house.db)
  return read
    .filter((r) => !known.some((k) => k.hash.equals(r.hash)))
    .map(({ hash: _, values, idNumber, ...r }) => ({
      ...r,
      name: values.name ?? '',
      idNumber: maskIdNumber(idNumber),
      phone: values.phone ? maskPhone(values.phone) : null,
      since: values.since ?? '',
    }))
}
