import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'

const home = fileURLToPath(new URL('../', import.meta.url))
const lockNumber = 0x6c696e6c69 // 'linli'
type File = { name: string; text: string; digest: string }

/**
 * Brings the database to the state this code needs: the numbered files of `migrations` forward, each in a transaction of
 * its own, then all of `sql` anew when any of it changed. Safe to run from many processes at once.
 * @returns the names applied.
 * @throws Error when an applied file was changed since, or the database is ahead of this code.
 */
export async function migrate(url: string, { migrations = join(home, 'migrations'), sql = join(home, 'sql') } = {}) {
  const client = new Client({ connectionString: url, application_name: 'linli migrate' })
  await client.connect()
  try {
    const { server_version_num } = (await client.query('show server_version_num')).rows[0]
    if (Number(server_version_num) < 150000) throw new Error('Linli needs PostgreSQL 15 or newer.')
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await client.query(
      'create table if not exists migration (name text primary key, digest text not null, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; digest: string }>(
      'select name, digest from migration order by name',
    )
    const views = read(sql)
    const digest = digestOf(views.map((v) => v.digest).join())
    const done = rows.filter((r) => r.name !== 'sql')
    const fresh = outstanding(read(migrations), done)
    for (const file of fresh) await apply(client, file.name, file.digest, file.text)
    const sameViews = rows.some((r) => r.name === 'sql' && r.digest === digest)
    if (views.length && !(sameViews && !fresh.length))
      await apply(client, 'sql', digest, views.map((v) => v.text).join('\n'))
    await client.query(letCount)
    return fresh.map((f) => f.name)
  } finally {
    await client.end() // also gives the lock back
  }
}

/** The role that may read the facts_ views and nothing else, where there is one (platform/facts.ts); it may have come since. */
const letCount = `do $$ declare v text; begin
  if exists (select from pg_roles where rolname = 'linli_facts') then
    for v in select table_name from information_schema.views where table_schema = current_schema() and table_name like 'facts\\_%' loop
      execute format('grant select on %I to linli_facts', v);
    end loop;
  end if;
end $$`

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

function read(dir: string): File[] {
  const names = existsSync(dir) ? readdirSync(dir).filter((f) => f.endsWith('.sql')) : []
  return names.sort().map((name) => {
    const text = readFileSync(join(dir, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, text, digest: digestOf(text) }
  })
}

/** What is applied must be exactly the first files of the folder; the rest is still to do. */
function outstanding(files: File[], done: { name: string; digest: string }[]): File[] {
  files.forEach((file, i) => {
    if (Number(file.name.slice(0, 4)) !== i + 1) throw new Error(`migrations/${file.name} should have number ${i + 1}`)
  })
  done.forEach(({ name, digest }, i) => {
    const file = files[i]
    if (file?.name !== name)
      throw new Error(
        `The database has ${name}, which this Linli does not know: it was made by a newer one. Update Linli.`,
      )
    if (file.digest !== digest)
      throw new Error(`migrations/${name} was changed after it was applied. Put it back and write a new migration.`)
  })
  return files.slice(done.length)
}

async function apply(client: Client, name: string, digest: string, text: string) {
  try {
    await client.query(`begin;\n${text}\n;`)
    await client.query(
      'insert into migration (name, digest) values ($1, $2) on conflict (name) do update set digest = excluded.digest',
      [name, digest],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error })
  }
}
