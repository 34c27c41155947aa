import { sql } from 'kysely'
import { type Door, doorFor, doorOf } from '../home/actions.ts'
import { type Act, act, type Command } from '../platform/act.ts'
import type { Actor, Post } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, type Problem, Refusal, refused } from '../platform/refusal.ts'
import { searchOf } from './names.ts'
import {
  badIdNumber,
  badName,
  badPhone,
  birthDate,
  normaliseIdNumber,
  normaliseName,
  normalisePhone,
  sexOf,
  sourceRank,
} from './rules.ts'
import { keepers } from './scope.ts'
import { fileFor } from './view.ts'

/** Residents who get into the registry by hand: born here, or come here. */

export const proofs = ['id-card', 'residence-permit', 'birth-certificate', 'household-register', 'said'] as const
export type Proof = (typeof proofs)[number]
const shown: Record<Exclude<Proof, 'said'>, string> = {
  'id-card': '证照：居民身份证',
  'residence-permit': '证照：居住证',
  'birth-certificate': '证照：出生医学证明',
  'household-register': '证照：户口簿',
}
/** Who said so (R-B.7): a certificate somebody has seen, what was found at the door, or what the person says. */
export const sourceOf = (proof: Proof, as: Post | null): string =>
  proof === 'said' ? (as?.duty === 'grid-head' ? '网格采集' : '自报') : shown[proof]

export type Registering = {
  how: 'birth' | 'arrival'
  name: string
  sex?: 'male' | 'female'
  born?: string
  idNumber?: string
  phone?: string
  proof: Proof
  kinds: ('registered' | 'present')[]
  since: string
  dwelling?: string
  address?: string
  elsewhere?: string
  parent?: string
  household?: string
  relation?: string
}

export type Base = { name: string; sex: 'male' | 'female'; born: string; idNumber: string | null; phone: string | null }

/** What was typed, made plain; everything wrong at once. */
export function baseOf(given: Registering, today: string): Base {
  const problems: Problem[] = []
  const say = (field: string, why: string | null) => void (why && problems.push({ field, message: why }))
  const name = normaliseName(given.name)
  say('name', badName(name))
  const idNumber = given.idNumber ? normaliseIdNumber(given.idNumber) : null
  const badId = idNumber ? badIdNumber(idNumber, today) : null
  if (given.how === 'arrival' && !idNumber) say('idNumber', '请填写“身份证号”')
  say('idNumber', badId)
  const phone = given.phone ? normalisePhone(given.phone) : null
  if (phone) say('phone', badPhone(phone))
  const [sex, born] = idNumber && !badId ? [sexOf(idNumber), birthDate(idNumber)] : [given.sex, given.born]
  if (idNumber && !badId && given.sex && given.sex !== sex) say('sex', '“性别”与身份证号不符')
  if (idNumber && !badId && given.born && given.born !== born) say('born', '“出生日期”与身份证号不符')
  if (!idNumber && given.how === 'birth') {
    if (!sex) say('sex', '请选择“性别”')
    if (!born) say('born', '请填写“出生日期”')
  }
  if (born && born > today) say('born', '“出生日期”还没有到')
  if (given.how === 'birth' && !given.parent) say('parent', '请选择“父亲或母亲”')
  if (given.how === 'arrival' && !given.dwelling && !given.address) say('dwelling', '请选择“住房”，或者写下地址')
  // A child lives there from birth: one day, and one thing to say of it.
  if (given.how === 'arrival' && given.since > today) say('since', '“从哪天起”还没有到')
  else if (born && given.since < born) say('since', '“从哪天起”早于出生日期')
  if (given.relation && !given.household && !given.parent) say('household', '填了与户主关系，请填“户号”')
  if (problems.length || !sex || !born) throw badInput(problems)
  return { name, sex, born, idNumber, phone }
}

export const register = (house: House, command: Command, given: Registering) =>
  act(house, command, async (a) => {
    const { tx, actor, record } = a
    const base = baseOf(given, civilToday(house.clock))
    if (base.idNumber) await refuseTwin(tx, house, actor, base.idNumber)
    const home =
      given.how === 'birth' ? await parentsHome(tx, actor, given, base) : await arrivalsHome(tx, actor, given)
    if (!base.idNumber) await refuseSameChild(tx, house.district, base, home.door)
    const id = newId()
    const place = home.door.place
    const { rows } = await sql<{
      path: string
    }>`select path from place where district = ${house.district} and id = ${place}`.execute(tx)
    const as = actor.posts.find((p) => keepers.includes(p.duty) && rows[0]?.path.startsWith(p.path)) ?? null
    const source = sourceOf(given.proof, as)
    const hidden = (v: string | null, fn: (v: string) => Buffer) => (v === null ? null : fn(v))
    const { numAffectedRows } = await sql`
      insert into person (district, id, name, id_number, id_hash, phone, phone_hash, place_id, sex, born, rank, as_of, search)
      values (${house.district}, ${id}, ${base.name}, ${hidden(base.idNumber, house.crypto.seal)}, ${hidden(base.idNumber, house.crypto.blind)},
              ${hidden(base.phone, house.crypto.seal)}, ${hidden(base.phone, house.crypto.blind)}, ${place}, ${base.sex}, ${base.born},
              ${sourceRank(source)}, ${civilToday(house.clock)}, array_to_tsvector(string_to_array(${searchOf(base.name)}, ' ')))
      on conflict (district, id_hash) do nothing`.execute(tx)
    if (!numAffectedRows) throw refused('这个身份证号刚刚被登记，请重新查找')
    await live(tx, house.district, id, given, home)
    await say(house, a, id, source, {
      name: base.name,
      sex: base.sex === 'male' ? '男' : '女',
      'birth-date': base.born,
      ...(given.kinds.includes('present') && { address: home.door.address }),
      ...(given.kinds.includes('registered') && { 'household-address': home.door.address }),
      ...(given.elsewhere && !given.kinds.includes('registered') && { 'household-address': given.elsewhere }),
      ...(home.household && { 'household-number': home.household }),
      ...(home.relation && { 'household-relation': home.relation }),
      ...(home.guardian && { guardian: home.guardian }),
    })
    record({ as, verb: given.how === 'birth' ? 'person.born' : 'person.arrived', data: { person: id, source } })
    return { id }
  })

/** One human being is one file: who has it is told to whoever may see it, and to nobody else. */
export async function refuseTwin(tx: Tx, house: House, actor: Actor, idNumber: string, but?: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    select k.id, k.name from person p join person k on k.district = p.district and k.id = coalesce(p.merged_into, p.id)
     where p.district = ${house.district} and p.id_hash = ${house.crypto.blind(idNumber)}`.execute(tx)
  const twin = rows[0]
  if (!twin || twin.id === but) return
  const visible = await fileFor(tx, actor, twin.id)
  const refusal = new Refusal(
    409,
    'exists',
    visible
      ? `这个身份证号已经登记：${twin.name}。请打开已有的档案，不要再建一份`
      : '这个身份证号在本区已经登记，不在您的工作范围内。请联系区数据管理员',
    'idNumber',
  )
  if (visible) refusal.see = twin.id
  throw refusal
}

/** A newborn has no number yet: the same name, day and door is the same child. */
async function refuseSameChild(tx: Tx, district: string, base: Base, door: Door) {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p join residence r on r.district = p.district and r.person_id = p.id and r.dwelling_id = ${door.id}
     where p.district = ${district} and p.name = ${base.name} and p.born = ${base.born} limit 1`.execute(tx)
  if (!rows[0]) return
  const refusal = new Refusal(409, 'exists', `这个孩子已经登记：${base.name}`, 'name')
  refusal.see = rows[0].id
  throw refusal
}

type Home = { door: Door; household: string | null; relation: string | null; guardian: string | null }

async function parentsHome(tx: Tx, actor: Actor, given: Registering, base: Base): Promise<Home> {
  const parent = given.parent as string
  if (!(await fileFor(tx, actor, parent, keepers)))
    throw badInput([{ field: 'parent', message: '没有找到这位“父亲或母亲”' }])
  const { rows } = await sql<{
    kind: string
    dwelling_id: string | null
    household: string | null
    relation: string | null
    name: string
  }>`
    select r.kind, r.dwelling_id, r.household, r.relation, p.name from residence r join person p on p.district = r.district and p.id = r.person_id
     where r.district = ${actor.district} and r.person_id = ${parent} and r.valid_to is null and r.dwelling_id is not null
     order by r.kind = ${given.kinds.includes('present') ? 'present' : 'registered'} desc`.execute(tx)
  const door = rows[0]?.dwelling_id ? await doorOf(tx, actor.district, rows[0].dwelling_id) : undefined
  if (!door) throw badInput([{ field: 'parent', message: '这位“父亲或母亲”在本区没有住处，请先登记他们的住处' }])
  const theirs = rows.find((r) => r.kind === 'registered')
  const household = given.household ?? theirs?.household ?? null
  // Of the head or of the head's partner it is a child, whatever else nobody wrote down.
  const own = household === theirs?.household && /^(户主|配偶|妻|夫|妻子|丈夫)$/.test(theirs?.relation ?? '')
  const relation = given.relation ?? (own ? (base.sex === 'male' ? '子' : '女') : null)
  const registers = given.kinds.includes('registered')
  return {
    door,
    household: registers ? household : null,
    relation: registers && household ? relation : null,
    guardian: rows[0]?.name ?? null,
  }
}

async function arrivalsHome(tx: Tx, actor: Actor, given: Registering): Promise<Home> {
  const door = await doorFor(tx, actor, given, keepers)
  const registers = given.kinds.includes('registered')
  return {
    door,
    household: registers ? (given.household ?? null) : null,
    relation: registers ? (given.relation ?? null) : null,
    guardian: null,
  }
}

/** 户籍 and 实有 apart (R-2.2); whoever is registered elsewhere has a registered residence without a door here. */
async function live(tx: Tx, district: string, person: string, given: Registering, { door, household, relation }: Home) {
  if (household)
    await sql`insert into household (district, number, dwelling_id) values (${district}, ${household}, ${door.id})
      on conflict (district, number) do nothing`.execute(tx)
  const stays = [
    ...given.kinds.map((kind) => ({ kind, dwelling: door.id as string | null })),
    ...(given.elsewhere && !given.kinds.includes('registered') ? [{ kind: 'registered', dwelling: null }] : []),
  ]
  for (const { kind, dwelling } of stays) {
    const own = kind === 'registered' && dwelling
    await sql`insert into residence (district, person_id, kind, valid_from, dwelling_id, household, relation)
      values (${district}, ${person}, ${kind}, ${given.since}, ${dwelling}, ${own ? household : null}, ${own ? relation : null})`.execute(
      tx,
    )
  }
}

/**
 * One conversation, kept with who had it, when, and on what it rests (R-B.7). The same said again is not said twice, but for what came
 * with an entry of the field: each of those happened.
 */
export async function say(
  house: House,
  { tx, actor, at }: Pick<Act, 'tx' | 'actor' | 'at'>,
  person: string,
  source: string,
  values: Record<string, unknown>,
  entry: string | null = null,
): Promise<string | null> {
  const body = JSON.stringify(values)
  const { rows } = await sql<{ id: string }>`
    insert into record (district, id, subject_kind, subject_id, source, rank, collected_on, collector, entry_id, names, body, digest, recorded_at)
    values (${house.district}, ${newId()}, 'person', ${person}, ${source}, ${sourceRank(source)}, ${civilToday(house.clock)}, ${actor.account},
            ${entry}, ${Object.keys(values)}, ${house.crypto.seal(body)}, ${house.crypto.blind(`${entry ?? ''}${body}`)}, ${at})
    on conflict (district, subject_id, source, collected_on, digest) do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}
