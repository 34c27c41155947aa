import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, scratchDb } from '../../test/db.ts'
import { type Facts, openFacts } from './facts.ts'

let facts: Facts
const now = new Date('2026-09-21T01:00:00Z')
const ask = (text: string) => facts.read(now, (run) => run(text))

beforeAll(async () => {
  const { url } = await scratchDb()
  facts = await openFacts(url, undefined, { longestMs: 700 })
})
afterAll(() => facts.end())

/** What the embedded server gives; on another the role is somebody's to make. */
const walled = process.env.LINLI_TEST_DATABASE_URL ? test.skip : test
describe('the role that counts', () => {
  walled('reads the published views, by business time', async () => {
    expect(facts.walled).toBe(true)
    expect((await ask('select count(*)::int as n from facts_matter')).rows).toEqual([{ n: 0 }])
    expect((await ask("select current_setting('linli.now') as now")).rows).toEqual([{ now: now.toISOString() }])
  })
  for (const query of [
    'select id_number from person',
    'select * from account',
    'select * from session',
    'select body from definition',
    "select query_to_xml('select id_number from person', true, false, '')",
    "select lo_import('/etc/passwd')",
    "select pg_read_file('/etc/passwd')",
    'select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user',
  ])
    walled(`reads nothing else: ${query.slice(0, 60)}`, async () => {
      await expect(ask(query)).rejects.toThrow(/permission denied|must be/)
    })
  for (const query of [
    "insert into event (district, at, verb, data) values ('x', now(), 'x', '{}')",
    "select set_config('transaction_read_only', 'off', true), nextval('event_id_seq')",
    'create table mine (a int)',
    'create temporary table mine (a int)',
    "select lo_from_bytea(0, 'x')",
  ])
    walled(`changes nothing: ${query.slice(0, 60)}`, async () => {
      await expect(ask(query)).rejects.toThrow(/permission denied|read-only|before any query/)
    })
  for (const query of [
    'set role linli',
    "select set_config('role', 'linli', false)",
    "select set_config('role', 'postgres', true)",
    "select set_config('session_authorization', 'linli', false)",
    "select query_to_xml('set role linli', true, false, '')",
  ])
    walled(`becomes nobody else: ${query.slice(0, 60)}`, async () => {
      await expect(ask(query)).rejects.toThrow(/permission denied|does not exist|cannot|must|not allowed/)
      expect((await ask('select current_user::text as me')).rows).toEqual([{ me: 'linli_facts' }])
    })
  for (const query of [
    'select pg_sleep(20)',
    "select set_config('statement_timeout', '0', false), pg_sleep(20)",
    "select query_to_xml('select pg_sleep(20)', true, false, '')",
    'select count(*) from generate_series(1, 1000000000)',
  ])
    walled(`holds nobody up: ${query.slice(0, 60)}`, async () => {
      const begun = Date.now()
      await expect(ask(query)).rejects.toThrow(/statement timeout/)
      expect(Date.now() - begun).toBeLessThan(10_000)
    })
  walled('is what it was again after every query', async () => {
    await ask("select set_config('linli.now', 'x', false), set_config('statement_timeout', '0', false)")
    expect((await ask("select current_setting('statement_timeout') as t")).rows).toEqual([{ t: '700ms' }])
    await expect(ask('select pg_sleep(20)')).rejects.toThrow(/statement timeout/)
  })
})

test('without such a role the queries of the pack run read-only under ours, and it says so', async () => {
  const plain = await openFacts(await emptyDatabase(), undefined, { longestMs: 700 })
  expect(plain.walled).toBe(false)
  await expect(plain.read(now, (run) => run('create table mine (a int)'))).rejects.toThrow(/read-only/)
  await plain.end()
})
test('a role that was given and does not fit is refused at the start', async () => {
  const url = await emptyDatabase()
  await expect(openFacts(url, url)).rejects.toThrow('LINLI_FACTS_URL')
})
