import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identity } from './lock.ts'
import { folderFor, type Place } from './place.ts'

// Its text, not its path: the server's user may not be able to read our folder.
const guardian = readFileSync(new URL('./guardian.sh', import.meta.url), 'utf8').replace(/^#.*\n/gm, '')
type Say = (line: string) => void

/** A server left behind (its guardian was killed too) is shut down; then what it left is swept away. */
export async function stopSurvivor({ data, run }: Place, say: Say) {
  const pidFile = join(data, 'postmaster.pid')
  const pid = postmaster(data)?.pid
  if (pid && isServerOf(pid, data)) {
    say(`Stopping the database left running by an earlier start (process ${pid}) ...`)
    await end(pid)
  } else if (await answers(join(run, '.s.PGSQL.5432')))
    throw new Error(`A database server that this system cannot see, perhaps in another container, is using ${data}.`)
  rmSync(pidFile, { force: true })
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(run, name), { force: true })
}

function isServerOf(pid: number, data: string): boolean {
  if (!identity(pid)) return false
  if (process.platform === 'linux') return readlinkOf(`/proc/${pid}/cwd`) === data
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return Boolean(stdout?.includes('postgres') && stdout.includes(data))
}
const readlinkOf = (path: string) => {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

const answers = (path: string) =>
  new Promise<boolean>((done) => {
    const socket = connect(path, () => done(true)).on('error', () => done(false))
    socket.on('connect', () => socket.destroy())
  })

/** Fast shutdown; immediate after half a minute; and if even that is not heard, the end. */
export async function end(pid: number) {
  const who = identity(pid)
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    if (!who || identity(pid) !== who) return
    process.kill(pid, signal)
    for (let waited = 0; waited < seconds * 1000 && identity(pid) === who; waited += 10) await sleep(10)
  }
}

/** Makes the data folder: whole, or not at all. */
export function initialise({ home, data, bin, owner }: Place, durable: boolean) {
  const draft = join(home, 'data.new')
  rmSync(draft, { recursive: true, force: true })
  folderFor(owner, draft)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C']
  const done = spawnSync(
    join(bin, 'bin', 'initdb'),
    [
      '-D',
      draft,
      '-U',
      'linli',
      '-A',
      'trust',
      '-E',
      'UTF8',
      ...locale,
      '--lc-ctype=C.UTF-8',
      '--lc-messages=C',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...owner, cwd: '/', env: environment(), encoding: 'utf8' },
  )
  if (done.status !== 0)
    throw new Error(`initdb failed: ${done.error?.message ?? `${done.stdout}${done.stderr}`.trim()}`)
  renameSync(draft, data)
}

/** Without the caller's PG* variables, which would redirect the server. */
const environment = () => Object.fromEntries(Object.entries(process.env).filter(([k]) => !/^(PG|LC_|LANG|TZ$)/.test(k)))

const settings = (run: string, durable: boolean) => ({
  listen_addresses: '',
  unix_socket_directories: run,
  unix_socket_permissions: '0700',
  max_connections: '200',
  shared_buffers: '512MB',
  max_wal_size: '2GB', // a whole district comes in within one checkpoint
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  fsync: durable ? 'on' : 'off',
  full_page_writes: durable ? 'on' : 'off',
  synchronous_commit: durable ? 'on' : 'off',
})

export type Running = { child: ChildProcess; pid: number }
/** Starts the server under its guardian and waits until it takes connections, however long its recovery is. */
export async function launch(
  { data, run, log, bin, owner }: Place,
  durable: boolean,
  say: (line: string) => void,
): Promise<Running> {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 20 * 1024 * 1024) truncateSync(log)
  const out = openSync(log, 'a', 0o600)
  const from = statSync(log).size
  const flags = Object.entries(settings(run, durable)).flatMap(([k, v]) => ['-c', `${k}=${v}`])
  // A session of its own: Ctrl-C in the terminal is for Linli, which then shuts the server down in order.
  const child = spawn('/bin/sh', ['-c', guardian, 'guardian', join(bin, 'bin', 'postgres'), '-D', data, ...flags], {
    ...owner,
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['ignore', out, out, 'pipe'],
  })
  closeSync(out)
  child.on('error', () => {})
  const leash = child.stdio[3] as unknown as NodeJS.Socket & { unref(): void }
  leash.on('error', () => {})
  leash.unref()
  child.unref()
  for (let waited = 0; child.exitCode === null && child.signalCode === null; waited += 5) {
    const now = postmaster(data)
    if (now?.status === 'ready') return { child, pid: now.pid }
    if (waited === 5000) say('The database is recovering what an interrupted run left ...')
    await sleep(5)
  }
  const said = readFileSync(log, 'utf8').slice(from).trim().split('\n').slice(-12).join('\n')
  throw new Error(`The database did not start:\n${said}\n(log: ${log})`)
}

/** First line: process number; eighth: what it is doing. */
function postmaster(data: string): { pid: number; status: string } | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' }
  } catch {
    return null
  }
}
