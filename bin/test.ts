// npm test [-- filter]: every suite, and as the very last line what came out: N passed, N failed, N skipped.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const minutes = 15
const dir = mkdtempSync(join(tmpdir(), 'linli-result-'))
const file = join(dir, 'result.json')
type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; assertionResults: unknown[] }[]
}

const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...process.argv.slice(2)]
const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { stdio: 'inherit' })
let tooLate = false
const timer = setTimeout(
  () => {
    tooLate = true
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 5000).unref()
  },
  minutes * 60_000 - 20_000,
)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>((done) => {
  child.on('exit', (code) => done(code ?? 1))
  child.on('error', () => done(1))
})
clearTimeout(timer)

const { passed, failed, skipped } = count()
rmSync(dir, { recursive: true, force: true })
if (tooLate) console.log(`The tests took more than ${minutes} minutes and were stopped.`)
if (!passed && !failed) console.log('No test ran.')
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`, () =>
  process.exit(passed && !failed ? 0 : 1),
)

/** A file that could not even be loaded, an error outside any test, a run without a result: each is a failure. */
function count() {
  const report = read()
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const unloaded = report.testResults.filter((f) => f.status === 'failed' && !f.assertionResults.length).length
  const failed = report.numFailedTests + unloaded
  return {
    passed: report.numPassedTests,
    failed: failed || (code !== 0 && report.numPassedTests ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function read(): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
