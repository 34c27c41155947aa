import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newcomer } from '../../test/registry.ts'
import { applyFor, openWorld, type World } from '../../test/world.ts'
import { person, personByIdNumber } from '../person/store.ts'
import { type Crypto, makeCrypto, type Suite } from './crypto.ts'
import { digests, keysFit, rekey, sealedTables } from './rekey.ts'
import { keepSealed, readSealed } from './vault.ts'

let world: World
const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.alloc(32, 3)]
const dataDir = mkdtempSync(join(tmpdir(), 'linli-rekey-'))
beforeAll(async () => {
  world = await openWorld()
  // Something in every sealed column.
  const s = await newcomer(world, 'own')
  const entry = {
    id: crypto.randomUUID(),
    kind: 'visit',
    subject: `person:${s.person}`,
    after: null,
    occurredAt: '2026-09-21T08:30:00+08:00',
    skewMs: 0,
    position: { lon: 117.81, lat: 30.95, accuracy: 5 },
    photos: [],
    text: '好',
  }
  expect((await world.call('hua-yun', 'POST', '/api/field/entries', entry, entry.id)).status).toBe(200)
  await world.call('wang-guilan', 'PUT', '/api/drafts/minimum-living-allowance', { form: { reason: '失业' } })
  const { seal, blind } = world.house.crypto
  await sql`insert into import_job (district, id, kind, name, sha256, bytes, headings, sample, state, created_by, created_at) values
    (${world.house.district}, gen_random_uuid(), 'residents', 'a', 'x', 1, '{}', ${seal('[["甲"]]')}, 'uploaded', 'ding-yi', now())`.execute(
    world.house.db,
  )
  await sql`insert into import_line (district, job_id, n, id_number, id_hash, phone, phone_hash, body, digest) select ${world.house.district}, id, 1, ${seal('340799195403120025')},
    ${blind('340799195403120025')}, ${seal('10000000001')}, ${blind('10000000001')}, ${seal('{}')}, ${blind('x')} from import_job`.execute(
    world.house.db,
  )
  await sql`with e as (insert into register_entry (district, id, register, created_at) values (${world.house.district}, gen_random_uuid(), 'a', now()) returning district, id)
    insert into register_version (district, id, entry_id, register, digest, valid_from, recorded_at, place_id, title, data, sealed)
    select district, gen_random_uuid(), id, 'a', 'x', '2026-01-01', now(), 'tianjinghu', 'a', '{}', ${seal('{"phone":"10000000001"}')} from e`.execute(
    world.house.db,
  )
  const number = await applyFor(world, 'wang-guilan', 'elderly-card', { materials: ['id-card', 'photo'] })
  const said = async (who: string, act: string, body: object) =>
    expect((await world.call(who, 'POST', `/api/matters/${number}/${act}`, body)).status, act).toBe(200)
  await said('zhou-min', 'correction', { items: ['缺联系电话'] })
  await said('wang-guilan', 'supplement', { materials: [], note: '电话 10000000033' })
  await said('zhou-min', 'settlement', {
    opinion: '符合条件',
    resultNumber: '34079919540312002543',
    receivedBy: '王桂兰',
  })
})
afterAll(() => world.close())

const run = (crypto: Crypto) => rekey({ db: world.house.db, crypto, clock: world.house.clock, dataDir })
const worldKey = () => Buffer.from(readFileSync(join(world.house.dataDir, 'keys'), 'utf8').trim(), 'base64')
/** All that is sealed, opened: what nobody may lose. */
async function everything(crypto: Crypto): Promise<string[]> {
  const out: string[] = []
  for (const { table, sealed } of sealedTables)
    for (const column of sealed) {
      const { rows } = await sql<{
        v: Buffer
      }>`select ${sql.ref(column)} as v from ${sql.table(table)} where ${sql.ref(column)} is not null and length(${sql.ref(column)}) > 0`.execute(
        world.house.db,
      )
      expect(rows.length, `${table}.${column}`).toBeGreaterThan(0)
      out.push(...rows.map((r) => `${table}.${column} ${crypto.unseal(r.v)}`).sort())
    }
  const { rows } = await sql<{ form: string }>`select concat(form, result, exceptions) as form from matter`.execute(
    world.house.db,
  )
  const inForms = rows.flatMap((r) =>
    [...r.form.matchAll(/sealed:([A-Za-z0-9+/=]+)/g)].map((m) => crypto.unseal(Buffer.from(m[1] ?? '', 'base64'))),
  )
  expect(inForms).toEqual(expect.arrayContaining(['电话 10000000033', '34079919540312002543']))
  return [...out, ...inForms]
}
const found = async (crypto: Crypto) =>
  (await personByIdNumber(world.house.db, crypto, world.house.district, '340799195403120025'))?.id

test('every column of bytes is sealed and on the list, or says what else it is', async () => {
  const { rows } = await sql<{ c: string }>`select table_name || '.' || column_name as c from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' order by 1`.execute(world.house.db)
  const listed = sealedTables.flatMap(({ table, sealed, blind = {} }) =>
    [...sealed, ...Object.keys(blind)].map((c) => `${table}.${c}`),
  )
  expect(rows.map((r) => r.c)).toEqual([...listed, ...digests, 'session.token_hash'].sort())
})

describe.each([
  ['a new key', 'international', keys.slice(0, 2), [null, keys[1]]], // the first stands for the world's own
  ['the national suite, and another key', 'national', [null, ...keys.slice(1)], [null, null, keys[2]]],
] as [string, Suite, Buffer[], (Buffer | null)[]][])('%s', (_, suite, both, only) => {
  const before = () => (suite === 'international' ? world.house.crypto : makeCrypto([null, keys[1] as Buffer]))
  test('all is sealed anew under the newest key, can be read without the old one, and everybody is found', async () => {
    const old = before()
    const first = suite === 'international' ? [worldKey(), ...both.slice(1)] : both
    const plain = await everything(old)
    await keepSealed(
      dataDir,
      old,
      `imports/${suite}`,
      (async function* () {
        yield Buffer.from('一张表')
      })(),
    )
    const crypto = makeCrypto(first, suite)
    // Stopped on its way, it is begun again.
    const stop = (p: { what: string }) => {
      if (p.what === 'record') throw new Error('stopped')
    }
    const { db, clock } = world.house
    await expect(rekey({ db, crypto, clock, dataDir }, stop)).rejects.toThrow('stopped')
    expect((await run(crypto)).some((p) => p.changed > 0)).toBe(true)
    expect(await everything(crypto)).toEqual(plain)
    expect(await found(crypto)).toBe('person-wang-guilan')
    // Run again it has nothing to do.
    expect((await run(crypto)).every((p) => p.changed === 0)).toBe(true)
    // Then the old key goes: what is sealed stays readable; the blind indexes are made of the oldest that is left.
    const without = makeCrypto(only, suite)
    expect(await everything(without)).toEqual(plain)
    await expect(keysFit(world.house.db, without)).rejects.toThrow('npm run rekey')
    await run(without)
    await keysFit(world.house.db, without)
    expect(await found(without)).toBe('person-wang-guilan')
    expect((await person(world.house.db, without, world.house.district, 'person-wang-guilan'))?.idNumber).toBe(
      '340799195403120025',
    )
    const parts: Buffer[] = []
    for await (const part of readSealed(dataDir, without, `imports/${suite}`)) parts.push(part)
    expect(Buffer.concat(parts).toString()).toBe('一张表')
  })
})
