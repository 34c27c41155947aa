import { sql } from 'kysely'
import { say } from '../person/actions.ts'
import { badIdNumber, badPhone, normaliseIdNumber, normalisePhone } from '../person/rules.ts'
import { fileFor, heldOf } from '../person/view.ts'
import { type Act, act, type Command } from '../platform/act.ts'
import type { Post } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { maskNumbers } from '../platform/numbers.ts'
import { badInput, notFound, Refusal } from '../platform/refusal.ts'
import { forWhom } from './day.ts'
import { badSubject, badTimes, conflicts, type EntryKind, happenedAt, keepsPosition, newcomerFields } from './rules.ts'

export type Entry = {
  id: string
  kind: EntryKind
  subject: string
  after: string | null
  occurredAt: string
  skewMs: number
  position?: { lon: number; lat: number; accuracy: number } | null
  photos: string[]
  base?: Record<string, string | number | null>
  values?: Record<string, string | number | null>
  points?: { id: string; ok: boolean; note: string; at: string }[]
  text: string
}
export type Kept = { id: string; n: number }

/**
 * One thing that happened in the grid, under the id the phone gave it. Sent again it is the same; sent before the one it follows it has to
 * wait; what two people changed at once comes back for a person to decide.
 */
export const keepEntry = (house: House, command: Command, given: Entry): Promise<Kept> =>
  act(house, command, async (a) => {
    const digest = house.crypto.blind(JSON.stringify(given))
    const prior = await sql<{
      n: number
      digest: Buffer
      account_id: string
    }>`select n, digest, account_id from field_entry
      where district = ${house.district} and id = ${given.id}`.execute(a.tx)
    const known = prior.rows[0]
    if (known) {
      if (known.account_id !== a.actor.account || !known.digest.equals(digest))
        throw new Refusal(422, 'key-reused', '这个编号已经用于另一条记录', 'id')
      a.record({ as: null, verb: 'field.sent-again', data: { entry: given.id } })
      return { id: given.id, n: known.n }
    }
    judge(house, given, a.at)
    const post = await postFor(house, a, given)
    await mustFollow(house, a, given)
    if (given.kind === 'collect') await collect(house, a, given)
    if (given.kind === 'task') await finishTask(house, a, given)
    const n = await insert(house, a, given, post, digest)
    a.record({
      as: post,
      verb: `field.${given.kind}`,
      data: { entry: given.id, subject: given.subject, ...(post.for && { for: post.for }) },
    })
    return { id: given.id, n }
  })

function judge(house: House, given: Entry, now: Date) {
  const wrong = badSubject(given.kind, given.subject)
  if (wrong) throw badInput([{ field: 'subject', message: wrong }])
  const late = badTimes(new Date(given.occurredAt), given.skewMs, now)
  if (late) throw badInput([{ field: 'occurredAt', message: late }])
  if (given.photos.length > house.field.photosPerEntry)
    throw badInput([{ field: 'photos', message: `“照片”最多 ${house.field.photosPerEntry} 张` }])
  const asked = given.kind === 'newcomer' ? newcomerFields : house.field.collect
  const stray = Object.keys(given.values ?? {}).find((name) => !asked.includes(name))
  if (stray) throw badInput([{ field: `values.${stray}`, message: `“${stray}”不在采集范围内` }])
  if (given.kind === 'collect' && !Object.keys(given.values ?? {}).length)
    throw badInput([{ field: 'values', message: '没有采集到内容' }])
  if (given.kind === 'newcomer') {
    const wrong = badNewcomer(given.values ?? {}, civilToday(house.clock))
    if (wrong.length) throw badInput(wrong)
  }
}

/** Numbers are checked when they are taken down, while the person still stands at the door. */
function badNewcomer(values: NonNullable<Entry['values']>, today: string) {
  const text = (name: string) => String(values[name] ?? '').trim()
  const phone = normalisePhone(text('phone'))
  const wrong = [
    ['name', text('name') ? null : '请填写“姓名”'],
    ['idNumber', badIdNumber(normaliseIdNumber(text('idNumber')), today)],
    ['phone', phone && badPhone(phone)],
    [
      'since',
      /^\d{4}-\d{2}-\d{2}$/.test(text('since')) && text('since') <= today ? null : '“入住日期”应为今天或更早的日期',
    ],
  ] as const
  return wrong.flatMap(([name, message]) => (message ? [{ field: `values.${name}`, message }] : []))
}

/** The caller's own grid, or one they stand in for; what lies elsewhere does not exist. */
async function postFor(house: House, { tx, actor }: Act, { subject }: Entry): Promise<Post> {
  const posts = actor.posts.filter((p) => p.duty === 'grid-worker')
  const [what = '', id = ''] = [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)]
  const first = posts[0]
  if (!first) throw notFound()
  if (what === 'person') {
    const found = await fileFor(tx, actor, id, ['grid-worker'])
    if (!found?.as) throw notFound()
    return found.as
  }
  if (what === 'dwelling' || what === 'patrol') {
    const { rows } = await sql<{ grid: string }>`${
      what === 'patrol'
        ? sql`select grid_id as grid from patrol_plan where district = ${house.district} and id::text = ${id}`
        : sql`select g.grid_id as grid from dwelling w join building_grid g on g.district = w.district and g.building_id = w.building_id and g.valid_to is null
               where w.district = ${house.district} and w.id = ${id}`
    }`.execute(tx)
    const post = posts.find((p) => p.place === rows[0]?.grid)
    if (!post) throw notFound()
    return post
  }
  if (what === 'task') {
    const { rows } = await sql<{ account: string }>`select account_id as account from meeting_task
      where district = ${house.district} and id::text = ${id} and account_id = any(${forWhom(actor)}::text[])`.execute(
      tx,
    )
    const post = posts.find((p) => (p.for ?? actor.account) === rows[0]?.account)
    if (!post) throw notFound()
    return post
  }
  return first
}

/** Order per subject is the phone's: what comes before its turn is told to wait, and is sent again. */
async function mustFollow(house: House, { tx, actor }: Act, { after, subject }: Entry) {
  if (!after) return
  const { rows } = await sql<{
    subject: string
    account_id: string
  }>`select subject, account_id from field_entry where district = ${house.district} and id = ${after}`.execute(tx)
  if (!rows[0]) throw new Refusal(409, 'wait', '前一条还没有收到，稍后会自动重发')
  if (rows[0].subject !== subject || rows[0].account_id !== actor.account)
    throw badInput([{ field: 'after', message: '“前一条”不是同一对象的记录' }])
}

async function collect(house: House, { tx, actor, at }: Act, given: Entry) {
  const id = given.subject.slice('person:'.length)
  await sql`select 1 from person where district = ${house.district} and id = ${id} for update`.execute(tx)
  const [held] = await heldOf(tx, house.crypto, actor, [id], civilToday(house.clock))
  if (!held) throw notFound()
  const mine = { ...given.values }
  const phone = typeof mine.phone === 'string' ? normalisePhone(mine.phone) : null
  if (phone && badPhone(phone)) throw badInput([{ field: 'values.phone', message: badPhone(phone) as string }])
  if (phone) mine.phone = phone
  const now: Record<string, unknown> = Object.fromEntries(held.attributes.map((x) => [x.name, x.value]))
  // The phone never had the whole number: what it cannot have seen cannot collide.
  const { phone: _, ...others } = mine
  const colliding = conflicts(given.base ?? {}, now, others)
  if (colliding.length)
    throw new Refusal(
      409,
      'conflict',
      '别人也改了同一项，请对照后决定',
      colliding.map((name) => ({ field: `values.${name}`, message: '别人也改了这一项' })),
    )
  await say(house, { tx, actor, at }, id, '网格采集', mine, given.id)
  if (phone)
    await sql`update person set phone = ${house.crypto.seal(phone)}, phone_hash = ${house.crypto.blind(phone)} where district = ${house.district} and id = ${id}`.execute(
      tx,
    )
}

async function finishTask(house: House, { tx, actor, at }: Act, { subject, text }: Entry) {
  await sql`update meeting_task set done_at = ${at}, done_by = ${actor.account}, note = ${maskNumbers(text)}
    where district = ${house.district} and id::text = ${subject.slice('task:'.length)} and done_at is null`.execute(tx)
}

async function insert(house: House, { tx, actor, at }: Act, given: Entry, post: Post, digest: Buffer): Promise<number> {
  const occurred = happenedAt(new Date(given.occurredAt), given.skewMs)
  const position =
    given.position && keepsPosition(house.field, occurred) ? house.crypto.seal(JSON.stringify(given.position)) : null
  const { text, values, base, points } = given
  const mine = given.photos.length
    ? await sql<{
        n: number
      }>`select count(*)::int as n from file where district = ${house.district} and id = any(${given.photos}::uuid[]) and created_by = ${actor.account}`.execute(
        tx,
      )
    : null
  if (mine && mine.rows[0]?.n !== new Set(given.photos).size)
    throw badInput([{ field: 'photos', message: '“照片”还没有上传，或者不是您上传的' }])
  const { rows } = await sql<{ n: number }>`
    insert into field_entry (district, id, account_id, responsible, kind, subject, after, grid_id, occurred_at, received_at, skew_ms, position, photos, points, body, digest)
    values (${house.district}, ${given.id}, ${actor.account}, ${post.for ?? actor.account}, ${given.kind}, ${given.subject}, ${given.after}, ${post.place},
            ${occurred}, ${at}, ${given.skewMs}, ${position}, ${given.photos}::uuid[], ${[...new Set((points ?? []).map((p) => p.id))]}::text[],
            ${house.crypto.seal(JSON.stringify({ text, values, base, points }))}, ${digest})
    returning n`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Where people stood is forgotten when the pack says so. */
export const forgetPositions = (house: House) =>
  sql`update field_entry set position = null where district = ${house.district} and position is not null
    and occurred_at < ${new Date(house.clock.now().getTime() - house.field.positionKeptDays * 86_400_000)}`.execute(
    house.db,
  )
