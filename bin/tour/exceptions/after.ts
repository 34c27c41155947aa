import { clockOf, lastDayOf, people as p, type Scene, sure } from './scene.ts'

/** After the decision: handing over, and whether it is solved. */
export const after: Scene[] = [
  {
    rule: '1.4 不予批准要写理由和救济途径',
    play: async (s) => {
      const n = await s.decided(false)
      const m = await s.page(p.resident, n)
      sure(m.decision?.remedy && m.papers.some((x) => x.kind === 'decision-no'), '决定书写明复议机关和期限')
    },
  },
  {
    rule: '1.13 送不到：保管九十日，逾期退回出证单位',
    play: async (s) => {
      const n = await s.issued()
      await s.does(p.window, n, 'undelivered', { reason: '三次上门无人' })
      const due = clockOf(await s.page(p.window, n), 'hold')?.dueAt ?? ''
      const { body } = await s.ask(p.window, 'GET', '/api/session')
      sure((Date.parse(due) - Date.parse(body.now)) / 86_400_000 >= 89, '保管九十日')
      await s.does(p.window, n, 'delivery', { method: 'door', receivedBy: '刘志强' })
      sure((await s.page(p.window, n)).status === 'delivered', '找到人以后仍可送达')
    },
  },
  {
    rule: '1.13 拒绝签收：留置送达，两名见证人',
    play: async (s) => {
      const n = await s.issued()
      const left = { method: 'left', receivedBy: '拒签' }
      await s.mayNot(p.window, n, 'delivery', { ...left, witnesses: ['华云'] }, '两名见证人')
      await s.does(p.window, n, 'delivery', { ...left, witnesses: ['华云', '楼长王师傅'] })
    },
  },
  {
    rule: '办结不等于解决：申请人提出异议，回到单位，督办员看得见；可以重新办理',
    play: async (s) => {
      const n = await s.delivered()
      await s.does(p.resident, n, 'dispute', { words: '补助没有到账' })
      const { body } = await s.ask(p.supervisor, 'GET', '/api/matters?solution=disputed')
      sure(
        body.rows.some((r: { number: string }) => r.number === n),
        '督办员的清单里有',
      )
      await s.does(p.civil, n, 'dispute/answer', { words: '账号录错，重新办理', reopen: true })
      const m = await s.page(p.resident, n)
      sure(
        m.status === 'processing' && m.closedAt === null && m.tasks.some((t) => t.status === 'open'),
        '同一编号重新办理',
      )
    },
  },
  {
    rule: '解决与否由申请人说：确认以后才算解决',
    play: async (s) => {
      const n = await s.delivered()
      sure((await s.page(p.resident, n)).solution === 'unknown', '办结时还不知道')
      await s.mayNot(p.civil, n, 'solved', {}, '只有申请人')
      await s.does(p.resident, n, 'solved')
      sure((await s.page(p.resident, n)).solution === 'solved', '申请人确认')
    },
  },
  {
    rule: 'R-1.10 差评：一个工作日联系，十五个工作日整改，回访满意才算完',
    play: async (s) => {
      const n = await s.delivered()
      await s.does(p.resident, n, 'rating', { level: 5, words: '跑了三趟' })
      await s.does(p.rater, n, 'contact', { note: '已致歉' })
      const { dueAt } = clockOf(await s.page(p.rater, n), 'rectify') ?? {}
      sure(lastDayOf(dueAt), '整改期限开始')
      await s.mayNot(p.rater, n, 'call-back', { satisfied: true, note: '满意' }, '整改还没有登记')
      await s.does(p.civil, n, 'rectification', { note: '已上门补办' })
      await s.does(p.rater, n, 'call-back', { satisfied: false, note: '还差一份' })
      await s.does(p.civil, n, 'rectification', { note: '已补齐' })
      await s.does(p.rater, n, 'call-back', { satisfied: true, note: '满意' })
      sure(!clockOf(await s.page(p.rater, n), 'rectify'), '回访满意，整改结束')
    },
  },
  {
    rule: 'R-1.10 错误或恶意的评价：只能经申诉复核排除，原评价留着',
    play: async (s) => {
      const n = await s.delivered()
      await s.does(p.resident, n, 'rating', { level: 4 })
      await s.mayNot(p.civil, n, 'rating/appeal/decision', { uphold: true, note: '误评' }, '好差评管理员')
      await s.does(p.civil, n, 'rating/appeal', { reason: '评的是别的事' })
      await s.does(p.rater, n, 'rating/appeal/decision', { uphold: true, note: '误评' })
      sure((await s.page(p.resident, n)).rating?.level === 4, '原评价还在')
    },
  },
  {
    rule: 'R-B.14 要用的文书随时可以出具：收件凭证、流转凭证、缴费通知、撤回申请、告知承诺',
    play: async (s) => {
      const n = await s.received()
      await s.mayNot(p.window, n, 'papers', { kind: 'payment' }, '应缴金额')
      for (const kind of ['receipt', 'circulation', 'withdrawal', 'promise'])
        await s.does(p.window, n, 'papers', { kind })
      await s.does(p.window, n, 'papers', { kind: 'payment', amount: 20 })
      const { papers } = await s.page(p.window, n)
      sure(new Set(papers.map((x) => x.kind)).size === 5, '五种文书')
      for (const paper of papers) {
        const { status } = await s.ask(p.window, 'GET', `/api/papers/${paper.id}.pdf`)
        sure(status === 200, `${paper.title}打得出来`)
      }
    },
  },
]
