import { clockOf, lastDayOf, people as p, type Scene, sure } from './scene.ts'

/** While it is handled: clocks, stops, extensions, other systems. */
const addDays = (iso: string, n: number) =>
  new Date(Date.parse(iso) + 8 * 3_600_000 + n * 86_400_000).toISOString().slice(0, 10)

export const middle: Scene[] = [
  {
    rule: 'R-1.5 特别程序停自己的表，不停别人的，也不停总时限；长度书面告知',
    play: async (s) => {
      const n = await s.accepted()
      const before = await s.page(p.supervisor, n)
      const part = await s.partOf(n, 'police')
      const now = (await s.ask(p.window, 'GET', '/api/session')).body.now
      await s.does(p.police, n, `tasks/${part.id}/stop`, {
        kind: '家庭经济状况核对',
        reason: '函询外地',
        expectedEnd: addDays(now, 10),
      })
      const m = await s.page(p.supervisor, n)
      sure(m.tasks.find((t) => t.id === part.id)?.clock?.light === 'stopped', '公安的表停了')
      sure(clockOf(m, 'total')?.dueAt === clockOf(before, 'total')?.dueAt, '总时限没有动')
      sure(
        m.papers.some((x) => x.kind === 'special-procedure'),
        '书面告知了长度',
      )
      await s.mayNot(
        p.police,
        n,
        `tasks/${part.id}/completion`,
        { outcome: 'agree', opinion: '属实' },
        '特别程序还没有结束',
      )
      await s.does(p.police, n, `tasks/${part.id}/resume`, { result: '外地已回函' })
    },
  },
  {
    rule: '1.13 特别程序过了预计日还不结束：自动记录，督办员看得见',
    play: async (s) => {
      const n = await s.accepted()
      const part = await s.partOf(n, 'police')
      const now = (await s.ask(p.window, 'GET', '/api/session')).body.now
      await s.does(p.police, n, `tasks/${part.id}/stop`, {
        kind: '家庭经济状况核对',
        reason: '函询',
        expectedEnd: addDays(now, 1),
      })
      await s.moveTo(`${addDays(now, 2)}T09:00:00+08:00`)
      const m = await s.page(p.supervisor, n)
      sure(m.events.filter((e) => e.verb === 'task.overran').length === 1, '记录了一次超过预计日')
      const { body } = await s.ask(p.supervisor, 'GET', '/api/oversight')
      sure(
        body.overrun.some((r: { number: string }) => r.number === n),
        '督办员的清单里有',
      )
    },
  },
  {
    rule: '1.5 联合办理的延长由区政府负责人批准，只能一次，表不停',
    play: async (s) => {
      const n = await s.accepted()
      await s.does(p.civil, n, 'extension', { amount: 5, reason: '需要入户' })
      await s.mayNot(p.head, n, 'extension/decision', { approve: true, note: '同意' }, '区政府负责人')
      const before = lastDayOf(clockOf(await s.page(p.civil, n), 'total')?.dueAt)
      await s.does(p.leader, n, 'extension/decision', { approve: true, note: '同意' })
      const m = await s.page(p.civil, n)
      sure((lastDayOf(clockOf(m, 'total')?.dueAt) ?? '') > (before ?? ''), '期限往后移')
      await s.mayNot(p.civil, n, 'extension', { amount: 1, reason: '再延' }, '不能再次延长')
    },
  },
  {
    rule: '1.10 征求意见：另一个单位有自己的表，问的人等它答复',
    play: async (s) => {
      const n = await s.accepted()
      const part = await s.partOf(n, 'housing')
      await s.does(p.housing, n, `tasks/${part.id}/consultation`, {
        unit: 'finance',
        question: '有无住房补贴？',
        days: 3,
      })
      await s.mayNot(
        p.housing,
        n,
        `tasks/${part.id}/completion`,
        { outcome: 'agree', opinion: '属实' },
        '还有征求的意见没有答复',
      )
      const asked = await s.partOf(n, 'finance')
      await s.does('shen-yue', n, `tasks/${asked.id}/completion`, { outcome: 'answered', opinion: '没有' })
      await s.does(p.housing, n, `tasks/${part.id}/completion`, { outcome: 'agree', opinion: '属实' })
    },
  },
  {
    rule: '1.13 部门另有系统：两个编号都存着',
    play: async (s) => {
      const n = await s.accepted()
      await s
        .does(p.civil, n, 'vertical', { system: '安徽省社会救助系统', number: 'AH-340705-2026-0001' })
        .catch(() => s.does(p.window, n, 'vertical', { system: '安徽省社会救助系统', number: 'AH-340705-2026-0001' }))
      const m = await s.page(p.window, n)
      sure(m.exceptions.vertical?.number === 'AH-340705-2026-0001' && m.number === n, '两个编号都在')
    },
  },
  {
    rule: '1.6 催办不动表；督办有编号、期限和答复',
    play: async (s) => {
      const n = await s.accepted()
      const before = clockOf(await s.page(p.supervisor, n), 'total')?.dueAt
      await s.does(p.resident, n, 'urge', { words: '请快一点' })
      sure(clockOf(await s.page(p.supervisor, n), 'total')?.dueAt === before, '催办不动表')
      await s.does(p.supervisor, n, 'supervisions', {
        target: 'police',
        basis: '督查通报',
        demand: '说明进度',
        days: 2,
      })
      const order = (await s.page(p.police, n)).supervisions.at(-1)
      await s.does(p.police, n, `supervisions/${order?.id}/reply`, { reply: '明日办结' })
    },
  },
  {
    rule: '1.4 撤回十分钟内可以取消，一切照旧',
    play: async (s) => {
      const n = await s.accepted()
      const before = await s.page(p.window, n)
      await s.does(p.resident, n, 'withdrawal', { reason: '点错了' })
      const res = await s.ask(p.resident, 'DELETE' as 'POST', `/api/matters/${n}/withdrawal`)
      sure(res.status === 200, '可以取消')
      const m = await s.page(p.window, n)
      sure(
        m.status === 'processing' && clockOf(m, 'total')?.dueAt === clockOf(before, 'total')?.dueAt,
        '时限和原来一样',
      )
    },
  },
  {
    rule: 'R-B.15 录错了作废：不删除，写明原因，历史都在',
    play: async (s) => {
      const n = await s.received()
      await s.does(p.window, n, 'voiding', { kind: 'entry-error', reason: '人名录错' })
      const m = await s.page(p.window, n)
      sure(m.status === 'voided' && m.events.length >= 2, '历史还在')
    },
  },
]
