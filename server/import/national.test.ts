import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bring, checked, csv, lives, manager, personOf, post, registry, resident, until } from '../../test/sheets.ts'
import { openWorld, type World } from '../../test/world.ts'
import { stopImports } from './keep.ts'

/** The whole way once more with SM4 and SM3: sheet, lines and people are sealed by whichever suite the deployment has. */
vi.setConfig({ testTimeout: 120_000 })
let world: World
beforeAll(async () => {
  process.env.LINLI_CRYPTO = 'national'
  world = await openWorld()
})
afterAll(async () => {
  await stopImports(world.house)
  await world.close()
})

test('with the national suite: checked, mended, imported, imported again', async () => {
  const rows = [resident(1, { 联系电话: '10000000001' }), resident(2, { 姓名: '' }), resident(3), resident(1)]
  const dry = await checked(world, csv(rows))
  expect([dry.lines, dry.good, dry.bad]).toEqual([4, 2, 2])
  const faults = await world.call(manager, 'GET', `/api/imports/${dry.id}/faults`)
  expect(faults.body.toString()).toContain('与第 2 行重复')
  await post(world, dry.id, 'import', { choice: 'skip-bad' })
  expect((await until(world, dry.id, ['done', 'failed'])).result).toMatchObject({ created: 2 })
  const one = await personOf(world, 1)
  expect(one?.phone?.[0]).toBe(2) // the suite it was sealed with
  expect(one?.phone && world.house.crypto.unseal(one.phone)).toBe('10000000001')
  const before = await registry(world)
  expect((await bring(world, csv([rows[0] ?? {}, rows[2] ?? {}]))).result).toMatchObject({ unchanged: 2, records: 0 })
  expect(await registry(world)).toEqual(before)
  expect(await lives(world, 1)).toHaveLength(1)
})
