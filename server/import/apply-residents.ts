import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { newlySaid } from './forecast.ts'

/** Checked residents become persons, homes, residences and records. Set by set, never row by row. */

export type Part = {
  district: string
  job: string
  from: number
  to: number
  day: string
  source: string
  rank: number
  /** The attributes that the sheet has a column for. */
  names: string[]
  at: Date
}
export type Counts = { created: number; updated: number; unchanged: number; records: number; unmatched: number }

const lines = (p: Part) =>
  sql`import_line l where l.district = ${p.district} and l.job_id = ${p.job} and l.n between ${p.from} and ${p.to}`
const linesWith = (p: Part, joins: ReturnType<typeof sql>) =>
  sql`import_line l ${joins} where l.district = ${p.district} and l.job_id = ${p.job} and l.n between ${p.from} and ${p.to}`

export async function applyResidents(tx: Tx, p: Part): Promise<Counts> {
  const unmatched = await dwellings(tx, p)
  await findHomes(tx, p)
  const { created, all } = await persons(tx, p)
  const first = created === all // nobody was known: nothing can differ from what was
  if (!first) await emptyPhones(tx, p)
  await households(tx, p)
  await residences(tx, p)
  if (!first) await moves(tx, p)
  const said = first ? created : await newlySaid(tx, 'residents', p)
  const records = await sayRecords(tx, p)
  return { created, updated: said - created, unchanged: all - said, records, unmatched }
}

/** Homes that are new. One whose building is unknown is kept all the same, for somebody to look at. */
async function dwellings(tx: Tx, p: Part): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with named as (
      select distinct community, building, key from (
        select reg_community as community, reg_building as building, reg_key as key from ${lines(p)}
        union all select now_community, now_building, now_key from ${lines(p)}) x where key is not null
    ), made as (
      insert into dwelling (district, id, community_id, building_id, key, address)
      select ${p.district}, ordered_id()::text, h.community, b.id, h.key, c.name || h.key
        from named h join place c on c.district = ${p.district} and c.id = h.community
        left join building b on b.district = ${p.district} and b.community_id = h.community and b.name = h.building
      on conflict (district, community_id, key) do nothing returning building_id)
    select count(*) filter (where building_id is null)::int as n from made`.execute(tx)
  return rows[0]?.n ?? 0
}

/**
 * Each line's homes, looked up once for all that follows. Its place: the grid of where they live, else of where they are registered;
 * the community where no grid is known.
 */
async function findHomes(tx: Tx, p: Part) {
  await sql`create temp table if not exists line_home (n int, lives text, listed text, place text) on commit drop`.execute(
    tx,
  )
  await sql`create temp table if not exists line_person (n int, id text, made boolean) on commit drop`.execute(tx)
  await sql`truncate line_home, line_person`.execute(tx)
  await sql`
    insert into line_home
    select l.n, nd.id, rd.id, coalesce(ng.grid_id, nd.community_id, rg.grid_id, rd.community_id) from ${linesWith(
      p,
      sql`
      left join dwelling nd on nd.district = l.district and nd.community_id = l.now_community and nd.key = l.now_key
      left join building_grid ng on ng.district = nd.district and ng.building_id = nd.building_id and ng.valid_to is null
      left join dwelling rd on rd.district = l.district and rd.community_id = l.reg_community and rd.key = l.reg_key
      left join building_grid rg on rg.district = rd.district and rg.building_id = rd.building_id and rg.valid_to is null`,
    )}`.execute(tx)
  await sql`analyze line_home`.execute(tx)
}

/** Somebody said something about them later than this sheet did: an old sheet that comes late tells history, not the present. */
const saidLater = (p: Part, person: string) => sql`exists (select from record x where x.district = ${p.district}
  and x.subject_id = ${sql.ref(person)} and x.collected_on > ${p.day}::date and x.names && '{address,household-address}')`

/** R-B.7: a source that counts less, or an older sheet, fills what is empty and overwrites nothing. */
async function persons(tx: Tx, p: Part) {
  const { rows } = await sql<{ created: number; all: number }>`
    with kept as (
      insert into person as o (district, id, name, id_number, id_hash, phone, phone_hash, place_id, sex, born, rank, as_of, search)
      select l.district, ordered_id()::text, l.name, l.id_number, l.id_hash, l.phone, l.phone_hash, h.place, l.sex, l.born, ${p.rank}, ${p.day},
             array_to_tsvector(string_to_array(l.search, ' '))
        from ${linesWith(p, sql`join line_home h on h.n = l.n`)} order by l.n
      on conflict (district, id_hash) do update set
        name = excluded.name, search = excluded.search, rank = excluded.rank, sex = excluded.sex, born = excluded.born,
        phone = coalesce(excluded.phone, o.phone), phone_hash = coalesce(excluded.phone_hash, o.phone_hash),
        place_id = excluded.place_id, as_of = excluded.as_of
      where excluded.as_of >= coalesce(o.as_of, '0001-01-01') and excluded.rank >= o.rank and (
          excluded.name <> o.name or excluded.rank > o.rank or o.sex is null or o.place_id <> excluded.place_id
          or excluded.phone_hash is not null and excluded.phone_hash is distinct from o.phone_hash)
        and not ${saidLater(p, 'o.id')}
      returning id, id_hash, xmax::text = '0' as made
    ), found as (
      insert into line_person
      select l.n, coalesce(k.id, o.id), coalesce(k.made, false) from ${linesWith(
        p,
        // Who was there before is seen as they were; the new ones only in what the statement above returns.
        sql`left join kept k on k.id_hash = l.id_hash
        left join person o on o.district = l.district and o.id_hash = l.id_hash`,
      )})
    select count(*) filter (where made)::int as created, (select count(*)::int from line_home) as "all" from kept`.execute(
    tx,
  )
  await sql`analyze line_person`.execute(tx)
  return rows[0] ?? { created: 0, all: 0 }
}

const emptyPhones = (tx: Tx, p: Part) =>
  sql`
    update person o set phone = l.phone, phone_hash = l.phone_hash
      from ${linesWith(p, sql`join line_person pe on pe.n = l.n and not pe.made`)}
       and o.district = ${p.district} and o.id = pe.id and o.phone is null and l.phone is not null`.execute(tx)

const households = (tx: Tx, p: Part) =>
  sql`insert into household (district, number, dwelling_id)
    select distinct on (l.household) l.district, l.household, h.listed
      from ${linesWith(p, sql`join line_home h on h.n = l.n join line_person pe on pe.n = l.n`)} and l.household is not null
       and (pe.made or exists (select from person o where o.district = ${p.district} and o.id = pe.id and o.rank <= ${p.rank})
                       and not ${saidLater(p, 'pe.id')})
     order by l.household, l.relation is distinct from '户主', l.n
    on conflict (district, number) do update set dwelling_id = excluded.dwelling_id
      where excluded.dwelling_id is not null and household.dwelling_id is distinct from excluded.dwelling_id`.execute(
    tx,
  )

/** What the lines say of where people live (kind present) and are registered. */
const told = (p: Part) => sql`
  select pe.id as person, pe.made, x.kind, x.dwelling, x.household, x.relation, x.since
    from ${linesWith(
      p,
      sql`join line_home h on h.n = l.n join line_person pe on pe.n = l.n
    cross join lateral (values
      ('registered', h.listed, l.household, l.relation, ${p.day}::date, l.reg_community is not null),
      ('present', h.lives, null, null, coalesce(l.since, ${p.day}::date), l.now_community is not null)) x(kind, dwelling, household, relation, since, told)`,
    )} and x.told`

/** Whoever is new has no residence to end. */
const residences = (tx: Tx, p: Part) =>
  sql`
    insert into residence (district, person_id, kind, valid_from, dwelling_id, household, relation)
    select ${p.district}, s.person, s.kind, s.since, s.dwelling, s.household, s.relation from (${told(p)}) s where s.made`.execute(
    tx,
  )

/**
 * A move ends the residence that stood and begins another; the same said again does neither. What is said to have begun on the very
 * day that the standing one did is a correction of it, and so is another relation in the same household.
 */
async function moves(tx: Tx, p: Part) {
  const said = sql`
    select s.*, o.rank <= ${p.rank} as counts from (${told(p)}) s join person o on o.district = ${p.district} and o.id = s.person
     where not s.made and o.died_on is null`
  await sql`
    with said as materialized (${said}), differs as materialized (
      select s.*, r.valid_from,
             r.dwelling_id is distinct from s.dwelling or (s.household is not null and r.household is distinct from s.household) as moved,
             greatest(s.since, (select max(c.valid_to) from residence c
               where c.district = ${p.district} and c.person_id = s.person and c.kind = s.kind)) as start
        from said s join residence r on r.district = ${p.district} and r.person_id = s.person and r.kind = s.kind and r.valid_to is null
       where s.counts and r.valid_from <= ${p.day}::date
         and (r.dwelling_id is distinct from s.dwelling or (s.household is not null and r.household is distinct from s.household)
              or (s.relation is not null and r.relation is distinct from s.relation))
         and not ${saidLater(p, 's.person')}
    ), corrected as (
      update residence r set dwelling_id = d.dwelling, household = coalesce(d.household, r.household), relation = coalesce(d.relation, r.relation)
        from differs d where r.district = ${p.district} and r.person_id = d.person and r.kind = d.kind and r.valid_from = d.valid_from
         and (not d.moved or d.start = d.valid_from)
    ), ended as (
      update residence r set valid_to = greatest(d.start, d.valid_from), ended_why = '迁移'
        from differs d where r.district = ${p.district} and r.person_id = d.person and r.kind = d.kind and r.valid_from = d.valid_from
         and d.moved and d.start <> d.valid_from)
    insert into residence (district, person_id, kind, valid_from, dwelling_id, household, relation)
    select ${p.district}, person, kind, start, dwelling, household, relation from differs where moved and start <> valid_from
    union all
    select ${p.district}, s.person, s.kind, s.since, s.dwelling, s.household, s.relation from said s
     where not exists (select from residence o where o.district = ${p.district} and o.person_id = s.person and o.kind = s.kind and o.valid_to is null)
    on conflict (district, person_id, kind, valid_from) do update
      set valid_to = null, ended_why = null, dwelling_id = excluded.dwelling_id, household = excluded.household, relation = excluded.relation`.execute(
    tx,
  )
  // Where somebody lives was known already, and now also that they have for longer.
  await sql`
    with said as materialized (${said})
    update residence r set valid_from = s.since from said s
     where r.district = ${p.district} and r.person_id = s.person and r.kind = s.kind and r.kind = 'present' and r.valid_to is null
       and s.counts and s.since < r.valid_from and r.dwelling_id is not distinct from s.dwelling
       and not exists (select from residence o where o.district = ${p.district} and o.person_id = s.person and o.kind = s.kind
         and (o.valid_to > s.since or o.valid_from = s.since))`.execute(tx)
}

async function sayRecords(tx: Tx, p: Part): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into record (district, id, subject_kind, subject_id, source, rank, collected_on, import_id, names, body, digest, recorded_at)
    select l.district, ordered_id(), 'person', pe.id, ${p.source}, ${p.rank}, ${p.day}, l.job_id,
           ${p.names}::text[], l.body, l.digest, ${p.at}
      from ${linesWith(p, sql`join line_person pe on pe.n = l.n`)}
    on conflict (district, subject_id, source, collected_on, digest) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
