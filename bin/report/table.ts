import type { Line } from '../../server/report/tally.ts'

const wide =
  /[\u1100-\u115f\u2018-\u201d\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
const widthOf = (s: string) => [...s].reduce((w, c) => w + (wide.test(c) ? 2 : 1), 0)
const cut = (s: string, most: number) => {
  let [kept, width] = ['', 0]
  for (const c of s) {
    width += wide.test(c) ? 2 : 1
    if (width > most - 1) return `${kept}…`
    kept += c
  }
  return kept
}
const words = { live: '有明细', target: '目标', missing: '暂无' }

/** The figures as columns that stand under each other, Chinese counted as two. */
export function table(lines: Line[], beside: { year: string; of: Map<number, string> } | null): string {
  const head = ['#', '数字', '算出', beside ? `${beside.year} 年` : '', '类', '明细', '来源']
  const rows = lines.map((l) => [
    String(l.n),
    l.title,
    cut(l.text, 34),
    beside?.of.get(l.n) ?? '',
    words[l.class],
    l.rows === null ? '' : String(l.rows),
    cut(l.source, 64),
  ])
  const widths = head.map((h, i) => Math.max(widthOf(h), ...rows.map((r) => widthOf(r[i] ?? ''))))
  return [head, ...rows]
    .map((r) =>
      r
        .map((c, i) => c + ' '.repeat((widths[i] ?? 0) - widthOf(c)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
