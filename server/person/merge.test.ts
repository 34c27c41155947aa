import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrival, residentsOf, today } from '../../test/residents.ts'
import { openWorld, type World } from '../../test/world.ts'

/** Two entries that turn out to be one human being. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { done, fileOf, post } = residentsOf(() => world)
const rows = async (text: ReturnType<typeof sql>) =>
  (await text.execute(world.house.db)).rows as Record<string, unknown>[]

describe('two files that are one human being', () => {
  test('any sequence of merges and undos leaves every file as it was', async () => {
    const ids: string[] = []
    for (const name of ['段一', '段二', '段三', '段四'])
      ids.push((await done('zhou-min', '/api/persons', arrival({ name }))).id)
    const state = async () => {
      const [persons, residences, records, care] = await Promise.all([
        rows(sql`select * from person where id = any(${ids}) order by id`),
        rows(sql`select * from residence where person_id = any(${ids}) order by person_id, kind, valid_from`),
        rows(sql`select * from record where subject_id = any(${ids}) order by id`),
        rows(sql`select * from care where person_id = any(${ids}) order by id`),
      ])
      return { persons, residences, records, care }
    }
    const before = await state()
    const step = fc.oneof(fc.record({ keep: fc.nat(3), gone: fc.nat(3) }), fc.record({ undo: fc.nat(5) }))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const open: string[] = []
        for (const s of steps) {
          if ('undo' in s) {
            const [merge] = open.splice(s.undo % Math.max(1, open.length), 1)
            if (merge) await done('ding-yi', `/api/persons/merges/${merge}/undo`, { reason: '不是一个人' })
            continue
          }
          const res = await post('ding-yi', '/api/persons/merges', {
            keep: ids[s.keep],
            gone: ids[s.gone],
            reason: '同名同住址',
          })
          expect([200, 400, 409]).toContain(res.status)
          if (res.status === 200) open.push(res.body.id)
        }
        for (const merge of open.reverse())
          await done('ding-yi', `/api/persons/merges/${merge}/undo`, { reason: '不是一个人' })
        expect(await state()).toEqual(before)
      }),
      { numRuns: 25 },
    )
  })

  test('while they are one, what either said is read from the one that is kept; a merged file takes no acts', async () => {
    const keep = await done('zhou-min', '/api/persons', arrival({ name: '梅香' }))
    const gone = await done(
      'zhou-min',
      '/api/persons',
      arrival({ name: '梅香', elsewhere: '安徽省池州市贵池区长江路8号' }),
    )
    const { id: merge } = await done('ding-yi', '/api/persons/merges', {
      keep: keep.id,
      gone: gone.id,
      reason: '两次登记',
    })
    const names = (f: { attributes: { name: string }[] }) => f.attributes.map((a) => a.name)
    expect(names(await fileOf('zhou-min', keep.id))).toContain('household-address')
    expect(
      (await done('zhou-min', '/api/persons/search', { q: '梅香' })).hits.map((h: { id: string }) => h.id),
    ).toEqual([keep.id])
    const res = await post('zhou-min', `/api/persons/${gone.id}/moves`, { kind: 'present', on: today, dwelling: null })
    expect([res.status, res.body.message]).toEqual([409, expect.stringContaining('已经并入')])
    await done('ding-yi', `/api/persons/merges/${merge}/undo`, { reason: '两个人' })
    expect(names(await fileOf('zhou-min', keep.id))).not.toContain('household-address')
    expect(
      (await post('zhou-min', '/api/persons/merges', { keep: keep.id, gone: gone.id, reason: '我来' })).status,
    ).toBe(403)
  })

  test('while they are one, records, residences and family of either stand on the kept file; undone, each has its own again', async () => {
    const [from, household] = ['2020-01-01', '340705900088']
    const at = { proof: 'household-register', address: '天井湖社区湖东新村14栋201室', since: from, household }
    const keep = await done('zhou-min', '/api/persons', arrival({ name: '戚红', since: '2026-03-01' }))
    const gone = await done(
      'zhou-min',
      '/api/persons',
      arrival({ ...at, name: '戚红', kinds: ['registered'], relation: '户主' }),
    )
    const son = await done(
      'zhou-min',
      '/api/persons',
      arrival({ ...at, name: '戚小明', kinds: ['registered'], relation: '子' }),
    )
    const flat = await done('zhou-min', '/api/persons', arrival({ name: '邻床', since: '2026-03-02' }))
    const seen = async (id: string) => {
      const f = await fileOf('zhou-min', id)
      return {
        stays: f.residences.map((r: Record<string, unknown>) => [r.kind, r.from, r.merged]),
        family: f.members
          .filter((m: { name: string }) => ['戚红', '戚小明', '邻床'].includes(m.name))
          .map((m: Record<string, unknown>) => [m.id, m.household]),
        records: f.records.length,
        standing: f.standing,
      }
    }
    const before = await Promise.all([keep.id, gone.id, son.id].map(seen))
    expect(before.map((f) => f.family)).toEqual([[[flat.id, false]], [[son.id, true]], [[gone.id, true]]])
    const { id: merge } = await done('ding-yi', '/api/persons/merges', {
      keep: keep.id,
      gone: gone.id,
      reason: '两次登记',
    })
    expect(await seen(keep.id)).toEqual({
      stays: [
        ['present', '2026-03-01', false],
        ['registered', from, true],
      ],
      family: [
        [son.id, true],
        [flat.id, false],
      ],
      records: 2,
      standing: { registered: true, present: true, usual: true, together: false },
    })
    expect((await seen(son.id)).family, 'whom the son lives with is who is kept').toEqual([[keep.id, true]])
    await done('ding-yi', `/api/persons/merges/${merge}/undo`, { reason: '是两个人' })
    expect(await Promise.all([keep.id, gone.id, son.id].map(seen))).toEqual(before)
  })
})
