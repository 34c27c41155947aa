/**
 * What an entry was, from day to day. Pure. Nothing is overwritten: each act says which versions are no longer what we know (`gone`) and
 * which are written in their place (`made`). Days are YYYY-MM-DD; `to` is the first day on which it was no longer so, null: it still is.
 */

export type Data = Record<string, unknown>
export type Span = { from: string; to: string | null }
/** A version that we hold for true now. */
export type Live = Span & { id: string; data: Data; digest: string }
/** `of`: the version whose remains it is; its words are not new. `corrects`: the version it was written to mend. */
export type Made = Span & { data: Data; of: string | null; corrects: string | null }
export type Turn = { gone: string[]; made: Made[] }

const ends = (to: string | null) => to ?? '9999-99-99'
const earlier = (a: string | null, b: string | null) => (ends(a) < ends(b) ? a : b)
const later = (a: string, b: string) => (a > b ? a : b)
export const covers = (s: Span, day: string) => s.from <= day && day < ends(s.to)
export const onDay = <S extends Span>(live: S[], day: string): S | undefined => live.find((v) => covers(v, day))
const overlaps = (a: Span, b: Span) => a.from < ends(b.to) && b.from < ends(a.to)

/** Key order does not count. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  const [x, y] = [a as Data, b as Data]
  const keys = Object.keys(x)
  return keys.length === Object.keys(y).length && keys.every((k) => Object.hasOwn(y, k) && same(x[k], y[k]))
}

/** What is left of a version outside a span. */
const rests = (v: Live, s: Span): Made[] => [
  ...(v.from < s.from ? [{ from: v.from, to: s.from, data: v.data, of: v.id, corrects: null }] : []),
  ...(s.to !== null && ends(v.to) > s.to ? [{ from: s.to, to: v.to, data: v.data, of: v.id, corrects: null }] : []),
]

/** null takes a field away. */
export function patched(data: Data, patch: Data): Data {
  const next = { ...data, ...patch }
  for (const [k, v] of Object.entries(patch)) if (v === null) delete next[k]
  return next
}

/** From a day on (until another) these fields are so. What else was said of those days stays. */
export function changed(live: Live[], span: Span, patch: Data): Turn {
  const turn: Turn = { gone: [], made: [] }
  for (const v of live) {
    if (!overlaps(v, span)) continue
    const data = patched(v.data, patch)
    if (same(data, v.data)) continue
    turn.gone.push(v.id)
    const middle = { from: later(v.from, span.from), to: earlier(v.to, span.to), data, of: null, corrects: null }
    turn.made.push(...rests(v, span), middle)
  }
  return turn
}

/**
 * A version was wrong: in its days, its fields, or both. Days it gives up go to the version it borders on there, so that a change dated
 * wrongly moves; days it takes are taken from whoever had them.
 */
export function corrected(live: Live[], id: string, span: Span, data: Data): Turn {
  const wrong = live.find((v) => v.id === id)
  if (!wrong) return { gone: [], made: [] }
  const before = live.find((v) => v.to === wrong.from)
  const after = live.find((v) => v.from === wrong.to)
  const turn: Turn = { gone: [id], made: [{ ...span, data, of: null, corrects: id }] }
  for (const v of live) {
    if (v.id === id) continue
    const mine: Span = {
      from: v === after && span.to !== null && span.to < v.from ? span.to : v.from,
      to: v === before && span.from > ends(v.to) ? span.from : v.to,
    }
    if (same(mine, { from: v.from, to: v.to }) && !overlaps(v, span)) continue
    turn.gone.push(v.id)
    turn.made.push(...rests({ ...v, ...mine }, span))
  }
  return turn
}

/** From that day on there is no such thing. */
export function ended(live: Live[], on: string): Turn {
  const touched = live.filter((v) => ends(v.to) > on)
  return { gone: touched.map((v) => v.id), made: touched.flatMap((v) => rests(v, { from: on, to: null })) }
}

/** Versions that a turn replaced and wrote again as they were keep their place in the list of what is known. */
export const after = (live: Live[], turn: Turn, idOf: (m: Made) => string, digest: string): Live[] =>
  [
    ...live.filter((v) => !turn.gone.includes(v.id)),
    ...turn.made.map((m) => ({
      id: idOf(m),
      from: m.from,
      to: m.to,
      data: m.data,
      digest: live.find((v) => v.id === m.of)?.digest ?? digest,
    })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1))
