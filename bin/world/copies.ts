import { sql } from 'kysely'
import { deadline, type Limit } from '../../server/calendar/clock.ts'
import { act, clockwork } from '../../server/platform/act.ts'
import type { Tx } from '../../server/platform/db.ts'
import type { House } from '../../server/platform/house.ts'
import { newNumber } from '../../server/platform/id.ts'

/** A matter to be made after the one that was played of the same item: to its end, or only as far as its acceptance. */
export type Copy = {
  item: string
  ended: boolean
  /** Any number: which resident. */
  who: number
  received: Date
  accepted: Date
  decided: Date | null
  closed: Date | null
  due: Date | null
}
type Sample = { case_id: string; item_id: string; ended: boolean; clocks: SampleClock[] }
type SampleClock = { id: string; name: string; amount: number; unit: Limit['unit'] }
const batch = 10_000

export const copyMatters = (house: House, copies: Copy[]): Promise<void> =>
  act(house, clockwork(house.district), async ({ tx, record }) => {
    await sql`set local statement_timeout = '10min'`.execute(tx)
    const samples = await played(tx, house.district)
    await sql`create temporary table copy (n int primary key, sample uuid, id uuid, number text, who int, received timestamptz,
      accepted timestamptz, decided timestamptz, closed timestamptz, due timestamptz) on commit drop`.execute(tx)
    await sql`create temporary table copy_clock (n int, clock uuid, started timestamptz, ended timestamptz, due timestamptz, warn timestamptz)
      on commit drop`.execute(tx)
    const taken = await sql<{ number: string }>`select number from cases where district = ${house.district}`.execute(tx)
    const numbers = new Set(taken.rows.map((r) => r.number))
    for (let from = 0; from < copies.length; from += batch) {
      const part = copies
        .slice(from, from + batch)
        .map((copy, i) => ({ copy, n: from + i + 1, sample: sampleOf(samples, copy), number: fresh(numbers) }))
      await sql`insert into copy select n, sample, ordered_id(), number, who, received, accepted, decided, closed, due from jsonb_to_recordset(${JSON.stringify(
        part.map(({ copy, n, sample, number }) => ({ ...copy, n, number, sample: sample.case_id })),
      )}::jsonb) as c(n int, sample uuid, number text, who int, received timestamptz, accepted timestamptz, decided timestamptz, closed timestamptz, due timestamptz)`.execute(
        tx,
      )
      await sql`insert into copy_clock select * from jsonb_to_recordset(${JSON.stringify(
        part.flatMap(({ copy, n, sample }) => sample.clocks.map((k) => ({ n, clock: k.id, ...ran(house, copy, k) }))),
      )}::jsonb) as c(n int, clock uuid, started timestamptz, ended timestamptz, due timestamptz, warn timestamptz)`.execute(
        tx,
      )
    }
    await sql`analyze copy`.execute(tx)
    await sql`analyze copy_clock`.execute(tx)
    await write(tx, house.district)
    record({ as: null, verb: 'world.matters-made', data: { matters: copies.length } })
  })

/** The first of each item that got so far. */
async function played(tx: Tx, district: string): Promise<Map<string, Sample>> {
  const { rows } = await sql<Sample>`
    select distinct on (c.item_id, c.closed_at is not null) c.id as case_id, c.item_id, c.closed_at is not null as ended,
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'amount', k.amount, 'unit', k.unit)), '[]') from clock k
        where k.district = c.district and k.case_id = c.id) as clocks
      from cases c where c.district = ${district} and c.accepted_at is not null and c.place_id = 'tianjinghu' and c.status in ('processing', 'delivered')
     order by c.item_id, c.closed_at is not null, c.received_at, c.id`.execute(tx)
  return new Map(rows.map((r) => [`${r.item_id} ${r.ended}`, r]))
}
function sampleOf(samples: Map<string, Sample>, { item, ended }: Copy): Sample {
  const found = samples.get(`${item} ${ended}`)
  if (!found) throw new Error(`no matter of ${item} was played ${ended ? 'to its end' : 'to its acceptance'}`)
  return found
}
function fresh(numbers: Set<string>) {
  for (;;) {
    const number = newNumber()
    if (numbers.has(number)) continue
    numbers.add(number)
    return number
  }
}

/** From when to when a clock of the copy ran, and when it was due. */
function ran(house: House, c: Copy, k: SampleClock) {
  const [started, ended] =
    k.name === 'notice'
      ? [c.received, c.accepted]
      : k.name === 'delivery'
        ? [c.decided ?? c.accepted, c.closed]
        : [c.accepted, c.decided]
  const { dueAt, warnAt } = deadline(house.calendar, started, { amount: k.amount, unit: k.unit }, [])
  return { started, ended, due: dueAt, warn: warnAt }
}

async function write(tx: Tx, district: string) {
  await sql`create temporary table someone on commit drop as
    select (row_number() over (order by p.id))::int as i, p.id, p.name, p.id_number, p.id_hash, p.phone, p.phone_hash, pl.id as place, pl.name as address
      from person p join place g on g.district = p.district and g.id = p.place_id
      join place pl on pl.district = p.district and pl.id = case when g.kind = 'grid' then g.parent_id else g.id end
     where p.district = ${district} and p.id_number is not null and p.phone is not null and p.died_on is null and p.merged_into is null
       and exists (select from unit u where u.district = p.district and u.id = pl.id || '-centre')`.execute(tx)
  await sql`create unique index on someone (i)`.execute(tx)
  await sql`create temporary table whose on commit drop as
    select c.*, s.id as person, s.name, s.id_number, s.id_hash, s.phone, s.phone_hash, s.place, s.address
      from copy c join someone s on s.i = 1 + c.who % (select count(*)::int from someone)`.execute(tx)
  await sql`create unique index on whose (n)`.execute(tx)
  await sql`analyze whose`.execute(tx)
  await sql`
    insert into cases (district, id, kind, number, title, item_id, item_digest, process_digest, place_id, channel, status, state, facts, accept_unit,
      lead_unit, received_at, accepted_at, decided_at, closed_at, closing, outcome, solution, due_at, warn_at, version)
    select x.district, w.id, x.kind, w.number, x.title, x.item_id, x.item_digest, x.process_digest, w.place,
      (array['window', 'window', 'phone', 'web'])[1 + w.n % 4], x.status, x.state, x.facts, ${here('x.accept_unit')}, ${here('x.lead_unit')},
      w.received, w.accepted, w.decided, w.closed, x.closing, x.outcome, x.solution, case when w.closed is null then w.due end,
      case when w.closed is null then w.due - interval '1 day' end, x.version
      from whose w join cases x on x.district = ${district} and x.id = w.sample order by w.n`.execute(tx)
  await sql`
    insert into matter (district, case_id, form, deemed, tolerance, decision, result, delivery, extension, notice, withdrawal, refusal, exceptions)
    select m.district, w.id, m.form, m.deemed, m.tolerance, ${dated('m.decision', 'w.decided')}, ${dated('m.result', 'w.decided')},
      ${dated('m.delivery', 'w.closed')}, m.extension, m.notice, m.withdrawal, m.refusal, m.exceptions
      from whose w join matter m on m.district = ${district} and m.case_id = w.sample`.execute(tx)
  await sql`
    insert into party (district, case_id, role, name, id_number, id_hash, phone, phone_hash, address, person_id)
    select ${district}, id, 'applicant', name, id_number, id_hash, phone, phone_hash, address, person from whose`.execute(
    tx,
  )
  await sql`
    insert into case_material (district, case_id, code, name, necessity, status, file_ids, note, at)
    select m.district, w.id, m.code, m.name, m.necessity, m.status, m.file_ids, m.note, w.received
      from whose w join case_material m on m.district = ${district} and m.case_id = w.sample`.execute(tx)
  await sql`create temporary table part on commit drop as
    select w.n, w.id as case_id, t.id as old, ordered_id() as id from whose w join case_task t on t.district = ${district} and t.case_id = w.sample`.execute(
    tx,
  )
  await sql`create unique index on part (n, old)`.execute(tx)
  await sql`
    insert into case_task (district, id, case_id, node, title, kind, unit_id, status, opened_at, ended_at, ended_by, outcome, opinion, data)
    select t.district, p.id, p.case_id, t.node, t.title, t.kind, ${here('t.unit_id')}, t.status, w.accepted, w.decided, t.ended_by, t.outcome,
      t.opinion, t.data
      from part p join whose w on w.n = p.n join case_task t on t.district = ${district} and t.id = p.old`.execute(tx)
  await sql`
    insert into clock (district, id, case_id, task_id, name, node, started_at, ended_at, amount, unit, legal_amount, segments, due_at, warn_at,
      legal_due_at)
    select k.district, ordered_id(), w.id, p.id, k.name, k.node, d.started, d.ended, k.amount, k.unit, k.legal_amount, k.segments, d.due, d.warn,
      case when k.legal_due_at is not null then d.due + (k.legal_due_at - k.due_at) end
      from copy_clock d join whose w on w.n = d.n join clock k on k.district = ${district} and k.id = d.clock
      left join part p on p.n = d.n and p.old = k.task_id`.execute(tx)
  await sql`
    insert into event (district, at, account_id, unit_id, capacity, verb, case_id, data)
    select e.district, max(case e.verb when 'matter.submitted' then w.received when 'task.completed' then w.decided
        when 'matter.result-issued' then w.decided when 'matter.delivered' then w.closed when 'matter.settled' then w.closed
        else w.accepted end) over (partition by w.n order by e.id),
      e.account_id, ${here('e.unit_id')}, e.capacity, e.verb, w.id,
      case when p.id is null then e.data else jsonb_set(e.data, '{task}', to_jsonb(p.id)) end
      from whose w join event e on e.district = ${district} and e.case_id = w.sample
      left join part p on p.n = w.n and p.old::text = e.data ->> 'task'
     where e.verb not in ('paper.issued') order by w.n, e.id`.execute(tx)
  // Every third resident says how it was: mostly well.
  await sql`
    insert into rating (district, case_id, level, channel, at)
    select ${district}, id, case when n % 100 < 70 then 1 when n % 100 < 95 then 2 else 3 end, 'phone', closed + interval '1 hour'
      from whose where closed is not null and n % 3 = 0`.execute(tx)
}

/** The unit of the copy's own community where the sample's was that of the sample's. */
const here = (column: string) =>
  sql`case when ${sql.ref(column)} like 'tianjinghu-%' then w.place || substr(${sql.ref(column)}, 11) else ${sql.ref(column)} end`
const dated = (column: string, at: string) =>
  sql`case when ${sql.ref(column)} is not null then jsonb_set(${sql.ref(column)}, '{at}', to_jsonb(${sql.ref(at)})) end`
