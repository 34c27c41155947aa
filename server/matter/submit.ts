import { sql } from 'kysely'
import type { Static } from 'typebox'
import { civilDate } from '../calendar/workdays.ts'
import { startClock, syncCase } from '../case/clocks.ts'
import type { Material } from '../case/model.ts'
import { factsOf, itemProblems } from '../content/form.ts'
import type { Item } from '../content/item.ts'
import { badIdNumber, badPhone, normaliseIdNumber, normalisePhone } from '../person/rules.ts'
import { act, type Command } from '../platform/act.ts'
import { type Actor, hasDuty, postAs } from '../platform/auth.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId, newNumber } from '../platform/id.ts'
import { badInput, type Problem, Refusal } from '../platform/refusal.ts'
import { type Answer, answerOf } from './change.ts'
import { sealForm } from './form.ts'
import type * as input from './given.ts'
import { noticeLimit } from './intake.ts'
import type { Matter } from './model.ts'
import { unitOf } from './rules.ts'

type Given = Static<typeof input.Submission>

/**
 * A resident asks, or a clerk for the resident at the window: one form, one number. Everything wrong is told at once.
 * The clock of the one-time notice starts here: five working days to accept, to tell, or to be deemed to have accepted.
 */
export const submit = (house: House, command: Command, given: Given): Promise<Answer> =>
  act(house, command, async ({ tx, actor, at, record, last }) => {
    const found = await house.catalogue.latest(tx, given.item)
    if (!found) throw badInput([{ field: 'item', message: `没有“${given.item}”这个事项` }])
    const { item, digest } = found
    const phone = normalisePhone(given.applicant.phone)
    const idNumber = normaliseIdNumber(given.applicant.idNumber)
    const ground = await groundOf(tx, house, actor, given, house.crypto.blind(idNumber))
    const today = civilDate(at)
    refuseProblems(item, given, idNumber, phone, ground, today)
    const facts = factsOf(item, given.form)

    const channel = actor.kind === 'resident' ? 'phone' : given.door ? 'door' : 'window'
    const clerk = postAs(actor, (p) => p.duty === 'clerk' && p.unit === ground.accept_unit)
    if (actor.kind === 'staff' && !clerk)
      throw new Refusal(403, 'no-duty', hasDuty(actor, 'clerk') ? '只能在本人岗位所在的窗口收件' : '您的岗位不能收件')

    const m: Matter = {
      case: {
        id: newId(),
        kind: 'matter',
        number: newNumber(),
        title: item.name,
        item_id: item.id,
        item_digest: digest,
        process_digest: item.process,
        place_id: given.place,
        channel,
        status: 'received',
        state: null,
        facts,
        applicant_account: actor.kind === 'resident' ? actor.account : ground.account,
        accept_unit: ground.accept_unit,
        lead_unit: unitOf(ground.accept_unit, item.bodies.decide),
        received_at: at,
        accepted_at: null,
        decided_at: null,
        closed_at: null,
        closing: null,
        outcome: null,
        solution: 'unknown',
        due_at: null,
        warn_at: null,
        stopped_since: null,
        version: 1,
      },
      tasks: [],
      clocks: [],
      supervisions: [],
      materials: materialsOf(item, given, facts, ground.held, at),
      applicant: {
        role: 'applicant',
        name: given.applicant.name.trim(),
        address: given.applicant.address.trim(),
        person_id: ground.person_id,
        id_number: house.crypto.seal(idNumber),
        phone: house.crypto.seal(phone),
      },
      own: emptyOwn(sealForm(house.crypto, item.form, given.form)),
    }
    if (given.late) m.own.exceptions.late = lateEntry(given.late, actor, at)
    startClock(house.calendar, m, 'notice', at, noticeLimit)
    syncCase(m)
    last(insert(tx, house, m, idNumber, phone, actor))
    const late = given.late && { late: given.late.receivedAt, reason: given.late.reason }
    record({ as: clerk, verb: 'matter.submitted', caseId: m.case.id, data: { item: item.id, channel, ...late } })
    return { ...answerOf(m), duplicates: ground.duplicates }
  })

const emptyOwn = (form: Record<string, unknown>): Matter['own'] => ({
  form,
  deemed: false,
  notice: null,
  tolerance: null,
  extension: null,
  decision: null,
  result: null,
  delivery: null,
  withdrawal: null,
  refusal: null,
  rating: null,
  exceptions: {},
})

const longestLate = 30 * 86_400_000
/** Taken on paper while the power was out: entered later, with a reason, for somebody else to approve. */
function lateEntry(
  given: { receivedAt: string; reason: string },
  actor: Actor,
  at: Date,
): Matter['own']['exceptions']['late'] {
  const received = Date.parse(given.receivedAt)
  if (actor.kind !== 'staff') throw badInput([{ field: 'late', message: '补录只能由受理窗口办理' }])
  if (received > at.getTime() || received < at.getTime() - longestLate)
    throw badInput([{ field: 'late.receivedAt', message: '“实际收件时间”应在三十日以内，不能晚于现在' }])
  const receivedAt = new Date(received).toISOString()
  return { at: at.toISOString(), by: actor.account, receivedAt, reason: given.reason, approved: null, approver: null }
}

type Ground = {
  accept_unit: string
  person_id: string | null
  account: string | null
  held: string[]
  files: string[]
  /** Open matters of the same person on the same item, wherever they were handed in. Told, never forced. */
  duplicates: string[]
}

/** Where it belongs, who the person is to us, what we hold, whose files these are: one question to the database. */
async function groundOf(tx: Tx, house: House, actor: Actor, given: Given, idHash: Buffer): Promise<Ground> {
  const files = given.materials.flatMap((m) => m.files ?? [])
  const { rows } = await sql<Ground>`
    select u.id as accept_unit, person.id as person_id,
      (select a.id from account a where a.district = p.district and a.person_id = person.id and a.kind = 'resident' limit 1) as account,
      (select coalesce(array_agg(distinct x.name), '{}') from record r, unnest(r.names) as x(name) where r.district = p.district and r.subject_id = person.id) as held,
      (select coalesce(array_agg(f.id::text), '{}') from file f
        where f.district = p.district and f.created_by = ${actor.account} and f.id = any(${files}::uuid[])) as files,
      (select coalesce(array_agg(o.number), '{}') from (select c.number from party y
        join cases c on c.district = y.district and c.id = y.case_id
        where y.district = p.district and y.id_hash = ${idHash} and y.role = 'applicant' and c.item_id = ${given.item} and c.closed_at is null
        limit 5) o) as duplicates
    from place p
    join unit u on u.district = p.district and u.kind = 'service-centre'
    join place up on up.district = u.district and up.id = u.place_id and p.path ^@ up.path
    left join person on person.district = p.district and person.id_hash = ${idHash}
    where p.district = ${house.district} and p.id = ${given.place}
    order by length(up.path) desc limit 1`.execute(tx)
  if (!rows[0]) throw badInput([{ field: 'place', message: '“所在社区”不在本区，或者还没有服务窗口' }])
  // A resident who writes another's number learns nothing of what we hold about that person, and binds nothing to them.
  const stranger = actor.kind === 'resident' && rows[0].person_id !== actor.personId
  return stranger ? { ...rows[0], person_id: null, account: null, held: [], duplicates: [] } : rows[0]
}

/** Everything wrong, at once. */
function refuseProblems(item: Item, given: Given, idNumber: string, phone: string, ground: Ground, today: string) {
  const problems: Problem[] = itemProblems(item, given.form).map((p) => ({
    field: `form.${p.field}`,
    message: p.message,
  }))
  const [wrongId, wrongPhone] = [badIdNumber(idNumber, today), badPhone(phone)]
  if (wrongId) problems.push({ field: 'applicant.idNumber', message: wrongId })
  if (wrongPhone) problems.push({ field: 'applicant.phone', message: wrongPhone })
  given.materials.forEach((m, i) => {
    const known = item.materials.find((x) => x.code === m.code)
    if (!known) problems.push({ field: `materials.${i}.code`, message: `“材料代码” ${m.code} 不在本事项的材料清单里` })
    else if (m.status === 'held' && !(known.held && ground.held.includes(known.held)))
      problems.push({ field: `materials.${i}.status`, message: `我们没有保存“${known.name}”，请上传或带到窗口` })
    if (m.files?.some((f) => !ground.files.includes(f)))
      problems.push({ field: `materials.${i}.files`, message: '“材料文件”中有找不到的文件，请重新上传' })
  })
  if (problems.length) throw badInput(problems)
}

/** Only what this case's facts call for is asked. */
function materialsOf(item: Item, given: Given, facts: Record<string, boolean>, held: string[], at: Date): Material[] {
  return item.materials
    .filter((x) => !x.when || facts[x.when])
    .map((x) => {
      const got = given.materials.find((g) => g.code === x.code)
      return {
        code: x.code,
        name: x.name,
        necessity: x.necessity,
        status: got?.status ?? 'missing',
        file_ids: got?.files ?? [],
        note: x.held && held.includes(x.held) && got?.status === 'held' ? '从本区已有信息调取' : null,
        at,
      }
    })
}

/** The whole new matter in one statement; a resident's draft of it is gone with it. */
async function insert(tx: Tx, house: House, m: Matter, idNumber: string, phone: string, actor: Actor) {
  const d = house.district
  const { case: c, applicant: p } = m
  const k = m.clocks[0]
  await sql`
    with c as (
      insert into cases (district, id, kind, number, title, item_id, item_digest, process_digest, place_id, channel, status, facts,
        applicant_account, accept_unit, lead_unit, received_at, due_at, warn_at)
      values (${d}, ${c.id}, ${c.kind}, ${c.number}, ${c.title}, ${c.item_id}, ${c.item_digest}, ${c.process_digest}, ${c.place_id}, ${c.channel},
        ${c.status}, ${JSON.stringify(c.facts)}, ${c.applicant_account}, ${c.accept_unit}, ${c.lead_unit}, ${c.received_at}, ${c.due_at}, ${c.warn_at})),
    m as (insert into matter (district, case_id, form, exceptions) values (${d}, ${c.id}, ${JSON.stringify(m.own.form)}, ${JSON.stringify(m.own.exceptions)})),
    p as (
      insert into party (district, case_id, role, name, id_number, id_hash, phone, phone_hash, address, person_id)
      values (${d}, ${c.id}, ${p.role}, ${p.name}, ${p.id_number}, ${house.crypto.blind(idNumber)}, ${p.phone}, ${house.crypto.blind(phone)}, ${p.address}, ${p.person_id})),
    k as (
      insert into clock (district, id, case_id, name, started_at, amount, unit, segments, due_at, warn_at)
      values (${d}, ${k?.id}, ${c.id}, ${k?.name}, ${k?.started_at}, ${k?.amount}, ${k?.unit}, '[]', ${k?.due_at}, ${k?.warn_at})),
    gone as (delete from draft where district = ${d} and account_id = ${actor.account} and item_id = ${c.item_id})
    insert into case_material (district, case_id, code, name, necessity, status, file_ids, note, at)
    select ${d}, ${c.id}, x.code, x.name, x.necessity, x.status, x.file_ids, x.note, x.at
    from jsonb_to_recordset(${JSON.stringify(m.materials)}::jsonb) as x(code text, name text, necessity text, status text, file_ids uuid[], note text, at timestamptz)`.execute(
    tx,
  )
}
