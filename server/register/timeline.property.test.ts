import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  after,
  changed,
  corrected,
  type Data,
  ended,
  type Live,
  type Made,
  onDay,
  same,
  type Turn,
} from './timeline.ts'

/**
 * Against a slow oracle that keeps, for each moment we knew something, what it said of every single day: whatever is changed, corrected or
 * ended, in whatever order, each (day, known on) answers alike, and nothing once known is lost.
 */
const seed = Number(process.env.LINLI_SEED) || randomInt(2 ** 31)
const days = 40
const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10)
const numberOf = (d: string) => Math.round((Date.parse(d) - Date.UTC(2020, 0, 1)) / 86_400_000)

type Row = Live & { recorded: number; replaced: number | null; corrects: string | null }
type Deed =
  | { do: 'change'; from: number; to: number | null; patch: Data }
  | { do: 'correct'; which: number; start: number; end: number; open: boolean; data: Data }
  | { do: 'end'; on: number }

const value = fc.constantFrom('甲', '乙', '丙', null)
const patch = fc.record({ a: value, b: value }, { requiredKeys: [] }) as fc.Arbitrary<Data>
const whole = fc.record({ a: fc.constantFrom('丁', '戊'), b: fc.constantFrom('己', '庚') }) as fc.Arbitrary<Data>
const at = fc.integer({ min: 0, max: days - 1 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('change' as const), from: at, to: fc.option(at), patch }),
  fc.record({
    do: fc.constant('correct' as const),
    which: fc.nat(),
    start: fc.integer({ min: -6, max: 6 }),
    end: fc.integer({ min: -6, max: 6 }),
    open: fc.boolean(),
    data: whole,
  }),
  fc.record({ do: fc.constant('end' as const), on: at }),
)

/** Day by day: index → what was so. */
type Naive = (Data | undefined)[]
const put = (data: Data, patch: Data) => {
  const next: Data = {}
  for (const k of ['a', 'b']) {
    const v = Object.hasOwn(patch, k) ? patch[k] : data[k]
    if (v !== null && v !== undefined) next[k] = v
  }
  return next
}

test('whatever is changed, corrected or ended: every day, as known at every moment, answers as the day-by-day model', () => {
  let corrections = 0
  fc.assert(
    fc.property(at, whole, fc.array(deed, { maxLength: 14 }), (begin, first, deeds) => {
      let ids = 0
      let now = 0
      const rows: Row[] = [
        { id: 'v0', from: day(begin), to: null, data: first, digest: 'd', recorded: 0, replaced: null, corrects: null },
      ]
      let naive: Naive = Array.from({ length: days + 20 }, (_, i) => (i >= begin ? first : undefined))
      const known: Naive[] = [naive]
      const live = () => rows.filter((r) => r.replaced === null).sort((a, b) => (a.from < b.from ? -1 : 1))
      const write = (turn: Turn) => {
        for (const id of turn.gone) {
          const row = rows.find((r) => r.id === id) as Row
          expect(row.replaced).toBeNull()
          row.replaced = now
        }
        for (const m of turn.made as Made[]) {
          expect(m.to === null || m.from < m.to, JSON.stringify(m)).toBe(true)
          const digest = rows.find((r) => r.id === m.of)?.digest ?? 'd'
          const { from, to, data, corrects } = m
          rows.push({ id: `v${++ids}`, from, to, data, digest, recorded: now, replaced: null, corrects })
        }
      }
      for (const d of deeds) {
        known[++now] = naive
        const next = [...naive]
        if (d.do === 'change') {
          const to = d.to !== null && d.to <= d.from ? null : d.to
          for (let i = d.from; i < (to ?? next.length); i++) if (next[i]) next[i] = put(next[i] as Data, d.patch)
          write(changed(live(), { from: day(d.from), to: to === null ? null : day(to) }, d.patch))
        } else if (d.do === 'end') {
          for (let i = d.on; i < next.length; i++) next[i] = undefined
          write(ended(live(), day(d.on)))
        } else {
          const all = live()
          const wrong = all[d.which % Math.max(1, all.length)]
          if (!wrong) continue
          const [a, b] = [numberOf(wrong.from), wrong.to === null ? null : numberOf(wrong.to)]
          const from = a + d.start
          const to = d.open || b === null ? null : b + d.end
          // It stays about some of its own days.
          if ((to !== null && to <= Math.max(from, a)) || (b !== null && from >= b)) continue
          corrections++
          const [before, behind] = [naive[a - 1], b === null ? undefined : naive[b]]
          for (let i = a; i < (b ?? next.length); i++)
            next[i] = i < from ? before : i >= (to ?? Infinity) ? behind : next[i]
          for (let i = Math.max(0, from); i < (to ?? next.length); i++) next[i] = d.data
          write(corrected(all, wrong.id, { from: day(from), to: to === null ? null : day(to) }, d.data))
        }
        naive = next
        known[now] = naive
      }
      for (let k = 0; k <= now; k++) {
        const then = rows.filter((r) => r.recorded <= k && (r.replaced === null || r.replaced > k))
        for (let i = 0; i < days + 15; i++) {
          const found = then.filter((r) => r.from <= day(i) && (r.to === null || day(i) < r.to))
          expect(found.length, `day ${i} known ${k}`).toBeLessThanOrEqual(1)
          const said = (known[k] as Naive)[i]
          expect(same(found[0]?.data, said), `day ${i} known ${k}: ${JSON.stringify([found[0]?.data, said])}`).toBe(
            true,
          )
        }
      }
    }),
    { seed, numRuns: 400 },
  )
  expect(corrections).toBeGreaterThan(100)
})

test('what is left of a version keeps the definition it was written under', () => {
  const live: Live[] = [{ id: 'v0', from: '2020-01-01', to: null, data: { a: '甲' }, digest: 'old' }]
  const turn = changed(live, { from: '2021-01-01', to: null }, { a: '乙' })
  const next = after(live, turn, (m) => `made ${m.from}`, 'new')
  expect(next.map((v) => [v.from, v.to, v.digest])).toEqual([
    ['2020-01-01', '2021-01-01', 'old'],
    ['2021-01-01', null, 'new'],
  ])
  expect(onDay(next, '2020-12-31')?.data).toEqual({ a: '甲' })
})
