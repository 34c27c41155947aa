import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { type Static, Type as T } from 'typebox'
import { kinds, periods, ratioUnit, thingOf } from '../indicator/rules.ts'
import { duties } from '../platform/auth.ts'
import { choice, maybe } from '../platform/schema.ts'
import { dotted, type Say, schemaReason } from './fault.ts'

/** The card of an indicator (指标卡, 16.2): what is counted, how, by whom, and what it is measured by. */
const words = (max: number, description: string) => T.String({ minLength: 1, maxLength: max, description })
const day = (description: string) => T.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description })
export const CardFile = T.Object(
  {
    code: T.String({ pattern: '^[A-Z]\\d{2}(-\\d{1,2})?$', description: '代码: S02, S04-1' }),
    name: words(60, '名称'),
    meaning: words(500, '口径'),
    formula: words(200, '计算公式, in words'),
    numerator: words(200, '分子, in words'),
    denominator: maybe(words(200, '分母, in words')),
    unit: words(12, 'Of the value: 件次, %, 名/万人'),
    of: T.Optional(words(12, 'What the rows of a share are: 件次')),
    kind: choice(kinds),
    over: T.Optional(words(60, 'The indicator a ratio is taken by.')),
    per: T.Optional(T.Integer({ minimum: 1, maximum: 1_000_000 })),
    period: choice(periods),
    since: T.Optional(day('Where a cumulative one begins.')),
    frequency: choice(['day', 'month', 'quarter', 'year'], { description: '频率' }),
    source: words(100, '数据来源'),
    owner: T.String({ pattern: '^[a-z][a-z0-9-]{0,59}$', description: '责任单位' }),
    collection: choice(['auto', 'told'], { description: '采集方式: from rows, or told by somebody (填报).' }),
    dimensions: T.Array(choice(['community', 'grid', 'line', 'month']), { uniqueItems: true, maxItems: 4 }),
    version: T.Integer({ minimum: 1 }),
    from: day('Since when this wording holds.'),
    target: maybe(
      T.Object({ value: T.Number(), by: day('期限'), document: words(200, '文件') }, { additionalProperties: false }),
    ),
    warn: maybe(T.Number()),
    better: choice(['more', 'less']),
    publish: choice(['public', 'inner'], { description: '可公开级别' }),
    reviewer: choice(duties, { description: '审核人' }),
    small: T.Optional(
      T.Integer({ minimum: 2, maximum: 50, description: 'It counts people: to what its parts are rounded (0011).' }),
    ),
  },
  { additionalProperties: false },
)
export type Card = Static<typeof CardFile>
/** As it is published: the card and its query. One that is only told has no query. */
export type Indicator = Card & { sql: string }

/** The lines `-- …` at the head are one JSON card; what follows is the query. */
export function parseIndicator(text: string): { card: string; sql: string } {
  const lines = text.split('\n')
  const end = lines.findIndex((l) => !l.startsWith('--'))
  const head = end < 0 ? lines : lines.slice(0, end)
  return {
    card: head.map((l) => l.replace(/^-- ?/, '')).join('\n'),
    sql: end < 0 ? '' : lines.slice(end).join('\n').trim(),
  }
}
export const readIndicator = (path: string): Indicator => {
  const { card, sql } = parseIndicator(readFileSync(path, 'utf8'))
  return { ...JSON.parse(card), sql }
}

const valid = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(JSON.stringify(CardFile)))

/** What stands against a card and its query, judged by itself. What the query says is judged where it can be run. */
export type IndicatorGround = { units: Set<string>; registers: ReadonlySet<string> }
export function indicatorFaults(card: unknown, sql: string, ground: IndicatorGround, say: Say): card is Card {
  if (!valid(card)) {
    for (const e of valid.errors ?? []) say(dotted(e), schemaReason(e))
    return false
  }
  const c = card as Card
  if (!ground.units.has(c.owner)) say('owner', `units.json 里没有单位“${c.owner}”`)
  unitFaults(c, say)
  if ((c.denominator === null) !== (c.kind === 'count'))
    say('denominator', c.kind === 'count' ? '计数没有分母' : '请写明分母是什么')
  if (c.since && c.period !== 'cumulative') say('since', '只有累计数有起点')
  if (c.warn !== null && !c.target) say('warn', '没有目标，也就没有预警线')
  if (c.target && c.warn !== null && (c.better === 'more' ? c.warn > c.target.value : c.warn < c.target.value))
    say('warn', '预警线要在目标和更差的一边')
  if (c.collection === 'told') {
    if (sql) say('', '填报的指标没有查询')
  } else {
    queryFaults(sql, say)
    for (const [, id = ''] of sql.matchAll(/\bregister\s*=\s*'([^']*)'/g))
      if (!ground.registers.has(id)) say('', `没有台账“${id}”`)
  }
  return true
}

/** */
function unitFaults(c: Card, say: Say) {
  if (c.kind === 'share') {
    if (c.unit !== '%') say('unit', '比例的单位是 %')
    if (!c.of || !thingOf(c.of)) say('of', '请写明分子分母数的是什么（件次、项、户……）')
    return
  }
  if (c.kind === 'ratio' && c.unit === '%') {
    if (!c.of || !thingOf(c.of)) say('of', '请写明分子分母数的是什么（件次、项、户……）')
    if (c.per !== 100) say('per', '单位“%”是按 100 算的')
    if (!c.over) say('over', '请写明分母是哪个指标')
    return
  }
  if (c.of) say('of', '只有单位是 % 的要写明数的是什么')
  if (c.kind === 'count') {
    if (!thingOf(c.unit)) say('unit', `“${c.unit}”不是计量单位`)
    if (c.over || c.per) say('over', '计数没有分母')
    return
  }
  const by = ratioUnit(c.unit)
  if (!by) return say('unit', `“${c.unit}”不是“名/万人”这样的单位`)
  if (by.per !== (c.per ?? 1)) say('per', `单位“${c.unit}”是按 ${by.per} 算的`)
  if (!c.over) say('over', '请写明分母是哪个指标')
}

function queryFaults(sql: string, say: Say) {
  const bare = sql
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/--[^\n]*/g, '')
    .replaceAll(/\b(distinct\s+from|extract\s*\(\s*\w+\s+from)\b/gi, ' ') // no tables
  if (!/^\s*(select|with)\b/i.test(bare) || bare.includes(';')) return say('', '要写一条查询（select），不带分号')
  for (const column of ['day', 'place_path', 'counted'])
    if (!new RegExp(`\\b${column}\\b`).test(bare)) say('', `查询里没有“${column}”这一列`)
  if (!bare.includes('$1')) say('', '查询要写明是哪个区的：district = $1')
  const tables = [...bare.matchAll(/\b(?:from|join)\s+(?:lateral\s+)?(?!lateral\b)([a-z_][a-z0-9_.]*)/gi)].map(
    (m) => m[1] ?? '',
  )
  const own = new Set([...bare.matchAll(/\b([a-z_][a-z0-9_]*)\s+as\s+(?:materialized\s+)?\(/gi)].map((m) => m[1]))
  for (const name of new Set(tables))
    if (!name.startsWith('facts_') && !own.has(name) && !setReturning.test(name))
      say('', `只能查 facts_ 视图，不能查“${name}”`)
}
const setReturning = /^(unnest|generate_series|jsonb_array_elements(_text)?|jsonb_each(_text)?)$/

/** A ratio and what it is taken by, and codes given once: judged over all cards of a pack. */
export function togetherFaults(cards: Map<string, Card>, say: (id: string) => Say) {
  const codes = new Map<string, string>()
  for (const [id, c] of cards) {
    const other = codes.get(c.code)
    if (other) say(id)('code', `代码“${c.code}”和指标“${other}”重复`)
    codes.set(c.code, id)
    if (c.kind !== 'ratio' || !c.over) continue
    const over = cards.get(c.over)
    const by = c.unit === '%' ? { unit: thingOf(c.of ?? '') } : ratioUnit(c.unit)
    if (!over) say(id)('over', `没有指标“${c.over}”`)
    else if (over.kind !== 'count') say(id)('over', '分母要是一个计数')
    else if (by && thingOf(over.unit) !== by.unit)
      say(id)('over', `“${over.name}”数的是${over.unit}，不是单位“${c.unit}”里的那一种`)
  }
}
