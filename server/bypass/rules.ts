import type { Problem } from '../platform/refusal.ts'

export type Line = { day: string; item: string; applicant: string; number: string; point: string }
export const columns = ['日期', '事项', '申请人', '编号', '受理点']
export const mostLines = 2000

/** The lines of a department's log, or everything that is wrong with them, by line. */
export function linesOf(rows: string[][]): { lines: Line[]; problems: Problem[] } {
  const [head = [], ...body] = rows
  const at = columns.map((c) => head.map((h) => h.trim()).indexOf(c))
  const missing = columns.filter((_, i) => at[i] === -1)
  if (missing.length)
    return { lines: [], problems: [{ field: 'csv', message: `第一行缺少这些列：${missing.join('、')}` }] }
  if (body.length > mostLines)
    return {
      lines: [],
      problems: [{ field: 'csv', message: `一次最多导入 ${mostLines} 行，这里有 ${body.length} 行` }],
    }
  const problems: Problem[] = []
  const seen = new Set<string>()
  const lines = body.map((row, i): Line => {
    const [day = '', item = '', applicant = '', number = '', point = ''] = at.map((k) => (row[k] ?? '').trim())
    const say = (message: string) => problems.push({ field: `csv.${i + 2}`, message: `第 ${i + 2} 行：${message}` })
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) say('“日期”应写成 2026-09-21')
    if (!item) say('缺少“事项”')
    if (!number) say('缺少“编号”')
    else if (seen.has(number)) say(`编号“${number}”重复`)
    seen.add(number)
    return {
      day,
      item: item.slice(0, 200),
      applicant: applicant.slice(0, 50),
      number: number.slice(0, 60),
      point: point.slice(0, 100),
    }
  })
  return { lines, problems: problems.slice(0, 20) }
}
