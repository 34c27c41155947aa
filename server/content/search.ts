import { pinyin } from 'pinyin-pro'
import type { Item, Line } from './item.ts'

/** Finding an item by plain words, a fragment, pinyin or its initials. All in memory: a catalogue is a thousand items. */
type Entry = {
  item: Item
  name: string
  keywords: string[]
  said: string[]
  initials: string[]
  grams: Map<string, number>
}
export type Index = { entries: Entry[]; rarity: Map<string, number> }

export function indexItems(items: Item[]): Index {
  const entries = items.map((item) => {
    const terms = [item.name, ...item.keywords]
    const spoken = terms.map((t) =>
      pinyin(t, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((s) => s.toLowerCase()),
    )
    const grams = new Map<string, number>()
    for (const [text, weight] of [
      [item.name, 3],
      [item.keywords.join(' '), 3],
      [item.summary, 1],
      [item.conditions.join(' '), 0.5],
    ] as const)
      for (const g of bigrams(text)) grams.set(g, Math.max(grams.get(g) ?? 0, weight))
    return {
      item,
      name: item.name,
      keywords: item.keywords,
      grams,
      said: spoken.map((s) => s.join('')),
      initials: spoken.map((s) => s.map((x) => x[0] ?? '').join('')),
    }
  })
  const seenIn = new Map<string, number>()
  for (const e of entries) for (const g of e.grams.keys()) seenIn.set(g, (seenIn.get(g) ?? 0) + 1)
  const rarity = new Map([...seenIn].map(([g, n]) => [g, Math.log(1 + entries.length / n)]))
  return { entries, rarity }
}

/** Best first; everything of the line, by name, when nothing is asked. */
export function search(index: Index, q: string, line?: Line): Item[] {
  const asked = q.normalize('NFKC').trim().toLowerCase()
  const inLine = index.entries.filter((e) => !line || e.item.line === line)
  if (!asked) return inLine.map((e) => e.item)
  const scored = inLine.map((e) => ({ item: e.item, score: score(index, e, asked) })).filter((s) => s.score > 0)
  scored.sort(
    (a, b) => b.score - a.score || a.item.name.length - b.item.name.length || (a.item.id < b.item.id ? -1 : 1),
  )
  const best = scored[0]?.score ?? 0
  return scored.filter((s) => s.score >= best / 6).map((s) => s.item)
}

function score(index: Index, e: Entry, asked: string): number {
  if (/^[a-z' ]+$/.test(asked)) {
    const typed = asked.replace(/[' ]/g, '')
    if (!typed) return 0
    const within = e.said.some((s) => s.length > 4 && typed.includes(s)) ? 1 : 0
    const best = (list: string[]) =>
      Math.max(...list.map((s) => (s === typed ? 3 : s.startsWith(typed) ? 2 : s.includes(typed) ? 1 : 0)))
    return Math.max(best(e.initials) * 10, typed.length > 2 ? Math.max(best(e.said), within) * 10 : 0)
  }
  if (e.name === asked) return 1000
  let sum = e.name.includes(asked) ? 100 : e.keywords.some((k) => k === asked) ? 90 : 0
  for (const k of e.keywords) if (k.length > 1 && asked.includes(k)) sum += 20 * k.length
  for (const g of bigrams(asked)) sum += (e.grams.get(g) ?? 0) * (index.rarity.get(g) ?? 0)
  return sum
}

function bigrams(text: string): string[] {
  const chars = [...text.normalize('NFKC').toLowerCase()].filter((c) => /[\p{L}\p{N}]/u.test(c))
  return chars.length === 1 ? chars : chars.slice(1).map((c, i) => `${chars[i]}${c}`)
}
