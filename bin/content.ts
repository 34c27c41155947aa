// npm run content -- check [dir]: all that stands in the way of publishing a pack; 1 when there is anything.
// npm run content -- trace <process> [dir]: writes the process's example paths anew. Read the difference before you commit.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent, problemLine } from '../server/content/check.ts'
import { filesIn } from '../server/content/publish.ts'
import { compile } from '../server/kernel/compile.ts'
import { record, type Trace } from '../server/kernel/trace.ts'
import { examples } from './content/examples.ts'

const usual = 'content/tongguan'
const [verb, ...rest] = process.argv.slice(2)

if (verb === 'check') await check(rest[0] ?? usual)
else if (verb === 'trace' && rest[0]) await trace(rest[0], rest[1] ?? usual)
else {
  console.error('usage: npm run content -- check [dir] | trace <process> [dir]')
  process.exitCode = 1
}

async function check(dir: string) {
  const problems = await checkContent(dir)
  for (const problem of problems) console.log(problemLine(problem))
  const items = filesIn(dir, 'items', '.json').length
  const found = problems.length > 0 ? `${problems.length} 个问题` : '没有问题'
  console.log(
    `${dir}：${items} 个事项，${filesIn(dir, 'processes', '.bpmn').length} 个流程，${filesIn(dir, 'registers', '.json').length} 本台账，${found}`,
  )
  if (items === 0) console.error(`${dir} 里没有事项`)
  if (problems.length > 0 || items === 0) process.exitCode = 1
}

/** The events of a trace that is there stay as their author wrote them; only what the process does is recorded anew. */
async function trace(id: string, dir: string) {
  const compiled = await compile(readFileSync(join(dir, 'processes', `${id}.bpmn`), 'utf8'))
  const path = join(dir, 'processes', `${id}.trace.json`)
  const before: Trace | null = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
  const paths = before
    ? before.paths.map((p) =>
        record(
          compiled,
          p.name,
          p.steps.map((s) => s.event),
        ),
      )
    : examples(compiled)
  const lines = paths.map((p) => {
    const steps = p.steps.map((s) => `        ${JSON.stringify(s)}`).join(',\n')
    return `    {\n      "name": ${JSON.stringify(p.name)},\n      "steps": [\n${steps}\n      ]\n    }`
  })
  writeFileSync(path, `{\n  "paths": [\n${lines.join(',\n')}\n  ]\n}\n`)
  console.log(`${path}：${paths.length} 条轨迹`)
}
