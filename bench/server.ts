import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const server = fileURLToPath(new URL('../server/main.ts', import.meta.url))

/** The server as it is started in earnest, on a database of its own. */
export async function startLinli(port: number, dir: string, url: string): Promise<ChildProcess> {
  const env = {
    ...process.env,
    PORT: String(port),
    LINLI_DATA: dir,
    DATABASE_URL: url,
    LINLI_DEMO: '1',
    LINLI_LOG: 'error',
    NODE_ENV: 'production',
  }
  const child = spawn(process.execPath, ['--max-semi-space-size=8', server], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    child.stdout?.on('data', (d) => String(d).includes('ready') && ready())
  })
  return child
}

export async function signIn(base: string, account: string): Promise<string> {
  const res = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  })
  return res.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
