import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settle } from '../../test/settle.ts'
import { openWorld, type World } from '../../test/world.ts'
import { forgetPositions } from '../field/actions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await settle(world, 'tianjinghu-g007', 2)
})
afterAll(() => world.close())

const get = async (who: string | null, url: string) => {
  const { status, body } = await world.call(who, 'GET', url)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const post = async (who: string, url: string, given: object) => {
  const { status, body } = await world.call(who, 'POST', url, given)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
/** Something a phone sends, as it happened just now. */
const send = (who: string, given: object) => {
  const id = randomUUID()
  const entry = {
    id,
    after: null,
    occurredAt: world.house.clock.now().toISOString(),
    skewMs: 0,
    photos: [],
    text: '',
    ...given,
  }
  return world.call(who, 'POST', '/api/field/entries', entry, id)
}

describe('R-2.6 somebody is away', () => {
  test('without a substitute it is an alert, first in the list, for whoever watches as well', async () => {
    await post('lu-wei', '/api/absences', {
      account: 'hua-yun',
      from: '2026-09-23',
      to: '2026-09-24',
      reason: '年休',
      substitute: 'fu-xiaoli',
      handOver: ['走访：王桂兰'],
    })
    const { alert } = await post('lu-wei', '/api/absences', {
      account: 'fu-xiaoli',
      from: '2026-09-28',
      to: '2026-09-29',
      reason: '培训',
      handOver: [],
    })
    expect(alert).toBe(true)
    for (const who of ['lu-wei', 'shi-rui', 'tao-jie']) {
      const rows = await get(who, '/api/absences')
      expect(
        rows.map((r: { name: string; alert: boolean }) => [r.name, r.alert]),
        who,
      ).toEqual([
        ['傅晓丽', true],
        ['华云', false],
      ])
    }
  })

  test('what is handed over names people: those who only watch do not read it, the two it is between do', async () => {
    const lines = async (who: string) =>
      (await get(who, '/api/absences')).map((r: { handOver: string[] }) => r.handOver)
    expect(await lines('lu-wei')).toEqual([[], ['走访：王桂兰']])
    expect(await lines('shi-rui')).toEqual([[], []])
    expect(await lines('fu-xiaoli')).toEqual([[], ['走访：王桂兰']])
    expect(await lines('song-jie')).toEqual([])
  })

  test('the substitute has the post on those days and not a day longer', async () => {
    const grids = async () =>
      (await get('fu-xiaoli', '/api/field/day')).grids.map((g: { id: string; for: string | null }) => [g.id, g.for])
    expect(await grids()).toEqual([['tianjinghu-g008', null]])
    await world.goTo('2026-09-23T09:00:00+08:00')
    expect(await grids()).toEqual([
      ['tianjinghu-g007', 'hua-yun'],
      ['tianjinghu-g008', null],
    ])
    await world.goTo('2026-09-24T23:00:00+08:00')
    expect(await grids()).toHaveLength(2)
    await world.goTo('2026-09-25T00:01:00+08:00')
    expect(await grids()).toHaveLength(1)
  })

  test('tasks go to the substitute; who did it and whose duty it was are both kept', async () => {
    await world.goTo('2026-09-25T09:00:00+08:00')
    await post('lu-wei', '/api/absences', {
      account: 'hua-yun',
      from: '2026-09-25',
      to: '2026-09-25',
      reason: '病假',
      substitute: 'fu-xiaoli',
      handOver: [],
    })
    await post('lu-wei', '/api/meetings', {
      place: 'tianjinghu',
      heldOn: '2026-09-25',
      title: '周例会',
      minutes: '查消防通道',
      present: ['鲁威', '华云'],
      tasks: [{ title: '清理12栋楼道', account: 'hua-yun', dueOn: '2026-09-26' }],
    })
    const day = await get('fu-xiaoli', '/api/field/day')
    const task = day.tasks.find((t: { kind: string }) => t.kind === 'task')
    expect(task).toMatchObject({ title: '清理12栋楼道', due: '2026-09-26' })
    expect((await send('song-jie', { kind: 'task', subject: task.subject, text: '清了' })).status).toBe(404)
    const { status, body } = await send('fu-xiaoli', { kind: 'task', subject: task.subject, text: '已清理' })
    expect(status, JSON.stringify(body)).toBe(200)
    const visit = await send('fu-xiaoli', { kind: 'visit', subject: 'person:person-wang-guilan', text: '都好' })
    expect(visit.status).toBe(200)
    const { rows } = await sql`select account_id, responsible, grid_id from field_entry order by n`.execute(
      world.house.db,
    )
    expect(rows).toEqual([
      { account_id: 'fu-xiaoli', responsible: 'hua-yun', grid_id: 'tianjinghu-g007' },
      { account_id: 'fu-xiaoli', responsible: 'hua-yun', grid_id: 'tianjinghu-g007' },
    ])
    const [meeting] = await get('lu-wei', '/api/meetings')
    expect(meeting.tasks[0]).toMatchObject({ name: '华云', note: '已清理', doneAt: expect.any(String) })
  })

  test('the day of whoever goes is offered as lines of the hand-over, without why somebody is visited', async () => {
    await post('lu-wei', '/api/persons/person-wang-guilan/care', {
      category: 'mental-disorder',
      since: '2026-09-01',
      basis: '医院告知',
    })
    await post('zhou-min', '/api/persons/person-wang-guilan/care', {
      category: 'living-alone',
      since: '2026-01-01',
      basis: '走访',
    })
    await post('zhou-min', '/api/persons/p-tianjinghu-g007-1-0/care', {
      category: 'living-alone',
      since: '2026-01-01',
      basis: '走访',
    })
    const lines: string[] = await get('lu-wei', '/api/absences/hand-over?account=hua-yun')
    expect(lines.some((l) => /^走访：住.*（.*），\d{4}-\d\d-\d\d 前$/.test(l))).toBe(true)
    expect(lines.join()).not.toMatch(/独居|精神/)
    expect((await world.call('lu-wei', 'GET', '/api/absences/hand-over?account=song-jie')).status).toBe(404)
  })

  test.each([
    ['nobody stands in for oneself', { substitute: 'hua-yun' }, 'substitute'],
    [
      'nobody who is away then stands in',
      { substitute: 'fu-xiaoli', from: '2026-09-28', to: '2026-09-28' },
      'substitute',
    ],
    ['a worker of elsewhere is not ours', { account: 'song-jie' }, 'account'],
    ['it ends after it begins', { from: '2026-10-02', to: '2026-10-01' }, 'to'],
  ])('%s', async (_, change, field) => {
    const given = { account: 'hua-yun', from: '2026-10-20', to: '2026-10-21', reason: '事假', handOver: [], ...change }
    const { status, body } = await world.call('lu-wei', 'POST', '/api/absences', given)
    expect([status, body.problems?.[0]?.field]).toEqual([400, field])
  })
})

describe('A and B posts (2.6)', () => {
  const mine = async () =>
    (await get('lu-wei', '/api/grids/workers')).filter((w: { account: string }) => w.account === 'fu-xiaoli')

  test('the head changes shift and share from a day on; the time before is told as it was', async () => {
    const [was] = await mine()
    const { status, body } = await world.call('lu-wei', 'PUT', `/api/posts/${was.post}`, {
      shift: 'A',
      share: 60,
      from: '2026-09-25',
    })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(await mine()).toMatchObject([
      { post: body.id, shift: 'A', share: 60, since: '2026-09-25', phone: was.phone },
    ])
    const file = await get('lu-wei', '/api/grids/tianjinghu-g008')
    expect(file.past).toEqual([{ name: '傅晓丽', shift: 'B', share: 80, from: '2024-01-01', to: '2026-09-25' }])
    // The post goes on in the eyes of the sign-in check.
    expect((await get('fu-xiaoli', '/api/field/day')).grids).toHaveLength(2)
    expect(
      (await world.call('lu-wei', 'PUT', `/api/posts/${was.post}`, { shift: 'A', share: 60, from: '2026-09-25' }))
        .status,
    ).toBe(404)
  })

  test('a grid without a worker gets one, who sees it from then on; nobody has more than their whole time', async () => {
    const given = { account: 'fu-xiaoli', grid: 'tianjinghu-g009', shift: 'B', share: 60, from: '2026-09-25' }
    const { status, body } = await world.call('lu-wei', 'POST', '/api/posts', given)
    expect([status, body.problems?.[0]]).toEqual([
      400,
      { field: 'share', message: expect.stringContaining('已占 60%') },
    ])
    const { id } = await post('lu-wei', '/api/posts', { ...given, share: 40, phone: '0562-0030009' })
    expect(await mine()).toHaveLength(2)
    expect((await get(null, '/api/grids/tianjinghu-g009/notice')).workers[0]).toMatchObject({
      name: '傅晓丽',
      phone: '0562-0030009',
    })
    await post('lu-wei', `/api/posts/${id}/end`, { on: '2026-09-25', why: '另有安排' })
    expect(await mine()).toHaveLength(1)
  })

  test('only within the head’s own community, and only who works there', async () => {
    const given = { account: 'fu-xiaoli', grid: 'nonglin-g002', shift: 'B', share: 10, from: '2026-09-25' }
    expect((await world.call('lu-wei', 'POST', '/api/posts', given)).status).toBe(404)
    const other = await world.call('lu-wei', 'POST', '/api/posts', {
      ...given,
      grid: 'tianjinghu-g001',
      account: 'song-jie',
    })
    expect([other.status, other.body.problems?.[0]?.field]).toEqual([400, 'account'])
    expect((await world.call('hua-yun', 'POST', '/api/posts', given)).status).toBe(403)
    expect((await get('lu-wei', '/api/posts/staff')).map((s: { name: string }) => s.name)).toContain('周敏')
  })
})

describe('R-2.11 reporting more wins nothing', () => {
  const plan = {
    grid: 'tianjinghu-g007',
    name: '消防通道',
    kind: '重点巡查',
    everyDays: 7,
    from: '2026-10-01',
    points: ['12栋', '13栋', '配电房'].map((name) => ({ name, checks: ['通道畅通'] })),
  }
  let subject: string
  const mark = async () => {
    const { rows } = await get('lu-wei', '/api/appraisal?month=2026-10')
    return rows.find((r: { account: string }) => r.account === 'hua-yun')
  }
  const walk = (points: string[]) =>
    send('hua-yun', {
      kind: 'patrol',
      subject,
      points: points.map((id) => ({ id, ok: true, note: '', at: world.house.clock.now().toISOString() })),
    })
  beforeAll(async () => {
    subject = `patrol:${(await post('lu-wei', '/api/patrol-plans', plan)).id}`
  })

  test('a month begins at midnight here, not at eight in the morning', async () => {
    await world.goTo('2026-10-01T06:30:00+08:00')
    expect((await send('hua-yun', { kind: 'visit', subject: 'person:person-wang-guilan', text: '都好' })).status).toBe(
      200,
    )
    expect(await mark()).toMatchObject({ visitsDone: 1 })
    await world.goTo('2026-10-09T09:00:00+08:00')
  })

  test('coverage is points seen of points planned: a walk past one of three is a third of a walk', async () => {
    expect((await walk(['1'])).status).toBe(200)
    expect(await mark()).toMatchObject({ pointsPlanned: 12, pointsSeen: 1 })
    await walk(['1', '2', '3'])
    expect(await mark()).toMatchObject({ pointsSeen: 3 })
  })

  test('the same point on twelve days is not the other eleven', async () => {
    for (let day = 10; day <= 21; day++) {
      await world.goTo(`2026-10-${day}T09:00:00+08:00`)
      await walk(['1'])
    }
    expect(await mark()).toMatchObject({ pointsSeen: 6 })
  })

  test('more of the same never raises the score', async () => {
    await world.goTo('2026-10-22T09:00:00+08:00')
    const kinds = ['visit', 'patrol', 'diary', 'collect', 'refused'] as const
    const once = (kind: (typeof kinds)[number]) =>
      kind === 'patrol'
        ? walk(['1', '2'])
        : send('hua-yun', {
            kind,
            subject: kind === 'diary' ? 'diary:2026-10-22' : 'person:person-wang-guilan',
            text: '一切正常',
            ...(kind === 'collect' && { values: { 'household-size': 1 }, base: {} }),
          })
    for (const kind of kinds) await once(kind)
    const before = (await mark()).score
    expect(before).toBeGreaterThan(0)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 6 }), async (again) => {
        for (const kind of again) await once(kind)
        expect((await mark()).score).toBeLessThanOrEqual(before)
      }),
      { numRuns: 8 },
    )
  })

  test('who collected it does not verify it, and what a second look finds wrong lowers the score', async () => {
    const { rows } = await sql<{
      id: string
    }>`select id from record where collector = 'hua-yun' and verified_at is null limit 1`.execute(world.house.db)
    const url = `/api/records/${rows[0]?.id}/verification`
    const own = await world.call('hua-yun', 'POST', url, { agrees: true })
    expect(own.status).toBeGreaterThanOrEqual(400)
    const before = (await mark()).score
    await post('lu-wei', url, { agrees: false, note: '户内两人' })
    const after = await mark()
    expect(after).toMatchObject({ verified: 1, agreed: 0, parts: { accuracy: 0 } })
    expect(after.score).toBeLessThan(before)
  })

  test('the weights are the pack’s, and parts of which nothing was due are left out', async () => {
    const m = await mark()
    const weights = world.house.field.appraisal
    const known = (Object.keys(weights) as (keyof typeof weights)[]).filter((k) => m.parts[k] !== null)
    const whole = known.reduce((sum, k) => sum + weights[k], 0)
    const byHand = known.reduce((sum, k) => sum + weights[k] * m.parts[k], 0) / whole
    expect(m.score).toBe(Math.round(byHand * 1000) / 10)
    const idle = (await get('lu-wei', '/api/appraisal?month=2026-10')).rows.find(
      (r: { account: string }) => r.account === 'fu-xiaoli',
    )
    expect(idle.parts).toMatchObject({ patrols: null, accuracy: null })
  })
})

describe('where a worker stood (2.5, PIPL 28)', () => {
  const kept = async () =>
    (
      await sql<{ n: number }>`select count(*)::int as n from field_entry where position is not null`.execute(
        world.house.db,
      )
    ).rows[0]?.n
  const here = { lon: 117.81, lat: 30.95, accuracy: 12 }

  test('is kept in working hours only, sealed, and forgotten when the pack says so', async () => {
    await world.goTo('2026-11-02T12:00:00+08:00')
    await send('hua-yun', { kind: 'diary', subject: 'diary:2026-11-02', position: here, text: '上午' })
    expect(await kept()).toBe(1)
    await world.goTo('2026-11-02T19:30:00+08:00')
    await send('hua-yun', { kind: 'diary', subject: 'diary:2026-11-02', position: here, text: '晚上' })
    expect(await kept()).toBe(1)
    const { rows } = await sql<{
      position: Buffer
    }>`select position from field_entry where position is not null`.execute(world.house.db)
    expect(rows[0]?.position.toString('latin1')).not.toContain('117.81')
    await world.goTo('2026-12-01T12:00:00+08:00')
    await forgetPositions(world.house)
    expect(await kept()).toBe(1)
    await world.goTo('2026-12-03T12:00:00+08:00')
    await forgetPositions(world.house)
    expect(await kept()).toBe(0)
  })
})

describe('care visits due', () => {
  beforeEach(() => world.goTo('2026-12-03T12:00:00+08:00'))
  const due = async (who: string) =>
    (await get(who, '/api/care/due')).visits.find((v: { name: string }) => v.name === '王桂兰')

  test('soonest first, by the strictest of the categories one may know of', async () => {
    // The head knows of an illness that asks for a visit every week; the clerk only of living alone, every month.
    expect(await due('lu-wei')).toMatchObject({
      due: '2026-10-29',
      last: '2026-10-22',
      categories: [{ name: expect.any(String) }, { name: expect.any(String) }],
    })
    expect(await due('zhou-min')).toMatchObject({ due: '2026-11-21', categories: [{ name: '独居老人' }] })
    expect((await world.call('shi-rui', 'GET', '/api/care/due')).status).toBe(403)
    expect(await due('qian-lan')).toBeUndefined()
  })

  test('a visit sent from the phone moves it; something grave brings it within a day', async () => {
    await send('hua-yun', { kind: 'visit', subject: 'person:person-wang-guilan', text: '都好' })
    const visited = await due('lu-wei')
    expect(visited.due).toBe('2026-12-10')
    await world.goTo('2026-12-04T12:00:00+08:00')
    const grave = visited.categories.find((c: { level: string }) => c.level === 'high').care
    expect(
      (await world.call('zhou-min', 'POST', `/api/care/${grave}/change`, { on: '2026-12-04', what: '住院' })).status,
    ).toBe(404)
    await post('lu-wei', `/api/care/${grave}/change`, { on: '2026-12-04', what: '住院后回家' })
    expect((await due('lu-wei')).due).toBe('2026-12-05')
  })
})
