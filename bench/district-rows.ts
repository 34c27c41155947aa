import { sql } from 'kysely'
import type { Db } from '../server/platform/db.ts'

/**
 * A district of the report's size straight into the tables, as wide as real rows are: 390,000 people, 513,000 records, 125,200 matters of a
 * year, 98 % of them closed. For measuring how counting does, and for nothing else: nobody could work with these people.
 */
export const size = { people: 390_000, records: 513_000, matters: 125_200 }

export async function fillDistrict(db: Db, district: string, asOf: string, part = 1) {
  const n = (all: number) => Math.round(all * part)
  await db.transaction().execute(async (tx) => {
    const run = (text: string) => sql.raw(text.replaceAll(':district', `'${district}'`)).execute(tx)
    await run(`set local statement_timeout = '10min'`)
    await run(`create temporary table spot on commit drop as
      select (row_number() over (order by g.id))::int - 1 as i, g.id as grid, c.id as community
        from place g join place c on c.district = g.district and c.id = g.parent_id
       where g.district = :district and g.kind = 'grid' and g.valid_to is null and c.kind in ('community', 'village')
         and exists (select from unit u where u.district = c.district and u.id = c.id || '-centre')`)
    const grids = 'g.i = x % (select count(*)::int from spot)'
    await run(`insert into building (district, id, community_id, name) select :district, 'b' || x, g.community, '第' || x || '栋'
      from generate_series(1, ${n(6000)}) x join spot g on ${grids}`)
    await run(`insert into building_grid (district, building_id, grid_id, valid_from) select :district, 'b' || x, g.grid, '2016-06-01'
      from generate_series(1, ${n(6000)}) x join spot g on ${grids}`)
    await run(`insert into dwelling (district, id, community_id, building_id, key, address, use, rented)
      select :district, 'd' || x, b.community_id, b.id, 'k' || x, '铜官区某路' || x || '号', '住宅', x % 7 = 0
        from generate_series(1, ${n(136_000)}) x join building b on b.district = :district and b.id = 'b' || (1 + x % ${n(6000)})`)
    await run(`insert into person (district, id, name, id_number, phone, phone_hash, place_id, sex, born, died_on, search, as_of)
      select :district, 'p' || x, '王' || x % 1000, decode(repeat(md5(x::text), 3), 'hex'), decode(repeat(md5(x::text), 2), 'hex'),
             sha256(('t' || x)::bytea), g.grid, case x % 2 when 0 then 'male' else 'female' end, date '1936-01-01' + x % 29000,
             case when x % 200 = 0 then date '${asOf}' - x % 300 end, to_tsvector('simple', 'wang wangxiao wx 王' || x % 1000), '2016-09-01'
        from generate_series(1, ${n(390_000)}) x join spot g on ${grids}`)
    await run(`insert into residence (district, person_id, kind, valid_from, valid_to, dwelling_id, household, relation)
      select :district, 'p' || x, k.kind, date '2010-01-01' + x % 2400, case when x % 200 = 0 then date '${asOf}' - x % 300 end, 'd' || (1 + x % ${n(136_000)}),
             case k.kind when 'registered' then 'h' || x % ${n(136_000)} end, case when x < ${n(136_000)} then '户主' else '子女' end
        from generate_series(1, ${n(390_000)}) x cross join (values ('registered'), ('present')) k(kind) where x % 9 > 0 or k.kind = 'present'`)
    await run(`insert into organisation (district, id, uscc, name, kind, community_id)
      select :district, 'o' || x, 'u' || x, '铜官区某商店' || x, 'individual', g.community from generate_series(1, ${n(9000)}) x join spot g on ${grids}`)
    await run(`insert into record (district, id, subject_kind, subject_id, source, rank, collected_on, names, body, digest, recorded_at)
      select :district, ordered_id(), k.kind, k.prefix || y, '部门共享', 3, date '${asOf}' - x % 340, '{name,phone,address}', decode(repeat(md5(x::text), 18), 'hex'),
             sha256(x::text::bytea), now()
        from generate_series(1, ${n(513_000)}) x cross join lateral (select case when x <= ${n(390_000)} then 'person' when x <= ${n(500_000)} then 'dwelling'
               when x <= ${n(504_000)} then 'building' else 'organisation' end as kind, case when x <= ${n(390_000)} then 'p' when x <= ${n(500_000)} then 'd'
               when x <= ${n(504_000)} then 'b' else 'o' end as prefix, case when x <= ${n(390_000)} then x when x <= ${n(500_000)} then x - ${n(390_000)}
               when x <= ${n(504_000)} then x - ${n(500_000)} else x - ${n(504_000)} end as y) k`)
    await run(`insert into care (district, id, person_id, category, level, basis, since, created_by)
      select :district, ordered_id(), 'p' || x * 30, (array['living-alone','oldest-old','disability','minimum-living'])[1 + x % 4], 'key', '法', '2016-10-01', 'zhou-min'
        from generate_series(1, ${n(13_000)}) x`)
    await matters(run, asOf, n(size.matters))
  })
  await sql.raw('vacuum analyze').execute(db)
}

async function matters(run: (text: string) => Promise<unknown>, asOf: string, most: number) {
  await run(`create temporary table made on commit drop as
    select x, ordered_id() as id, g.community, d.id as item, d.digest, d.body ->> 'name' as title, d.body ->> 'process' as process, t.accepted,
           case when x % 50 > 0 then t.accepted + make_interval(days => 1 + x % 12) end as closed
      from generate_series(1, ${most}) x join spot g on g.i = x % (select count(*)::int from spot)
      join (select row_number() over (order by id) - 1 as i, * from definition where district = :district and kind = 'item') d on d.i = x % 122
      cross join lateral (select (date '${asOf}' - 343 + x % 330)::timestamptz + interval '1 hour' as accepted) t`)
  await run(`insert into cases (district, id, kind, number, title, item_id, item_digest, process_digest, place_id, channel, status, state, facts, accept_unit,
      lead_unit, received_at, accepted_at, decided_at, closed_at, closing, solution)
    select :district, id, 'matter', 'N' || x, title, item, digest, process, community, (array['window','window','phone','web'])[1 + x % 4],
           case when closed is null then 'processing' else 'delivered' end,
           jsonb_build_object('live', '[]'::jsonb, 'words', repeat(md5(x::text), 12)), '{"a": true}', community || '-centre', 'civil-affairs',
           accepted - interval '1 hour', accepted, closed, closed, case when closed is not null then 'delivered' end,
           case when x % 3 = 0 then 'solved' else 'unknown' end from made`)
  await run(`insert into matter (district, case_id, form, notice, decision, result, delivery)
    select :district, id, jsonb_build_object('answers', repeat(md5(x::text), 30)), case when x % 20 = 0 then '{"at": "x"}'::jsonb end,
           '{"outcome": "granted"}', '{"papers": []}', '{"how": "window"}' from made`)
  await run(`insert into party (district, case_id, role, name, id_number, id_hash, phone, phone_hash, address)
    select :district, id, 'applicant', '王' || x % 1000, decode(repeat(md5(x::text), 3), 'hex'), sha256(x::text::bytea), decode(repeat(md5(x::text), 2), 'hex'),
           sha256(x::text::bytea), '铜官区某路' || x || '号' from made`)
  await run(`insert into clock (district, id, case_id, name, started_at, ended_at, amount, unit, legal_amount, segments, due_at, legal_due_at)
    select :district, ordered_id(), id, k.name, accepted, closed, 10, 'workday', 20, '[{"from": "2026-09-01T01:00:00Z", "to": null, "kind": "running"}]',
           accepted + interval '11 days', accepted + interval '25 days' from made cross join (values ('notice'), ('total'), ('delivery')) k(name)`)
  await run(`insert into case_task (district, id, case_id, node, title, kind, unit_id, status, opened_at, ended_at, outcome, opinion)
    select :district, ordered_id(), id, 'review', '审核', 'decision', 'civil-affairs', case when x % 30 = 0 then 'returned' else 'done' end, accepted, closed, 'granted',
           '符合条件，同意' from made`)
  await run(`insert into rating (district, case_id, level, channel, at) select :district, id, 1 + x % 3, 'phone', closed + interval '1 hour'
    from made where x % 3 = 0 and closed is not null`)
  await run(`insert into event (district, at, verb, case_id, data) select :district, accepted, v.verb, id, jsonb_build_object('words', md5(x::text))
    from made cross join (values ('matter.submitted'), ('matter.accepted'), ('task.completed'), ('matter.result-issued'), ('matter.delivered'),
      ('matter.correction-asked')) v(verb) where v.verb <> 'matter.correction-asked' or x % 20 = 0 order by x`)
}
