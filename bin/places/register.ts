import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinyin } from 'pinyin-pro'
import type { Kind, Period, Place } from '../../server/place/rules.ts'

/** Years of which we have a list. A list of year Y is taken to hold from January 1 of Y until the next list. */
export const years = [2016, 2017, 2018, 2019, 2020, 2021, 2023]
export const root = 'tongguan'

type Row = { code: string; listed: string; parentCode: string | null }
type Seen = { year: number; id: string; kind: Kind; name: string; listed: string; code: string; parent: string }

/** Not places: under these names the Bureau files what stands directly under the district. */
const virtualLevel = /虚镇|直辖村级区划/

/** One unit under several names. All others keep their name, apart from the word for what they are. */
const sameAs: Record<string, string> = {
  铜陵市经济开发区: '经济开发区',
  铜陵经济技术开发区: '经济开发区',
  狮子山国家高新区: '高新区',
  铜陵狮子山高新技术产业开发区: '高新区',
  高新区虚拟社区: '高新区虚拟社区',
  铜陵狮子山高新技术产业开发区虚拟社区: '高新区虚拟社区',
}

/** Slugs where plain pinyin would collide or be misread. */
const slugs: Record<string, string> = {
  'zone:经济开发区': 'kaifaqu',
  'zone:高新区': 'gaoxinqu',
  'community:高新区虚拟社区': 'gaoxinqu-virtual',
  'community:开发区生活一区': 'shenghuo-1',
  'community:开发区生活二区': 'shenghuo-2',
  'community:开发区生活三区': 'shenghuo-3',
  'community:开发区新区工业区': 'xinqu',
  'community:新区工业区一区': 'xinqu-1',
  'community:新区工业区二区': 'xinqu-2',
  'community:新区工业区三区': 'xinqu-3',
  'village:新圩': 'xinwei',
  'village:狮子山': 'shizishan-village',
  'town:西湖镇': 'xihuzhen',
}

function rows(dir: string, level: 'streets' | 'villages', year: number): Row[] {
  const text = readFileSync(join(dir, `tongguan_${level}_${year}.csv`), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code = '', name = '', parent = ''] = line.split(',')
      return { code, listed: name.replaceAll('"', ''), parentCode: level === 'villages' ? parent : null }
    })
}

/** The place's own name: 居委会 and 村委会 are committees, not places. */
function nameOf(listed: string, kind: Kind): string {
  if (kind === 'village') return listed.replace('村委会', '村')
  if (kind === 'community') return `${stem(listed)}社区`
  if (kind === 'street') return listed.replace('办事处街道', '街道')
  return listed
}
const stem = (listed: string) => listed.replace(/(社区)?居委会$|社区(街道)?$|村委会$|街道$|办事处(街道)?$/, '')

function kindOf({ code, listed, parentCode }: Row): Kind {
  if (parentCode !== null) return listed.endsWith('村委会') ? 'village' : 'community'
  const unit = Number(code.slice(6))
  if (/开发区|高新区/.test(listed)) return 'zone'
  if (unit >= 100 && unit < 200) return 'town'
  return listed.endsWith('办事处') ? 'office' : 'street'
}

const pinyinOf = (text: string) =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').toLowerCase()

/**
 * Our own id, from the name when first seen. The level makes the difference: 狮子山社区 and 狮子山村 are two places, and
 * 天井湖社区街道 is another place than 天井湖社区; 齐谭村 that became 齐谭社区 stays one, for the name is all that the lists keep.
 */
function slugger() {
  const taken = new Map<string, string>()
  return (kind: Kind, listed: string, besides: Set<string>): string => {
    const base = sameAs[listed] ?? stem(listed)
    const level = kind === 'village' ? 'village' : kind === 'community' ? 'community' : 'upper'
    // A village turned community keeps its id, unless both stand in the same list.
    const wasVillage = level === 'community' && taken.get(`village:${base}`)
    if (wasVillage && !besides.has(`village:${base}`) && !taken.has(`community:${base}`)) return wasVillage
    const key = `${level}:${base}`
    const known = taken.get(key)
    if (known) return known
    const plain = slugs[`${kind}:${base}`] ?? pinyinOf(base)
    const id =
      level === 'upper' && (kind === 'street' || kind === 'office')
        ? `${plain}-street`
        : [...taken.values()].includes(plain)
          ? `${plain}-${kind}`
          : plain
    taken.set(key, id)
    return id
  }
}

/** The places of all lists with their history: the same name at the same level is the same place, whatever its code. */
export function register(dir: string): Place[] {
  const slug = slugger()
  const seen: Seen[] = []
  for (const year of years) {
    const upper = rows(dir, 'streets', year)
    const lower = rows(dir, 'villages', year)
    const besides = new Set([...upper, ...lower].map((r) => `${kindOf(r)}:${stem(r.listed)}`))
    const ids = new Map<string, string>()
    for (const row of [...upper, ...lower]) {
      if (virtualLevel.test(row.listed)) continue
      const kind = kindOf(row)
      const id = slug(kind, row.listed, besides)
      ids.set(row.code, id)
      const parent = (row.parentCode && ids.get(row.parentCode)) || root
      seen.push({ year, id, kind, name: nameOf(row.listed, kind), listed: row.listed, code: row.code, parent })
    }
  }
  const district: Place = {
    id: root,
    kind: 'district',
    name: '铜官区',
    periods: [
      {
        from: '2016-01-01',
        to: null,
        name: '铜官区',
        listed: [],
        code: '340705',
        parent: null,
        real: true,
        source: 'nbs-2016',
      },
    ],
  }
  return [
    district,
    ...Map.groupBy(seen, (s) => s.id)
      .values()
      .map(placeOf),
  ]
}

const otherSpelling = (s: Seen) => (s.listed === s.name ? [] : [s.listed])

/** Lists that say the same are one period; a list that leaves the place out ends it. */
function placeOf(seen: Seen[]): Place {
  const periods: Period[] = []
  for (const s of seen) {
    const last = periods.at(-1)
    if (last && last.name === s.name && last.code === s.code && last.parent === s.parent) {
      last.listed = [...new Set([...last.listed, ...otherSpelling(s)])]
      continue
    }
    const from = `${s.year}-01-01`
    if (last) last.to = from
    periods.push({
      from,
      to: null,
      name: s.name,
      listed: otherSpelling(s),
      code: s.code,
      parent: s.parent,
      real: true,
      source: `nbs-${s.year}`,
    })
  }
  const latest = seen.at(-1) as Seen
  const next = years[years.indexOf(latest.year) + 1]
  const lastPeriod = periods.at(-1) as Period
  if (next) lastPeriod.to = `${next}-01-01`
  return { id: latest.id, kind: latest.kind, name: latest.name, periods }
}
