import { sql } from 'kysely'
import { isPersonal } from '../content/register.ts'
import { type Act, act, type Command } from '../platform/act.ts'
import type { Actor } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, type Problem, Refusal, refused } from '../platform/refusal.ts'
import { bookOf, type Entry, entriesOf, numbered, type OpenBook, write } from './entry.ts'
import { keyOf, oldFields, problemsOf, tidied } from './fields.ts'
import { badLinks, linksIn } from './links.ts'
import { badDay, badStep, lacking, mayChangeField, mayRead, postToChange, whyNotChanged, whyNotDone } from './rules.ts'
import { changed, corrected, type Data, ended, type Live, onDay, type Span, same, type Turn } from './timeline.ts'

export { sweepDuties } from './sweep.ts'

/** The verbs of the registers: enter, change from a day, correct what was wrong, end, mark a duty done. */

function roadAllowed(actor: Actor, book: OpenBook, path: string, was: Data | undefined, now: Data) {
  const step = badStep(actor, book.def, path, was, now)
  if (step) throw badInput([{ field: `data.${book.def.flow?.field}`, message: step }])
  const unsaid = lacking(book.def, was, now)
  if (unsaid.length) throw badInput(unsaid)
}

const root = async (tx: Tx, district: string) => {
  const { rows } = await sql<{ id: string; path: string }>`
    select id, path from place where district = ${district} and kind = 'district' order by id limit 1`.execute(tx)
  return rows[0] as { id: string; path: string }
}
const pathOf = async (tx: Tx, district: string, place: unknown) => {
  const { rows } = await sql<{
    path: string
  }>`select path from place where district = ${district} and id = ${String(place)}`.execute(tx)
  return rows[0]?.path ?? null
}

/** Two that came at the same moment with the same key: the second is told what the first one was. */
const unique = async <T>(work: Promise<T>): Promise<T> =>
  work.catch((error) => {
    const e = error as { code?: string; table?: string }
    if (e.code === '23505' && e.table === 'register_entry') throw refused('已经有这样的一条，请查找后在那一条上变更')
    throw error
  })

async function keyFree(tx: Tx, d: string, book: OpenBook, data: Data, own: string | null) {
  const key = keyOf(book.def, data)
  if (key === null) return
  const { rows } = await sql<{ id: string }>`select id from register_entry
    where district = ${d} and register = ${book.id} and key = ${key} and id is distinct from ${own}::uuid`.execute(tx)
  if (!rows.length) return
  const names = book.def.key.map((k) => `“${book.def.form.properties[k]?.title}”`).join('、')
  throw badInput([{ field: `data.${book.def.key[0]}`, message: `已经有${names}相同的一条，请在那一条上变更` }])
}

/** These values by themselves, and what they point to. @throws Refusal 400 naming every wrong field. */
async function judged(tx: Tx, d: string, book: OpenBook, data: Data, touched: (field: string) => boolean) {
  const problems: Problem[] = problemsOf(book.def, data, oldFields(book.def, data)).map((p) => ({
    field: `data.${p.field}`,
    message: p.message,
  }))
  const title = (f: string) => book.def.form.properties[f]?.title ?? f
  for (const f of await badLinks(
    tx,
    d,
    linksIn(book.def, data).filter((l) => touched(l.field)),
  ))
    problems.push({ field: `data.${f}`, message: `“${title(f)}”连到的内容不存在` })
  if (problems.length) throw badInput(problems)
}

/** The place an entry belongs to with these values; its writer holds a post over it. */
async function placed(tx: Tx, actor: Actor, book: OpenBook, data: Data) {
  const { def } = book
  if (!def.place) {
    const at = await root(tx, actor.district)
    const as = postToChange(actor, def, at.path)
    if (!as) throw new Refusal(403, 'no-duty', '这本台账是全区的，由区级岗位登记')
    return { path: at.path, as }
  }
  const path = data[def.place] === undefined ? null : await pathOf(tx, actor.district, data[def.place])
  const as = path === null ? null : postToChange(actor, def, path)
  const name = def.form.properties[def.place]?.title
  if (path === null || !as) throw badInput([{ field: `data.${def.place}`, message: `“${name}”应在您的工作范围内` }])
  return { path, as }
}

function fieldsAllowed(actor: Actor, book: OpenBook, path: string, patch: Data, before: Data | null) {
  const stray = Object.keys(patch).flatMap((name): Problem[] => {
    const f = book.def.form.properties[name]
    if (!f)
      return before && Object.hasOwn(before, name) && same(before[name], patch[name])
        ? []
        : [{ field: `data.${name}`, message: '台账里没有这一项' }]
    if (mayChangeField(actor, f, path)) return []
    return [{ field: `data.${name}`, message: `“${f.title}”由其他岗位登记` }]
  })
  if (stray.length) throw badInput(stray)
}

export type Given = { from: string; data: Data; reason?: string }
export const enter = (house: House, command: Command, register: string, given: Given) =>
  unique(
    act(house, command, async ({ tx, actor, at, record }) => {
      const book = await openFor(house, tx, actor, register)
      const today = civilToday(house.clock)
      dated('from', '从哪天起', given.from, today)
      if (given.from > today)
        throw badInput([{ field: 'from', message: '“从哪天起”不能晚于今天：以后才开始的，到那天再登记' }])
      const data = tidied(given.data)
      await judged(tx, house.district, book, data, () => true)
      const { path, as } = await placed(tx, actor, book, data)
      fieldsAllowed(actor, book, path, data, null)
      roadAllowed(actor, book, path, undefined, data)
      await keyFree(tx, house.district, book, data, null)
      const id = newId()
      await sql`insert into register_entry (district, id, register, key, created_at) values (${house.district}, ${id}, ${book.id}, null, ${at})`.execute(
        tx,
      )
      const turn: Turn = { gone: [], made: [{ from: given.from, to: null, data, of: null, corrects: null }] }
      const entry: Entry = { id, key: null, since: today, live: [], place: '', path, title: '' }
      await keep(house, tx, { actor, at }, book, entry, turn, { reason: given.reason ?? null })
      record({
        as,
        verb: 'register.entered',
        data: { entry: id, register: book.id, from: given.from, reason: given.reason ?? null },
      })
      return { id }
    }),
  )

/** A register the caller may write somewhere. @throws Refusal 404 where they may not even read it, 403 where they may not write. */
async function openFor(house: House, tx: Tx, actor: Actor, register: string): Promise<OpenBook> {
  const book = await bookOf(house, tx, register)
  if (!mayRead(actor, book.def, '') && !actor.posts.some((p) => [...book.def.see, ...book.def.change].includes(p.duty)))
    throw notFound('没有这本台账')
  if (!actor.posts.some((p) => book.def.change.includes(p.duty)))
    throw new Refusal(403, 'no-duty', '由这本台账的管理岗位登记')
  return book
}

function dated(field: string, title: string, day: string, today: string) {
  const why = badDay(title, day, today)
  if (why) throw badInput([{ field, message: why }])
}

/** The entry, locked; one that the caller may not read is not there. */
async function standing(house: House, { tx, actor }: Pick<Act, 'tx' | 'actor'>, register: string, id: string) {
  const book = await bookOf(house, tx, register)
  const today = civilToday(house.clock)
  const [entry] = await entriesOf(house, tx, book, [id], today)
  if (!entry || !mayRead(actor, book.def, entry.path)) throw notFound('没有这一条，或者不在您的工作范围内')
  const why = whyNotChanged(actor, book.def, entry.path, entry.live.length > 0)
  const as = postToChange(actor, book.def, entry.path)
  if (!as) throw new Refusal(403, 'no-duty', why ?? '')
  return { book, entry, today, as, why }
}

async function keep(
  house: House,
  tx: Tx,
  { actor, at }: { actor: Actor; at: Date },
  book: OpenBook,
  entry: Entry,
  turn: Turn,
  more: { reason: string | null; renewed?: boolean },
): Promise<Live[]> {
  const { made, now } = numbered(entry.live, turn, book.digest)
  const today = civilToday(house.clock)
  const { id: top } = await root(tx, house.district)
  await write(house, tx, book, at, today, top, [
    { entry: entry.id, gone: turn.gone, made, now, since: entry.since, account: actor.account, ...more },
  ])
  return now
}

/** What the history says was so before and after; of a personal field only that it changed. */
function differences(book: OpenBook, before: Data, after: Data) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((f) => !same(before[f], after[f]))
    .map((field) =>
      isPersonal(book.def.form.properties[field]) || book.sealed.includes(field)
        ? { field }
        : { field, before: before[field] ?? null, after: after[field] ?? null },
    )
}

export type Change = { from: string; to?: string | null; data: Data; reason: string }
/** From a day on these fields are so; a field that is null is taken away. */
export const change = (house: House, command: Command, register: string, id: string, given: Change) =>
  unique(
    act(house, command, async (a) => {
      const { tx, actor, record } = a
      const { book, entry, today, as, why } = await standing(house, a, register, id)
      if (why) throw refused(why)
      dated('from', '从哪天起', given.from, today)
      const to = given.to ?? null
      if (to !== null && to <= given.from) throw badInput([{ field: 'to', message: '“到哪天为止”要晚于“从哪天起”' }])
      const before = onDay(entry.live, given.from)
      if (!before)
        throw badInput([{ field: 'from', message: `“从哪天起”不在这一条的有效期内（${entry.live[0]?.from} 起）` }])
      const patch = tidyPatch(given.data)
      const turn = changed(entry.live, { from: given.from, to }, patch)
      if (!turn.gone.length) throw refused('和原来一样，没有变更')
      const after = turn.made.find((m) => m.of === null && m.from === given.from)?.data ?? before.data
      fieldsAllowed(actor, book, entry.path, onlyChanged(patch, before.data), before.data)
      await whatIsMade(house, tx, actor, book, entry, turn, before.data)
      roadAllowed(actor, book, entry.path, before.data, after)
      await keep(house, tx, a, book, entry, turn, { reason: given.reason, renewed: true })
      record({
        as,
        verb: 'register.changed',
        data: {
          entry: id,
          register,
          from: given.from,
          to,
          reason: given.reason,
          changes: differences(book, before.data, after),
        },
      })
      return { id }
    }),
  )

const tidyPatch = (data: Data): Data => {
  const kept = tidied(data)
  return Object.fromEntries(Object.keys(data).map((name) => [name, kept[name] ?? null]))
}
const onlyChanged = (patch: Data, before: Data) =>
  Object.fromEntries(Object.entries(patch).filter(([name, v]) => !same(v, before[name] ?? null)))

/** Each version that is new: its values, links, place and key. */
async function whatIsMade(house: House, tx: Tx, actor: Actor, book: OpenBook, entry: Entry, turn: Turn, before: Data) {
  for (const m of turn.made.filter((m) => m.of === null)) {
    await judged(tx, house.district, book, m.data, (f) => !same(m.data[f], before[f]))
    const place = book.def.place
    if (place && m.data[place] !== before[place]) await placed(tx, actor, book, m.data)
    if (book.def.key.some((k) => m.data[k] !== before[k])) await keyFree(tx, house.district, book, m.data, entry.id)
  }
}

export type Correction = { version: string; from?: string; to?: string | null; data: Data; reason: string }
/** What was recorded was wrong: the version named is replaced by what it should have said, in its days or its fields. */
export const correct = (house: House, command: Command, register: string, id: string, given: Correction) =>
  unique(
    act(house, command, async (a) => {
      const { tx, actor, record } = a
      const { book, entry, today, as, why } = await standing(house, a, register, id)
      if (why) throw refused(why)
      const wrong = entry.live.find((v) => v.id === given.version)
      if (!wrong) throw badInput([{ field: 'version', message: '没有这个版本，或者已经被更正过，请刷新页面' }])
      const span: Span = { from: given.from ?? wrong.from, to: given.to === undefined ? wrong.to : given.to }
      dated('from', '从哪天起', span.from, today)
      if (span.to !== null && span.to <= span.from)
        throw badInput([{ field: 'to', message: '“到哪天为止”要晚于“从哪天起”' }])
      if ((wrong.to !== null && span.from >= wrong.to) || (span.to !== null && span.to <= wrong.from))
        throw badInput([{ field: 'from', message: '更正后的起止要和原来的有重叠' }])
      const patch = tidyPatch(given.data)
      const data = Object.fromEntries(Object.entries({ ...wrong.data, ...patch }).filter(([, v]) => v !== null))
      if (same(data, wrong.data) && span.from === wrong.from && span.to === wrong.to)
        throw refused('和原来一样，没有更正')
      fieldsAllowed(actor, book, entry.path, onlyChanged(patch, wrong.data), wrong.data)
      const turn = corrected(entry.live, wrong.id, span, data)
      await whatIsMade(house, tx, actor, book, entry, turn, wrong.data)
      await keep(house, tx, a, book, entry, turn, { reason: given.reason })
      record({
        as,
        verb: 'register.corrected',
        data: {
          entry: id,
          register,
          version: wrong.id,
          from: span.from,
          to: span.to,
          was: { from: wrong.from, to: wrong.to },
          reason: given.reason,
          changes: differences(book, wrong.data, data),
        },
      })
      return { id }
    }),
  )

/** From that day on there is no such thing; ended on its first day it never was one (an error of entry). */
export const end = (
  house: House,
  command: Command,
  register: string,
  id: string,
  given: { on: string; reason: string },
) =>
  act(house, command, async (a) => {
    const { book, entry, today, as, why } = await standing(house, a, register, id)
    if (why) throw refused(why)
    dated('on', '从哪天起', given.on, today)
    const turn = ended(entry.live, given.on)
    if (!turn.gone.length) throw refused('到这一天已经注销')
    await keep(house, a.tx, a, book, entry, turn, { reason: given.reason })
    a.record({ as, verb: 'register.ended', data: { entry: id, register, on: given.on, reason: given.reason } })
    return { id }
  })

export type DutyDone = { duty: string; dueOn: string; doneOn: string; note?: string }
export const dutyDone = (house: House, command: Command, register: string, id: string, given: DutyDone) =>
  act(house, command, async (a) => {
    const { book, today, as } = await standing(house, a, register, id)
    const { rows } = await sql<{ doneOn: string | null }>`select done_on::text as "doneOn" from register_duty
      where district = ${house.district} and entry_id = ${id} and duty = ${given.duty} and due_on = ${given.dueOn} for update`.execute(
      a.tx,
    )
    const why = whyNotDone(rows[0], given.doneOn, today)
    if (why) throw rows[0]?.doneOn ? refused(why) : badInput([{ field: rows[0] ? 'doneOn' : 'duty', message: why }])
    await sql`update register_duty set done_on = ${given.doneOn}, done_by = ${a.actor.account}, note = ${given.note ?? null}
      where district = ${house.district} and entry_id = ${id} and duty = ${given.duty} and due_on = ${given.dueOn}`.execute(
      a.tx,
    )
    const title = book.def.duties?.find((d) => d.id === given.duty)?.title ?? given.duty
    const { duty, dueOn, doneOn, note } = given
    a.record({
      as,
      verb: 'register.duty-done',
      data: { entry: id, register, duty, title, dueOn, doneOn, note: note ?? null },
    })
    return { id }
  })
