import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Case, judge, type Verdict } from './conformance/betsy.ts'

/**
 * npm run conformance -- DIR: runs every process of a folder with `cases.json` and `bpmn/` and tells of each case whether the
 * kernel does what is expected (right), refuses the process before it could run (refused), or does something else (wrong).
 */
type Group = { name: string; file: string; cases: Case[] }

export async function conformance(dir: string): Promise<(Verdict & { name: string; input: string | null })[]> {
  const groups = JSON.parse(readFileSync(join(dir, 'cases.json'), 'utf8')) as Group[]
  const files = readdirSync(join(dir, 'bpmn'), { recursive: true }).map(String)
  const library = (id: string) => {
    const file = files.find((f) => f.endsWith(`${id}.bpmn`))
    return file && readFileSync(join(dir, 'bpmn', file), 'utf8')
  }
  const verdicts = []
  for (const { name, file, cases } of groups) {
    const path = join(dir, 'bpmn', file)
    const xml = existsSync(path) ? readFileSync(path, 'utf8') : ''
    for (const c of cases) verdicts.push({ name, input: c.input, ...(await judge(xml, c, library)) })
  }
  return verdicts
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dir] = process.argv.slice(2)
  if (!dir) throw new Error('usage: npm run conformance -- DIR   (a folder with cases.json and bpmn/)')
  const verdicts = await conformance(dir)
  const count = (kind: Verdict['kind']) => verdicts.filter((v) => v.kind === kind).length
  for (const v of verdicts)
    if (v.kind !== 'right') console.log(`${v.kind} ${v.name}${v.input ? ` (${v.input})` : ''}: ${v.why}`)
  console.log(`right ${count('right')}, refused ${count('refused')}, wrong ${count('wrong')} of ${verdicts.length}`)
  process.exitCode = count('wrong') > 0 ? 1 : 0
}
