import { sql } from 'kysely'
import type { Binding, Template } from '../content/report.ts'
import type { House } from '../platform/house.ts'
import { marksOf } from './template.ts'
import { type Fraction, say, sayDay, sayDuration, type Wording } from './wording.ts'

/** What an indicator said, as much of it as a report needs. */
export type Reckoned = {
  name: string
  code: string
  unit: string
  kind: 'count' | 'share' | 'ratio'
  per: number
  digest: string
  numerator: number
  denominator: number | null
  value: number | null
  rows: number
  from: string | null
  to: string
  period: string
  place: string
  cutOff: string
}
export type Asked = {
  place?: string | undefined
  from?: string | undefined
  to: string
  period?: 'span' | 'cumulative' | undefined
}
/** Asks for a figure; null: there is no such indicator. */
export type FigureOf = (indicator: string, asked: Asked) => Promise<Reckoned | null>

/** The row of the report, as far as its own figures come from it. */
export type Meeting = { meetingOn: string; asOf: string; term: number | null; sitting: number | null }

export type Class = 'live' | 'target' | 'missing'
/** A mark filled in: what stands printed, of which class, and where it comes from. */
export type Filled = {
  mark: string
  class: Class
  text: string
  /** 指标 S02 累计受理件次, or the document's name, or why there is nothing. */
  source: string
  from: 'indicator' | 'report' | 'place' | 'definition' | 'document' | 'nothing'
  /** The qualifier wished for was not true: why. */
  note?: string
  value?: number | null
  unit?: string
  rows?: number
  indicator?: string
  asked?: Asked
  digest?: string
  /** The kept figure, once there is one. */
  figure?: string
  reckoned?: Reckoned
  /** Of a target: how far it is. */
  now?: string
  document?: string
}
export const nothing = '暂无'

export async function fillAll(
  house: House,
  template: Pick<Template, 'bindings'>,
  marks: string[],
  meeting: Meeting,
  figureOf: FigureOf,
): Promise<Filled[]> {
  const filled: Filled[] = []
  for (const mark of marks) {
    const binding = template.bindings[mark]
    if (binding) filled.push({ mark, ...(await fill(house, binding, meeting, figureOf)) })
  }
  return filled
}
export const marksIn = (template: Template, body = template.body) =>
  marksOf(body).filter((m) => Object.hasOwn(template.bindings, m))

type Answer = Omit<Filled, 'mark'>
const missing = (source: string, more: Partial<Answer> = {}): Answer => ({
  class: 'missing',
  text: nothing,
  from: 'nothing',
  source,
  ...more,
})

async function fill(house: House, b: Binding, meeting: Meeting, figureOf: FigureOf): Promise<Answer> {
  if ('missing' in b) return missing(b.missing)
  if ('target' in b) return target(b, meeting, figureOf)
  if ('report' in b) return ofReport(b, meeting)
  if ('since' in b) return ofPlace(house, b.since.place, meeting.asOf)
  if ('definition' in b) return ofDefinition(house, b)
  const asked = { place: b.place, ...windowOf(b.period, meeting.asOf) }
  const found = await figureOf(b.indicator, asked)
  if (!found) return missing(`指标“${b.indicator}”还没有发布`)
  const source = `指标 ${found.code} ${found.name}`
  const more = { indicator: b.indicator, asked, rows: found.rows, unit: found.unit, reckoned: found }
  if (found.value === null) return missing(`${source}：没有可以作分母的记录`, more)
  if (found.rows === 0) return missing(`${source}：账里还没有记录`, more)
  const said = say(fractionOf(found), b.wording ?? {})
  return {
    class: 'live',
    from: 'indicator',
    source,
    text: said.text,
    value: found.value,
    ...more,
    ...(said.why && { note: said.why }),
  }
}

/** Whole numbers as long as may be: a share is said from what it is made of. */
export function fractionOf(r: Pick<Reckoned, 'kind' | 'numerator' | 'denominator' | 'per'>): Fraction {
  if (r.kind === 'count') return { numerator: r.numerator, denominator: 1 }
  return { numerator: r.numerator * (r.kind === 'ratio' ? r.per : 1), denominator: r.denominator ?? 0 }
}

type Period = Extract<Binding, { indicator: string }>['period']
export function windowOf(period: Period, asOf: string): Omit<Asked, 'place'> {
  if (period === 'point') return { to: asOf }
  if (period === 'cumulative') return { to: asOf, period: 'cumulative' }
  if (period === 'year') return { from: `${asOf.slice(0, 4)}-01-01`, to: asOf, period: 'span' }
  if ('year' in period) {
    const year = Number(asOf.slice(0, 4)) + period.year
    return { from: `${year}-01-01`, to: period.year === 0 ? asOf : `${year}-12-31`, period: 'span' }
  }
  return { from: period.from, to: period.to ?? asOf, period: 'span' }
}

async function target(b: Extract<Binding, { target: object }>, meeting: Meeting, figureOf: FigureOf): Promise<Answer> {
  const { value, document, by, now } = b.target
  const text = typeof value === 'number' ? say({ numerator: value, denominator: 1 }, b.wording ?? {}).text : value
  const found = now ? await figureOf(now, { to: meeting.asOf, period: 'cumulative' }) : null
  const reached =
    found && found.value !== null && found.rows > 0
      ? say(fractionOf(found), { ...presentWording(found), unit: found.kind === 'share' ? '' : found.unit }).text
      : null
  return {
    class: 'target',
    from: 'document',
    text,
    source: `${document}${by ? `（期限 ${by}）` : ''}`,
    document,
    ...(typeof value === 'number' && { value }),
    ...(reached && { now: reached, rows: found?.rows ?? 0 }),
    ...(now && { indicator: now, asked: { to: meeting.asOf, period: 'cumulative' as const } }),
  }
}
const presentWording = (r: Reckoned): Wording =>
  r.kind === 'share' ? { scale: '%', decimals: 1 } : r.kind === 'ratio' ? { decimals: 2 } : {}

function ofReport(b: Extract<Binding, { report: string }>, m: Meeting): Answer {
  const from = { class: 'live', from: 'report', source: '本报告登记的会议' } as const
  if (b.report === 'meeting-on') return { ...from, text: sayDay(m.meetingOn), rows: 1 }
  if (b.report === 'year') return { ...from, text: sayDay(m.asOf, 'year'), rows: 1 }
  const n = b.report === 'term' ? m.term : m.sitting
  if (n === null) return missing(b.report === 'term' ? '没有登记第几届' : '没有登记第几次会议')
  return { ...from, text: say({ numerator: n, denominator: 1 }, b.wording ?? {}).text, value: n, rows: 1 }
}

/** How long the place has been what it is. */
async function ofPlace(house: House, place: string, asOf: string): Promise<Answer> {
  const { rows } = await sql<{ from: string | null; n: number }>`
    select to_char(min(valid_from), 'YYYY-MM-DD') as "from", count(*)::int as n from place_period
     where district = ${house.district} and place_id = ${place} and valid_from <= ${asOf}::date`.execute(house.db)
  const since = rows[0]?.from
  if (!since) return missing('没有登记区划调整的日期')
  return {
    class: 'live',
    from: 'place',
    source: `区划登记：${since} 起`,
    text: sayDuration(since, asOf),
    rows: rows[0]?.n ?? 0,
  }
}

async function ofDefinition(house: House, b: Extract<Binding, { definition: object }>): Promise<Answer> {
  const { kind, id, at } = b.definition
  const { rows } = await sql<{ body: unknown; version: number }>`select body, version from definition
    where district = ${house.district} and kind = ${kind} and id = ${id}
      and (effective_from is null or effective_from <= ${house.clock.now()}) order by version desc limit 1`.execute(
    house.db,
  )
  const counted = rows[0] ? sizeOf(pointed(rows[0].body, at)) : null
  if (counted === null) return missing(`没有发布“${id}”，或者里面没有 ${at}`)
  return {
    class: 'live',
    from: 'definition',
    source: `定义 ${id}（第 ${rows[0]?.version} 版）${at}`,
    text: say({ numerator: counted, denominator: 1 }, b.wording ?? {}).text,
    value: counted,
    rows: counted,
  }
}
const pointed = (body: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, key) =>
        at && typeof at === 'object' && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined,
      body,
    )
const sizeOf = (at: unknown): number | null =>
  Array.isArray(at)
    ? at.length
    : typeof at === 'number'
      ? at
      : at && typeof at === 'object'
        ? Object.keys(at).length
        : null

/** A mark the text has lost its binding for is printed as nothing we have. */
export const textOf = (filled: Filled[], mark: string): string => filled.find((f) => f.mark === mark)?.text ?? nothing
