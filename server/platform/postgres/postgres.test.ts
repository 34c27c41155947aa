import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identity } from './lock.ts'
import { startPostgres } from './start.ts'

let dir: string
const children: ChildProcess[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'linli pg '))
  chmodSync(dir, 0o755)
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await sleep(200)
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
})

const quiet = () => {}
const start = () => startPostgres({ dataDir: dir, say: quiet })
async function ask(url: string, text: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
async function until(seconds: number, done: () => boolean) {
  for (let waited = 0; waited < seconds * 1000; waited += 20) {
    if (done()) return true
    await sleep(20)
  }
  return false
}

/** Another Linli in a process of its own, which can be killed. */
async function elsewhere() {
  const module = new URL('./start.ts', import.meta.url).href
  const script = `const { startPostgres } = await import(${JSON.stringify(module)})
    const pg = await startPostgres({ dataDir: ${JSON.stringify(dir)}, say() {} })
    console.log(JSON.stringify({ url: pg.url, pid: pg.pid() }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  const line = await new Promise<string>((told, ended) => {
    child.stdout?.once('data', (text) => told(String(text)))
    child.once('exit', (code) => ended(new Error(`ended with ${code}`)))
  })
  return { child, ...(JSON.parse(line) as { url: string; pid: number }) }
}

test('what was committed is there after a stop and a start', async () => {
  const first = await start()
  await ask(first.url, "create table kept as select '王小明' as name")
  await first.stop()
  expect(identity(first.pid())).toBeNull()
  const second = await start()
  expect(await ask(second.url, 'select name from kept')).toEqual([{ name: '王小明' }])
  expect(await ask(second.url, 'show fsync')).toEqual([{ fsync: 'on' }])
  expect(await ask(second.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
  await second.stop()
})

test('killed outright, Linli takes its server along, and the next start finds every committed row', async () => {
  const { child, url, pid } = await elsewhere()
  await ask(url, 'create table kept as select 7 as n')
  child.kill('SIGKILL')
  expect(await until(5, () => identity(pid) === null)).toBe(true)
  const next = await start()
  expect(await ask(next.url, 'select n from kept')).toEqual([{ n: 7 }])
  await next.stop()
})

test.runIf(process.platform === 'linux')(
  'a server whose guardian was killed too is found and stopped by the next start',
  async () => {
    const { child, url, pid } = await elsewhere()
    await ask(url, 'create table kept as select 7 as n')
    const guardian = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
    const watch = readFileSync(`/proc/${guardian}/task/${guardian}/children`, 'utf8').trim().split(' ').map(Number)
    for (const p of watch) if (p !== pid) process.kill(p, 'SIGKILL')
    process.kill(guardian, 'SIGKILL')
    child.kill('SIGKILL')
    await sleep(300)
    expect(identity(pid)).not.toBeNull()
    const next = await start()
    expect(next.pid()).not.toBe(pid)
    expect(await ask(next.url, 'select n from kept')).toEqual([{ n: 7 }])
    await next.stop()
  },
)

test('a killed server is started again and recovers', async () => {
  const pg = await start()
  await ask(pg.url, 'create table kept as select 7 as n')
  const before = pg.pid()
  process.kill(before, 'SIGKILL')
  expect(await until(10, () => pg.pid() !== before)).toBe(true)
  expect(await ask(pg.url, 'select n from kept')).toEqual([{ n: 7 }])
  await pg.stop()
})

test('a second Linli on the same folder is refused and told by whom', async () => {
  const { child } = await elsewhere()
  await expect(start()).rejects.toThrow(`already running on ${dir} (process ${child.pid})`)
})

test('a lock left by a process number that now stands for another process does not hold', async () => {
  writeFileSync(join(dir, 'lock'), JSON.stringify({ pid: process.pid, identity: 'an earlier boot' }))
  const pg = await start()
  await pg.stop()
})

test('of ten starts at once one gets the folder', async () => {
  const all = await Promise.allSettled(Array.from({ length: 10 }, () => elsewhere()))
  expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
})
