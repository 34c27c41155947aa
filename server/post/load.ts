import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Duty } from '../platform/auth.ts'
import type { Tx } from '../platform/db.ts'

export type UnitsFile = {
  units: { id: string; name: string; shortName: string; kind: string; place: string; dutyPhone: string }[]
}
export type CastFile = {
  faces: Record<string, string>
  staff: {
    id: string
    name: string
    face: string
    story: string
    posts: {
      duty: Duty
      unit: string
      place: string
      capacity: string
      from: string
      shift?: 'A' | 'B'
      share?: number
      dutyPhone?: string
    }[]
  }[]
  residents: { id: string; name: string; face: string; story: string; person: { id: string } }[]
}

/** The bodies of units.json, and for every community that has ground a service centre and the committee behind it. */
export async function loadUnits(tx: Tx, district: string, dir: string): Promise<number> {
  const { units }: UnitsFile = JSON.parse(readFileSync(join(dir, 'units.json'), 'utf8'))
  await sql`
    with named as (
      select u.id, u.name, u."shortName" as short_name, u.kind, u.place, u."dutyPhone" as phone
        from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
          as u(id text, name text, "shortName" text, kind text, place text, "dutyPhone" text)
    ), community as (
      select p.id, p.name, p.kind, lpad((row_number() over (order by p.id))::text, 4, '0') as n
        from place p
       where p.district = ${district} and p.kind in ('community', 'village') and p.valid_to is null
         and exists (select from place g where g.district = p.district and g.parent_id = p.id and g.kind = 'grid')
    ), everyone as (
      select * from named
      union all
      select id || '-centre', name || '公共服务中心', name || '服务中心', 'service-centre', id, '0562-001' || n from community
      union all
      select id || '-committee', name || case kind when 'village' then '村民委员会' else '居民委员会' end,
             name || case kind when 'village' then '村委会' else '居委会' end, 'committee', id, '0562-002' || n from community
    )
    insert into unit (district, id, name, short_name, kind, place_id, duty_phone)
    select ${district}, e.* from everyone e
    on conflict (district, id) do update set name = excluded.name, short_name = excluded.short_name, kind = excluded.kind,
      place_id = excluded.place_id, duty_phone = excluded.duty_phone`.execute(tx)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from unit where district = ${district}`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

/** Accounts and posts of the demo cast. Whoever has been disabled or given a password since stays so. */
export async function loadCast(tx: Tx, district: string, cast: CastFile): Promise<{ accounts: number; posts: number }> {
  const accounts = [
    ...cast.staff.map(({ id, name }) => ({ id, name, kind: 'staff', person: null })),
    ...cast.residents.map(({ id, name, person }) => ({ id, name, kind: 'resident', person: person.id })),
  ]
  const posts = cast.staff.flatMap((s) => s.posts.map((p, i) => ({ ...p, id: `${s.id}-${i + 1}`, account: s.id })))
  await sql`
    insert into account (district, id, name, kind, sign_in, person_id)
    select ${district}, a.id, a.name, a.kind, a.id, a.person
      from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as a(id text, name text, kind text, person text)
    on conflict (district, id) do update set name = excluded.name, person_id = excluded.person_id`.execute(tx)
  await sql`
    insert into post (district, id, account_id, duty, unit_id, place_id, capacity, valid_from, shift, share, duty_phone)
    select ${district}, p.id, p.account, p.duty, p.unit, p.place, p.capacity, p."from", p.shift, p.share, p."dutyPhone"
      from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb)
        as p(id text, account text, duty text, unit text, place text, capacity text, "from" date, shift text, share smallint, "dutyPhone" text)
    on conflict (district, id) do update set duty = excluded.duty, unit_id = excluded.unit_id, place_id = excluded.place_id,
      capacity = excluded.capacity, valid_from = excluded.valid_from, shift = excluded.shift,
      share = excluded.share, duty_phone = excluded.duty_phone`.execute(tx)
  return { accounts: accounts.length, posts: posts.length }
}
