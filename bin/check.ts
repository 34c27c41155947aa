// npm run check: everything that can be said about the code without running it. One line a step; 1 when any failed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileLengths } from './check/lengths.ts'

type Result = { ok: boolean; said: string }
type Step = { name: string; when?: string; run: () => Promise<Result> }

const node = (...args: string[]) => run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args])
const steps: Step[] = [
  { name: 'schema', run: () => node('bin/schema.ts', '--check') },
  { name: 'types', run: () => node('node_modules/typescript7/bin/tsc', '-p', '.', '--pretty', 'false') },
  { name: 'style', run: () => node('node_modules/@biomejs/biome/bin/biome', 'ci', '--max-diagnostics=60', '.') },
  { name: 'walls', run: () => node('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...cruised()) },
  { name: 'client', when: 'server/app.ts', run: () => node('bin/client.ts', '--check') },
  { name: 'content', when: 'bin/content.ts', run: () => node('bin/content.ts', 'check') },
  { name: 'lengths', run: fileLengths },
]

function cruised() {
  const folders = ['server', 'web', 'bin', 'test', 'bench'].filter((f) => existsSync(f))
  return ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...folders]
}

function run(command: string, args: string[]): Promise<Result> {
  return new Promise((done) => {
    const child = spawn(command, args, { env: { ...process.env, FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.on('error', (error) => done({ ok: false, said: error.message }))
    child.on('close', (code) => done({ ok: code === 0, said }))
  })
}

async function report({ name, when, run }: Step): Promise<boolean> {
  if (when && !existsSync(when)) {
    console.log(`${name.padEnd(8)} -         no ${when} yet`)
    return true
  }
  const start = performance.now()
  const { ok, said } = await run().catch((error) => ({ ok: false, said: String(error?.stack ?? error) }))
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5)
  console.log(`${name.padEnd(8)} ${ok ? 'ok    ' : 'FAILED'} ${seconds} s`)
  const telling = ok ? (name === 'lengths' ? said : '') : said
  if (telling.trim()) console.log(telling.trim().replace(/^/gm, '    '))
  return ok
}

const begun = performance.now()
const waiting = [...steps]
const results: boolean[] = []
const worker = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await report(step))
}
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker))
const failed = results.filter((ok) => !ok).length
console.log(
  `check: ${results.length - failed} ok, ${failed} failed, ${((performance.now() - begun) / 1000).toFixed(1)} s`,
)
process.exitCode = failed ? 1 : 0
