import { sql } from 'kysely'
import { act, type Command } from '../platform/act.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { badInput, notFound, type Problem, refused } from '../platform/refusal.ts'
import { mayCorrect } from './abilities.ts'
import { searchOf } from './names.ts'
import { type Proof, refuseTwin, say, sourceOf } from './register.ts'
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

export type Correcting = {
  name?: string
  sex?: 'male' | 'female'
  born?: string
  idNumber?: string
  phone?: string
  proof: Proof
}
type Old = { name: string; sex: string | null; born: string | null; rank: number; numbered: boolean }

/**
 * A slip in the base data. What is said is kept in any case; it counts unless what stands has the stronger source (R-B.7). The
 * phone has no such rank: people change it as they like.
 */
export const correct = (house: House, command: Command, id: string, given: Correcting) =>
  act(house, command, async (a) => {
    const { tx, actor, record } = a
    const found = await fileFor(tx, actor, id, keepers)
    if (!found) throw notFound()
    const why = mayCorrect(actor, found)
    if (why) throw refused(why)
    const today = civilToday(house.clock)
    const { rows } = await sql<Old>`select name, sex, born::text, rank, id_hash is not null as numbered from person
      where district = ${house.district} and id = ${id} for update`.execute(tx)
    const old = rows[0] as Old
    const next = correctedOf(given, old, today)
    if (next.idNumber) await refuseTwin(tx, house, actor, next.idNumber, id)
    const source = sourceOf(given.proof, found.as)
    const rank = sourceRank(source)
    const base = next.name !== old.name || next.sex !== old.sex || next.born !== old.born || Boolean(next.idNumber)
    const counts = !base || rank >= old.rank
    if (base && counts)
      await sql`update person set name = ${next.name}, sex = ${next.sex}, born = ${next.born}, rank = ${rank}, as_of = ${today},
          search = array_to_tsvector(string_to_array(${searchOf(next.name)}, ' ')) where district = ${house.district} and id = ${id}`.execute(
        tx,
      )
    if (next.idNumber && counts)
      await sql`update person set id_number = ${house.crypto.seal(next.idNumber)}, id_hash = ${house.crypto.blind(next.idNumber)}
        where district = ${house.district} and id = ${id}`.execute(tx)
    if (next.phone)
      await sql`update person set phone = ${house.crypto.seal(next.phone)}, phone_hash = ${house.crypto.blind(next.phone)}
        where district = ${house.district} and id = ${id}`.execute(tx)
    if (base)
      await say(house, a, id, source, {
        name: next.name,
        ...(next.sex && { sex: next.sex === 'male' ? '男' : '女' }),
        ...(next.born && { 'birth-date': next.born }),
      })
    const what = [...(base ? ['base'] : []), ...(next.phone ? ['phone'] : [])]
    record({ as: found.as, verb: 'person.corrected', data: { person: id, source, what, counts } })
    return {
      id,
      counts,
      why: counts ? null : '已经记下，但现有信息的来源更可靠，姓名、性别和出生日期没有改变',
    }
  })

function correctedOf(given: Correcting, old: Old, today: string) {
  const problems: Problem[] = []
  const say = (field: string, why: string | null) => void (why && problems.push({ field, message: why }))
  const name = given.name === undefined ? old.name : normaliseName(given.name)
  say('name', badName(name))
  const phone = given.phone ? normalisePhone(given.phone) : null
  if (phone) say('phone', badPhone(phone))
  const idNumber = given.idNumber ? normaliseIdNumber(given.idNumber) : null
  const badId =
    idNumber && (old.numbered ? '已经登记了身份证号；号码不对的，请与公安核对' : badIdNumber(idNumber, today))
  say('idNumber', badId)
  const fixed = old.numbered || idNumber
  const [sex, born] =
    idNumber && !badId ? [sexOf(idNumber), birthDate(idNumber)] : [given.sex ?? old.sex, given.born ?? old.born]
  if (fixed && given.sex && given.sex !== (idNumber ? sex : old.sex)) say('sex', '“性别”由身份证号决定，不能单独更正')
  if (fixed && given.born && given.born !== (idNumber ? born : old.born))
    say('born', '“出生日期”由身份证号决定，不能单独更正')
  if (born && born > today) say('born', '“出生日期”还没有到')
  if (!Object.keys(given).some((k) => k !== 'proof')) say('name', '请填写要更正的内容')
  if (problems.length) throw badInput(problems)
  return { name, sex, born, idNumber, phone }
}
