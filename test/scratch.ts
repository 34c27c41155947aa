import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startPostgres } from '../server/platform/postgres/start.ts'

/**
 * A PostgreSQL to be thrown away: that of LINLI_TEST_DATABASE_URL, or an embedded one in a temporary folder, without
 * fsync. `url` names its maintenance database.
 */
export async function scratchServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.LINLI_TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const dir = mkdtempSync(join(tmpdir(), 'linli-test-'))
  chmodSync(dir, 0o755) // under root the server runs as another user, who must get in
  const server = await startPostgres({ dataDir: dir, durable: false })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Creates a database, empty or a copy of `template`, and gives its URL. */
export async function createDatabase(serverUrl: string, template?: string): Promise<string> {
  const name = `linli_test_${randomBytes(6).toString('hex')}`
  await sql(serverUrl, `create database ${name} ${template ? `template ${template}` : ''}`)
  return databaseUrl(serverUrl, name)
}

export const dropDatabase = (serverUrl: string, url: string) =>
  sql(serverUrl, `drop database if exists ${databaseName(url)} with (force)`)

export const databaseName = (url: string) => new URL(url).pathname.slice(1)
function databaseUrl(serverUrl: string, name: string) {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function sql(url: string, text: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
