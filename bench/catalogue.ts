import { fileURLToPath } from 'node:url'
import { readItems } from '../server/content/pack.ts'
import { indexItems, search } from '../server/content/search.ts'
import type { Figure } from './main.ts'

/**
 * Finding an item in a catalogue of 1,135: as plain words, fragments, pinyin and initials. The floor looks for the bare words in
 * the names and nothing else.
 */
export async function catalogue(): Promise<Record<string, Figure>> {
  const pack = readItems(fileURLToPath(new URL('../content/tongguan', import.meta.url))).map((i) => i.item)
  const items = Array.from({ length: 1135 }, (_, i) => {
    const item = pack[i % pack.length] as (typeof pack)[number]
    const round = Math.floor(i / pack.length)
    return { ...item, id: `${item.id}-${round}`, name: round ? `${item.name}（第${round}类）` : item.name }
  })
  const index = indexItems(items)
  const asked = pack.flatMap((i) => [
    i.name,
    i.name.slice(0, 2),
    i.name.slice(1, 5),
    ...i.keywords.slice(0, 2),
    'dibao',
    'gzf',
    '奶奶八十岁了有没有补贴',
  ])
  const p95 = (find: (q: string) => unknown) => {
    const times = asked.map((q) => {
      const from = performance.now()
      find(q)
      return performance.now() - from
    })
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] as number
  }
  p95((q) => search(index, q)) // warm
  const ours = p95((q) => search(index, q))
  const floor = p95((q) => items.filter((i) => i.name.includes(q)))
  return { 'search-1135-p95': { ours, floor, ratio: ours / floor, unit: 'ms' } }
}
