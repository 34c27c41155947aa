import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/** A server of its own on a free port, with a data folder that goes with it. `kill` is -9; `start` starts it again. */
export async function startLinli() {
  const dir = mkdtempSync(join(tmpdir(), 'linli-tour-'))
  chmodSync(dir, 0o755)
  const port = await freePort()
  let child: ChildProcess | null = null
  const { DATABASE_URL: _, ...env } = process.env
  async function start() {
    const fresh = spawn(process.execPath, [main], {
      env: { ...env, PORT: String(port), LINLI_DATA: dir, LINLI_DEMO: '1', LINLI_LOG: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = fresh
    let said = ''
    await new Promise<void>((ready, failed) => {
      const hear = (d: Buffer) => {
        said += d
        if (said.includes('is ready')) ready()
      }
      fresh.stdout.on('data', hear)
      fresh.stderr.on('data', hear)
      fresh.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${said.slice(-2000)}`)))
    })
  }
  const ended = (c: ChildProcess | null) =>
    new Promise<void>((done) =>
      !c || c.exitCode !== null || c.signalCode !== null ? done() : c.once('exit', () => done()),
    )
  await start()
  return {
    url: `http://127.0.0.1:${port}`,
    start,
    async kill() {
      child?.kill('SIGKILL')
      await ended(child)
    },
    async stop() {
      child?.kill('SIGTERM')
      await ended(child)
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
