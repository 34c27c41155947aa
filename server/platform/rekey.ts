import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { act, clockwork } from './act.ts'
import type { Clock } from './clock.ts'
import type { Crypto } from './crypto.ts'
import type { Db } from './db.ts'
import { dropSealed, firstFrame, keepSealed, readSealed } from './vault.ts'

/** Every sealed column there is, and which hash is made of which: a test holds it against the tables. */
export const sealedTables: { table: string; sealed: string[]; blind?: Record<string, string> }[] = [
  { table: 'person', sealed: ['id_number', 'phone'], blind: { id_hash: 'id_number', phone_hash: 'phone' } },
  { table: 'party', sealed: ['id_number', 'phone'], blind: { id_hash: 'id_number', phone_hash: 'phone' } },
  { table: 'record', sealed: ['body'] },
  { table: 'amendment', sealed: ['held', 'said'] },
  { table: 'field_entry', sealed: ['position', 'body'] },
  { table: 'draft', sealed: ['data'] },
  { table: 'import_job', sealed: ['sample'] },
  { table: 'register_version', sealed: ['sealed'] },
  {
    table: 'import_line',
    sealed: ['id_number', 'phone', 'body'],
    blind: { id_hash: 'id_number', phone_hash: 'phone' },
  },
]
/** Hashes that tell what was sent twice. Of what they were made is not kept; under another blind key the same may be taken once more. */
export const digests = ['record.digest', 'field_entry.digest', 'import_line.digest']
/** Folders of sealed files in the data folder. */
const folders = ['imports', 'exports']
const batch = 500

export type Progress = { what: string; seen: number; changed: number }
type Row = Record<string, Buffer | string | null>

/**
 * Seals everything anew that is not under the newest key and the chosen suite, and makes the blind indexes anew. In batches of their own, so
 * that it can be stopped and begun again: what is done is not done twice. A row that somebody changes meanwhile is left: it is fresh.
 */
export async function rekey(
  house: { db: Db; crypto: Crypto; clock: Clock; dataDir: string },
  tell: (p: Progress) => void = () => {},
): Promise<Progress[]> {
  const done: Progress[] = []
  for (const t of sealedTables) done.push(await table(house.db, house.crypto, t, tell))
  for (const column of texts) done.push(await textsOf(house.db, house.crypto, column, tell))
  for (const folder of folders) done.push(await files(house, folder, tell))
  const changed = Object.fromEntries(done.filter((p) => p.changed).map((p) => [p.what, p.changed]))
  if (Object.keys(changed).length)
    for (const { district } of await house.db.selectFrom('district').select('district').execute())
      await act(house, clockwork(district), async ({ record }) =>
        record({ as: null, verb: 'house.rekeyed', data: changed }),
      )
  return done
}

async function table(
  db: Db,
  crypto: Crypto,
  { table, sealed, blind = {} }: (typeof sealedTables)[number],
  tell: (p: Progress) => void,
): Promise<Progress> {
  const keys = await primaryKey(db, table)
  const columns = [...sealed, ...Object.keys(blind)]
  const p = { what: table, seen: 0, changed: 0 }
  const key = sql.join(keys.map((k) => sql.ref(k.name)))
  for (let last: Row | undefined; ; ) {
    const after =
      last && sql`where (${key}) > (${sql.join(keys.map((k) => sql`${last?.[k.name]}::${sql.raw(k.type)}`))})`
    const { rows } =
      await sql<Row>`select ${sql.join(keys.map((k) => sql`${sql.ref(k.name)}::text as ${sql.ref(k.name)}`))},
      ${sql.join(columns.map((c) => sql.ref(c)))} from ${sql.table(table)} ${after ?? sql``}
      order by ${sql.join(keys.map((k) => sql.ref(`${table}.${k.name}`)))} limit ${batch}`.execute(db)
    if (!rows.length) return p
    last = rows.at(-1)
    const next = rows.flatMap((row) => {
      const made = anew(crypto, row, sealed, blind)
      return Object.keys(made).length ? [{ now: { ...row, ...made }, was: row }] : []
    })
    if (next.length) await write(db, table, keys, columns, next)
    p.seen += rows.length
    p.changed += next.length
    tell(p)
  }
}

/** What of a row must change. */
function anew(crypto: Crypto, row: Row, sealed: string[], blind: Record<string, string>): Row {
  const made: Row = {}
  for (const c of sealed) {
    const value = row[c] as Buffer | null
    if (value?.length && !crypto.fresh(value)) made[c] = crypto.seal(crypto.unsealBytes(value))
  }
  for (const [hash, of] of Object.entries(blind)) {
    const value = row[of] as Buffer | null
    const wanted = value?.length ? crypto.blind(crypto.unseal(value)) : null
    if (wanted && !wanted.equals(row[hash] as Buffer)) made[hash] = wanted
  }
  return made
}

async function write(db: Db, table: string, keys: Key[], columns: string[], rows: { now: Row; was: Row }[]) {
  const hex = (v: Buffer | string | null | undefined) => (Buffer.isBuffer(v) ? v.toString('hex') : (v ?? null))
  const given = rows.map(({ now, was }) =>
    Object.fromEntries([
      ...keys.map((k) => [k.name, now[k.name]]),
      ...columns.flatMap((c) => [
        [`n_${c}`, hex(now[c])],
        [`o_${c}`, hex(was[c])],
      ]),
    ]),
  )
  const shape = [...keys.map((k) => k.name), ...columns.flatMap((c) => [`n_${c}`, `o_${c}`])]
  await db.transaction().execute(async (tx) => {
    await sql`set local linli.rekey = 'on'`.execute(tx) // the party of a case is append-only but for this
    await sql`update ${sql.table(table)} t set ${sql.join(columns.map((c) => sql`${sql.ref(c)} = decode(x.${sql.ref(`n_${c}`)}, 'hex')`))}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x(${sql.join(shape.map((s) => sql`${sql.ref(s)} text`))})
    where ${sql.join(
      keys.map((k) => sql`t.${sql.ref(k.name)} = x.${sql.ref(k.name)}::${sql.raw(k.type)}`),
      sql` and `,
    )}
      and ${sql.join(
        columns.map((c) => sql`t.${sql.ref(c)} is not distinct from decode(x.${sql.ref(`o_${c}`)}, 'hex')`),
        sql` and `,
      )}`.execute(tx)
  })
}

type Key = { name: string; type: string }
async function primaryKey(db: Db, table: string): Promise<Key[]> {
  const { rows } = await sql<Key>`
    select a.attname as name, format_type(a.atttypid, null) as type from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indrelid = ${table}::regclass and i.indisprimary order by array_position(i.indkey::int2[], a.attnum)`.execute(
    db,
  )
  return rows
}

const mark = /sealed:([A-Za-z0-9+/=]+)/g
/** Columns of a matter in which texts are sealed one by one inside their JSON (matter/form.ts). */
const texts = ['form', 'result', 'exceptions']
async function textsOf(db: Db, crypto: Crypto, column: string, tell: (p: Progress) => void): Promise<Progress> {
  const p = { what: `matter.${column}`, seen: 0, changed: 0 }
  const at = sql.ref(column)
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string; form: string }>`select case_id as id, ${at}::text as form from matter
      where case_id > ${last}::uuid and ${at}::text like '%sealed:%' order by case_id limit ${batch}`.execute(db)
    if (!rows.length) return p
    last = rows.at(-1)?.id as string
    for (const { id, form } of rows) {
      const next = form.replace(mark, (whole, text: string) => {
        const value = Buffer.from(text, 'base64')
        return crypto.fresh(value) ? whole : `sealed:${crypto.seal(crypto.unsealBytes(value)).toString('base64')}`
      })
      if (next === form) continue
      await sql`update matter set ${at} = ${next}::jsonb where case_id = ${id} and ${at} = ${form}::jsonb`.execute(db)
      p.changed++
    }
    p.seen += rows.length
    tell(p)
  }
}

async function files(house: { crypto: Crypto; dataDir: string }, folder: string, tell: (p: Progress) => void) {
  const { crypto, dataDir } = house
  const p = { what: folder, seen: 0, changed: 0 }
  for (const name of await readdir(join(dataDir, folder)).catch(() => [] as string[])) {
    p.seen++
    const [path, half] = [`${folder}/${name}`, `${folder}/${name}.anew`]
    if (name.endsWith('.anew')) {
      await dropSealed(dataDir, path) // of a run that was stopped
      continue
    }
    const first = await firstFrame(dataDir, path)
    if (!first || crypto.fresh(first)) continue
    await dropSealed(dataDir, half)
    await keepSealed(dataDir, crypto, half, readSealed(dataDir, crypto, path))
    await rename(join(dataDir, half), join(dataDir, path))
    p.changed++
    tell(p)
  }
  return p
}

/** A server whose keys do not fit the blind indexes would find nobody, and take everybody for new. @throws Error that says what to do. */
export async function keysFit(db: Db, crypto: Crypto): Promise<void> {
  const { rows } = await sql<{ id_number: Buffer; id_hash: Buffer }>`
    (select id_number, id_hash from person where id_hash is not null order by district, id limit 1) union all
    (select id_number, id_hash from person where id_hash is not null order by district desc, id desc limit 1)`.execute(
    db,
  )
  for (const r of rows)
    if (!crypto.blind(crypto.unseal(r.id_number)).equals(r.id_hash))
      throw new Error('The keys or LINLI_CRYPTO were changed: run `npm run rekey` with them, then start again.')
}
