import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { scratchDb } from '../../test/db.ts'
import { statementNames } from './db.ts'

const { db } = await scratchDb({ max: 2 })
const one = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(db)).rows[0]

test('a civil date stays text, an instant becomes a Date, whole and decimal numbers become numbers', async () => {
  const row = await one(sql`select date '2017-02-28' as d, timestamptz '2017-02-28T23:30:00+08:00' as t,
    9007199254740991::bigint as n, 1.50::numeric as x, array[1, 2]::bigint[] as ns, array[date '2017-03-01'] as ds`)
  expect(row).toEqual({
    d: '2017-02-28',
    t: new Date('2017-02-28T15:30:00Z'),
    n: 9007199254740991,
    x: 1.5,
    ns: [1, 2],
    ds: ['2017-03-01'],
  })
})

test('a whole number too large to be exact is an error, not another number', async () => {
  await expect(one(sql`select 9007199254740993::bigint as n`)).rejects.toThrow('too large')
})

test('the same statement is planned under one name', async () => {
  for (let n = 0; n < 3; n++) await db.connection().execute((c) => sql`select ${n}::int as planned_once`.execute(c))
  const { rows } = await db.connection().execute(async (c) => {
    await sql`select ${9}::int as planned_once`.execute(c)
    return sql<{
      name: string
    }>`select name from pg_prepared_statements where statement like '%planned_once%' and name <> ''
      and statement not like '%pg_prepared_statements%'`.execute(c)
  })
  expect(rows).toHaveLength(1)
})

test('beyond the limit statements go unnamed', () => {
  const nameOf = statementNames(2)
  expect([nameOf('a'), nameOf('b'), nameOf('c'), nameOf('a')]).toEqual(['s1', 's2', undefined, 's1'])
})

test('no statement waits for ever', async () => {
  await db.connection().execute(async (c) => {
    expect((await sql<{ t: string }>`select current_setting('statement_timeout') as t`.execute(c)).rows[0]?.t).toBe(
      '15s',
    )
    expect((await sql<{ t: string }>`select current_setting('lock_timeout') as t`.execute(c)).rows[0]?.t).toBe('5s')
  })
})
