import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'

const script = fileURLToPath(new URL('./casework.sql', import.meta.url))
const debian = '/usr/lib/postgresql'
const candidates = [
  '/usr/bin/pgbench',
  ...(existsSync(debian) ? readdirSync(debian).map((v) => join(debian, v, 'bin/pgbench')) : []),
]

/** Cases per second of bench/casework.sql through pgbench: the same rows read and written, without anything of ours. */
export async function pgbench(url: string, clients: number, seconds: number): Promise<number> {
  const bin = process.env.PGBENCH ?? candidates.find(existsSync)
  if (!bin)
    throw new Error('The floor needs pgbench (Debian: postgresql-contrib or postgresql-client), or set PGBENCH.')
  await prepare(url)
  const u = new URL(url)
  const env = {
    ...process.env,
    PGHOST: u.searchParams.get('host') ?? u.hostname,
    PGUSER: decodeURIComponent(u.username),
    PGDATABASE: u.pathname.slice(1),
    PGPASSWORD: decodeURIComponent(u.password),
  }
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    String(Math.min(clients, 2)),
    '-T',
    String(seconds),
    '-f',
    script,
  ]
  const out = await new Promise<string>((resolve, reject) => {
    const child = spawn(bin, args, { env })
    let text = ''
    child.stdout.on('data', (d) => (text += d))
    child.stderr.on('data', (d) => (text += d))
    child
      .on('error', reject)
      .on('exit', (code) => (code === 0 ? resolve(text) : reject(new Error(`pgbench ended with ${code}: ${text}`))))
  })
  const tps = /tps = ([\d.]+)/.exec(out)?.[1]
  if (!tps) throw new Error(`pgbench said no tps: ${out}`)
  return Number(tps)
}

/** A session for the script to look up, as every request of ours looks one up. */
async function prepare(url: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`insert into session (district, token_hash, account_id, created_at, expires_at)
    values ('340705', '\\x00', 'zhou-min', now(), now() + interval '1 day') on conflict do nothing`)
  await client.end()
}
