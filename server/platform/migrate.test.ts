import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { emptyDatabase } from '../../test/db.ts'
import { migrate } from './migrate.ts'

const dir = mkdtempSync(join(tmpdir(), 'linli-migrations-'))
afterAll(() => rmSync(dir, { recursive: true }))
beforeEach(() => {
  for (const n of [1, 2, 3]) rmSync(file(n), { force: true })
})
const file = (n: number) => join(dir, `000${n}_step.sql`)
const here = { migrations: dir, sql: join(dir, 'none') }

async function ask(url: string, text: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('twenty installations at once apply every file once', async () => {
  const url = await emptyDatabase()
  const all = await Promise.all(Array.from({ length: 20 }, () => migrate(url)))
  const applied = all.flat()
  expect(applied.length).toBeGreaterThan(1)
  expect(new Set(applied).size).toBe(applied.length)
  expect(await migrate(url)).toEqual([])
})

test('a file that fails leaves nothing behind, and those before it stay', async () => {
  const url = await emptyDatabase()
  writeFileSync(file(1), 'create table a (n int)')
  writeFileSync(file(2), 'create table b (n int); select 1/0')
  await expect(migrate(url, here)).rejects.toThrow('0002_step.sql: division by zero')
  expect(await ask(url, "select to_regclass('a')::text as a, to_regclass('b')::text as b")).toEqual([
    { a: 'a', b: null },
  ])
  writeFileSync(file(2), 'create table b (n int)')
  expect(await migrate(url, here)).toEqual(['0002_step.sql'])
})

test('an applied file may not be changed', async () => {
  const url = await emptyDatabase()
  writeFileSync(file(1), 'create table a (n int)')
  await migrate(url, here)
  writeFileSync(file(1), 'create table a (n bigint)')
  await expect(migrate(url, here)).rejects.toThrow('0001_step.sql was changed after it was applied')
})

test('a database ahead of the code is refused', async () => {
  const url = await emptyDatabase()
  writeFileSync(file(1), 'create table a (n int)')
  writeFileSync(file(2), 'create table b (n int)')
  await migrate(url, here)
  rmSync(file(2))
  await expect(migrate(url, here)).rejects.toThrow('made by a newer one')
})

test('views and functions are made anew when their text or the tables changed, and only then', async () => {
  const url = await emptyDatabase()
  const sql = mkdtempSync(join(tmpdir(), 'linli-sql-'))
  const all = { migrations: dir, sql }
  const view = (text: string) => writeFileSync(join(sql, 'v.sql'), `drop view if exists v; create view v as ${text}`)
  const oid = async () => (await ask(url, "select 'v'::regclass::oid as oid"))[0].oid
  writeFileSync(file(1), 'create table a (n int)')
  view('select n from a')
  await migrate(url, all)
  const first = await oid()
  await migrate(url, all)
  expect(await oid()).toBe(first)
  view('select n + 1 as m from a')
  await migrate(url, all)
  expect(await ask(url, 'select m from v')).toEqual([])
  const second = await oid()
  expect(second).not.toBe(first)
  writeFileSync(file(2), 'create table b (n int)')
  await migrate(url, all)
  expect(await oid()).not.toBe(second)
  rmSync(sql, { recursive: true })
})

test('a gap in the numbers is refused before anything runs', async () => {
  const url = await emptyDatabase()
  writeFileSync(file(1), 'create table a (n int)')
  writeFileSync(file(3), 'create table c (n int)')
  await expect(migrate(url, here)).rejects.toThrow('should have number 2')
  expect(await ask(url, "select to_regclass('a')::text as a")).toEqual([{ a: null }])
})
