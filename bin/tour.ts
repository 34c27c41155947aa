import { randomUUID } from 'node:crypto'
import { asked } from '../server/platform/terminal.ts'
import { type Played, play, traveller } from './tour/play.ts'
import { startLinli } from './tour/server.ts'

/** `npm run tour`: a throw-away district, one joint matter over HTTP from application to rating, every date with its reason. */
const [which] = asked('npm run tour [-- exceptions|field]', { words: ['exceptions', 'field'] }).words
const linli = await startLinli()
if (which === 'exceptions') await exceptions()
if (which === 'field') await field()
try {
  const { number, failed } = await play(traveller(linli.url), randomUUID().slice(0, 8), tell)
  console.log(`\n办件 ${number}：一次申请，三个部门并联，一个答复。`)
  const { steps } = await import('./tour/steps.ts')
  await linli.stop()
  console.log(`tour: ${steps.length} steps, ${failed} failed`)
  process.exit(failed ? 1 : 0)
} catch (error) {
  await linli.stop()
  throw error
}

function tell({ step, ok, why, m }: Played, n: number) {
  const when = new Date(Date.parse(step.at) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
  console.log(
    `${ok ? '✓' : '✗'} ${String(n).padStart(2)}  ${when}  ${step.name}：${step.does}${why ? `  —— ${why}` : ''}`,
  )
  if (!m) return
  console.log(`       ${m.holding}`)
  if (!step.explain) return
  const [kind, unit] = step.explain.split(':')
  const clock = unit
    ? m.tasks.findLast((t) => t.unit === unit && t.kind !== 'consultation')?.clock
    : m.clocks.findLast((k) => k.name === kind && !k.endedAt)
  for (const s of clock?.explanation ?? []) console.log(`         · ${s.text}`)
}

/** `npm run tour -- exceptions`: every exception on a matter of its own, one after the other through the same autumn. */
async function exceptions() {
  const { ask } = traveller(linli.url)
  const scenes = (await import('./tour/exceptions/index.ts')).scenes
  const { stageOn } = await import('./tour/exceptions/scene.ts')
  let [failed, lines] = [0, [] as string[]]
  const moveTo = async (to: string) => void (await ask('shi-rui', 'POST', '/api/demo/clock', { to }, randomUUID()))
  const stage = stageOn(
    (who, method, path, body) => ask(who ?? '', method, path, body, method === 'GET' ? undefined : randomUUID()),
    moveTo,
    (line) => lines.push(line),
  )
  for (const [i, scene] of scenes.entries()) {
    lines = []
    const why = await scene.play(stage).then(
      () => null,
      (error: Error) => error.message,
    )
    if (why) failed++
    console.log(`${why ? '✗' : '✓'} ${String(i + 1).padStart(2)}  ${scene.rule}${why ? `  —— ${why}` : ''}`)
    for (const line of lines) console.log(`         · ${line}`)
  }
  await linli.stop()
  console.log(`tour: ${scenes.length} exceptions, ${failed} failed`)
  process.exit(failed ? 1 : 0)
}

/** `npm run tour -- field`: three phones in the grid, told over HTTP, then on as many random days (LINLI_SEQUENCES, 200). */
async function field() {
  const { playField } = await import('./tour/field.ts')
  try {
    const failed = await playField(
      linli.url,
      traveller(linli.url),
      Number(process.env.LINLI_SEQUENCES ?? 200),
      console.log,
    )
    await linli.stop()
    process.exit(failed ? 1 : 0)
  } catch (error) {
    await linli.stop()
    throw error
  }
}
