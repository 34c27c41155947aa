/**
 * How a figure is said: what is printed is true of the value, in the direction its qualifier tells, and no more
 * exact than the value is. Pure; fractions are whole numbers, so that 29 of 100 is never 28.999….
 */
export const qualifiers = ['近', '余', '达', '以上', '约'] as const
export type Qualifier = (typeof qualifiers)[number]
export const scales = ['', '百', '千', '万', '亿', '%', '‰'] as const
export type Scale = (typeof scales)[number]
export type Wording = {
  /** What one would like to say; where it would not be true, what is true is said instead. */
  qualifier?: Qualifier
  scale?: Scale
  /** At most so many. */
  decimals?: number
  unit?: string
  /** 五 instead of 5: whole numbers up to 99; two of something is 两, the second is 二. */
  han?: 'count' | 'ordinal'
  before?: string
  after?: string
}
/** A value as a fraction; of a share both are known, of a count the denominator is 1. */
export type Fraction = { numerator: number; denominator: number }
export type Said = {
  text: string
  /** What stands printed, without scale: 12.52. */
  printed: string
  qualifier: Qualifier | null
  /** Why something else is said than was wished for. */
  why: string | null
}

const times: Record<Scale, [bigint, bigint]> = {
  '': [1n, 1n],
  百: [1n, 100n],
  千: [1n, 1000n],
  万: [1n, 10_000n],
  亿: [1n, 100_000_000n],
  '%': [100n, 1n],
  '‰': [1000n, 1n],
}
/** “近” is just under: no more than a twentieth is missing. */
const nearly = { of: 20n, missing: 1n }
const tooFar = '比“近”所说的数少得太多'
const tooSmall = '不到能写出的最小的数'

/** A number as a fraction of whole ones; what figures have, up to nine decimals. */
function whole(value: number): [bigint, bigint] {
  const [head = '0', tail = ''] = value.toFixed(9).split('.')
  return [BigInt(head + tail), 1_000_000_000n]
}
type Exact = { n: bigint; d: bigint }
function exact({ numerator, denominator }: Fraction, scale: Scale): Exact {
  const [a, b] = whole(numerator)
  const [c, e] = whole(denominator)
  const [up, down] = times[scale]
  return { n: a * e * up, d: b * c * down }
}

/** @throws RangeError of a denominator of nothing: there is no such figure, and nothing to say of it. */
export function say(value: Fraction, wording: Wording = {}): Said {
  if (!(value.denominator > 0) || value.numerator < 0) throw new RangeError('no such figure')
  const scale = wording.scale ?? ''
  const shared = scale === '%' || scale === '‰'
  const x = exact(value, scale)
  const decimals = BigInt(wording.decimals ?? 0)
  const step = 10n ** decimals // how many of the last printed place make one
  const down = (x.n * step) / x.d
  const even = down * x.d === x.n * step
  // Three are not 不足0.1万: too few for the scale are said as they are.
  if (down === 0n && x.n > 0n && scale && !shared) return say(value, { ...wording, scale: '' })
  const up = even ? down : down + 1n
  const wished = wording.qualifier ?? null

  const out = (at: bigint, qualifier: Qualifier | null, why: string | null = null, under = false): Said => {
    const printed = decimal(at, Number(decimals))
    return { text: compose(printed, qualifier, scale, wording, under), printed, qualifier, why }
  }
  if (even) {
    // It is exactly that: neither just under nor somewhat over nor about.
    if (wished === null || wished === '达' || wished === '以上') return out(down, wished)
    return out(down, null, `正好是这个数，不能说“${wished}”`)
  }
  const justUnder = (up * x.d - x.n * step) * nearly.of <= up * x.d * nearly.missing
  switch (wished) {
    case '近':
      if (justUnder) return out(up, '近')
      return down > 0n ? out(down, '余', tooFar) : out(up, null, tooFar, true)
    case '余':
    case '达':
    case '以上':
      // Below the smallest number that can be printed nothing has been reached.
      return down > 0n ? out(down, wished) : out(up, null, tooSmall, true)
    default: {
      const near = x.n * step * 2n - down * x.d * 2n >= x.d ? up : down
      // All is said only of all, none only of none.
      const all = shared && near * x.d >= x.d * times[scale][0] * step && x.n < x.d * times[scale][0]
      if (near === 0n) return out(up, null, tooSmall, true)
      const at = all ? down : near
      // A share is a rounded number by nature; a count that was shortened says so.
      if (wished === null && (shared || value.denominator !== 1)) return out(at, null)
      return out(at, '约', wished === null ? '数字缩短了，要说“约”' : null)
    }
  }
}

function decimal(at: bigint, decimals: number): string {
  const digits = String(at).padStart(decimals + 1, '0')
  const tail = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return decimals && tail ? `${digits.slice(0, -decimals)}.${tail}` : digits.slice(0, digits.length - decimals)
}

function compose(printed: string, qualifier: Qualifier | null, scale: Scale, w: Wording, under: boolean): string {
  const number =
    w.han && /^\d{1,2}$/.test(printed) ? (w.han === 'count' && printed === '2' ? '两' : han(Number(printed))) : printed
  const unit = w.unit ?? ''
  const front = under ? '不足' : qualifier === '近' || qualifier === '达' || qualifier === '约' ? qualifier : ''
  const over = qualifier === '余' ? '余' : ''
  const least = qualifier === '以上' ? '以上' : ''
  return `${w.before ?? ''}${front}${number}${scale}${over}${unit}${least}${w.after ?? ''}`
}

const digits = '零一二三四五六七八九'
/** 0 to 99 in words. */
export function han(n: number): string {
  if (n < 10) return digits[n] ?? ''
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? digits[tens] : ''}十${ones ? digits[ones] : ''}`
}

/** 6月9日, and with the year where it is asked. */
export const sayDay = (day: string, style: 'full' | 'year' = 'full') => {
  const [y, m, d] = day.split('-').map(Number)
  return style === 'year' ? `${y}年` : `${y}年${m}月${d}日`
}

/** How long from one day to another, as one says it: 十个月, 一年, 一年多, 近两年. Never longer than it was. */
export function sayDuration(from: string, to: string): string {
  const months = monthsBetween(from, to)
  if (months < 12) return `${han(months)}个月`
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const of = (n: number) => (n === 2 ? '两年' : `${han(n)}年`)
  const evenly = rest === 0 && from.slice(5) === to.slice(5)
  if (evenly) return of(years)
  return rest >= 11 ? `近${of(years + 1)}` : `${of(years)}多`
}
function monthsBetween(from: string, to: string): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number)
  return Math.max(0, (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0))
}
