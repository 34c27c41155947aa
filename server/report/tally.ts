import type { Template } from '../content/report.ts'
import type { Class, Filled } from './resolve.ts'
import { weakest } from './rules.ts'

export type Line = { n: number; title: string; class: Class; text: string; source: string; rows: number | null }

/** The figures a report is measured by, each as good as the weakest of the marks that make it up. Pure. */
export const linesOf = (template: Pick<Template, 'yardstick'>, filled: Filled[]): Line[] =>
  (template.yardstick ?? []).map(({ n, title, marks }) => {
    const parts = marks.flatMap((m) => filled.find((f) => f.mark === m) ?? [])
    const counted = parts.flatMap((f) => f.rows ?? [])
    return {
      n,
      title,
      class: parts.length === marks.length ? weakest(parts.map((f) => f.class)) : 'missing',
      text: parts.map((f) => (f.now ? `${f.text}（现为${f.now}）` : f.text)).join('／'),
      source: [...new Set(parts.map((f) => f.source))].join('；'),
      rows: counted.length ? counted.reduce((a, b) => a + b, 0) : null,
    }
  })

export function countOf(lines: Line[]): Record<Class, number> & { all: number } {
  const of = (c: Class) => lines.filter((l) => l.class === c).length
  return { live: of('live'), target: of('target'), missing: of('missing'), all: lines.length }
}
