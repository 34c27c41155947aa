/** What a figure is, apart from where its rows come from: its unit, its arithmetic, its light. Pure. */

/** each of these is counted apart; 件 and 件次 are two things, as 人 and 户 are. */
export const units = [
  '件',
  '件次',
  '人',
  '人次',
  '户',
  '条',
  '项',
  '个',
  '次',
  '批次',
  '场',
  '份',
  '处',
  '支',
  '平方米',
  '元',
  '小时',
  '天',
] as const
export type Unit = (typeof units)[number]
/** 名 is another word for 人, 家 for 个: not another thing. */
const alike: Record<string, Unit> = { 名: '人', 家: '个' }
/** By what a ratio is taken: 名/万人, 平方米/百户. */
const pers: Record<string, { per: number; unit: Unit }> = {
  百户: { per: 100, unit: '户' },
  千人: { per: 1000, unit: '人' },
  万人: { per: 10_000, unit: '人' },
  人: { per: 1, unit: '人' },
  社区: { per: 1, unit: '个' },
  网格: { per: 1, unit: '个' },
}

/** The thing counted under this word; null for a word that says none. */
export const thingOf = (word: string): Unit | null =>
  units.find((u) => u === word) ?? (Object.hasOwn(alike, word) ? (alike[word] as Unit) : null)

export type Amount = { n: number; unit: string }
/** what is not the same thing cannot be added. Throws, for it is the asker's mistake and no figure. */
export function add(a: Amount, b: Amount): Amount {
  const [x, y] = [thingOf(a.unit), thingOf(b.unit)]
  if (!x || !y) throw new RangeError(`“${x ? b.unit : a.unit}”不是可以相加的单位`)
  if (x !== y) throw new RangeError(`“${a.unit}”和“${b.unit}”不是一种东西，不能相加`)
  return { n: a.n + b.n, unit: a.unit }
}

/** 名/万人 → what is counted, by how many of what. */
export function ratioUnit(word: string): { counts: Unit; per: number; unit: Unit } | null {
  const [top = '', bottom = '', ...rest] = word.split('/')
  const counts = thingOf(top)
  const by = Object.hasOwn(pers, bottom) ? pers[bottom] : undefined
  return counts && by && rest.length === 0 ? { counts, ...by } : null
}

export const kinds = ['count', 'share', 'ratio'] as const
export type Kind = (typeof kinds)[number]
export const periods = ['point', 'span', 'cumulative'] as const
export type PeriodKind = (typeof periods)[number]

/** The value in the unit of its indicator: a share is told in percent. Of nothing there is no share: null, never zero. */
export function valueIn(kind: Kind, numerator: number, denominator: number | null, per = 1): number | null {
  if (kind === 'count') return numerator
  if (!denominator) return null
  return kind === 'share' ? (numerator * 100) / denominator : (numerator * per) / denominator
}

export type Target = { value: number; by: string; document: string }
export const lights = ['met', 'near', 'missed', 'unknown', 'no-target'] as const
export type Light = (typeof lights)[number]
/** Where it stands to its target. Having none is a class of its own: neither good nor bad. */
export function lightOf(
  value: number | null,
  { target, warn, better }: { target: Target | null; warn: number | null; better: 'more' | 'less' },
): Light {
  if (!target) return 'no-target'
  if (value === null) return 'unknown'
  const reaches = (mark: number) => (better === 'more' ? value >= mark : value <= mark)
  if (reaches(target.value)) return 'met'
  return warn !== null && reaches(warn) ? 'near' : 'missed'
}

/** Which days count: both ends included; no `from` is since ever. */
export type Window = { from: string | null; to: string }
export function windowOf(
  card: { period: PeriodKind; since?: string | null | undefined },
  asked: { from?: string | undefined; to: string; period?: 'span' | 'cumulative' | undefined },
): Window & { period: PeriodKind } {
  const period = card.period === 'point' ? 'point' : (asked.period ?? card.period)
  if (period === 'span') return { period, from: asked.from ?? `${asked.to.slice(0, 4)}-01-01`, to: asked.to }
  return { period, from: period === 'cumulative' ? (card.since ?? null) : null, to: asked.to }
}
