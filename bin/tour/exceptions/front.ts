import { clockOf, lastDayOf, people as p, type Scene, sure } from './scene.ts'

/** Before acceptance: who takes it, what is lacking, whose it is. */
export const front: Scene[] = [
  {
    rule: '1.4 不属于本机关职权：不予受理，并写明应向哪个机关申请',
    play: async (s) => {
      const n = await s.received()
      await s.mayNot(p.window, n, 'refusal', { kind: 'not-ours', reason: '不归我们' }, '向哪个机关申请')
      await s.does(p.window, n, 'refusal', { kind: 'not-ours', reason: '户籍在义安区', rightBody: '义安区民政局' })
      const m = await s.page(p.resident, n)
      sure(
        m.refusal?.rightBody === '义安区民政局' && m.papers.some((x) => x.kind === 'refusal'),
        '理由、去处和文书都有',
      )
    },
  },
  {
    rule: '1.5 五个工作日不告知即视为受理；补正以后，从补来的那天起算',
    play: async (s) => {
      const n = await s.received()
      await s.does(p.window, n, 'correction', { items: ['租房合同'], days: 10 })
      await s.does(p.resident, n, 'supplement', { materials: [{ code: 'lease' }] })
      const { at } = (await s.page(p.window, n)).events.at(-1) ?? { at: '' }
      const due = clockOf(await s.page(p.window, n), 'notice')?.dueAt
      sure(due, '告知期限重新开始')
      await s.moveTo(due)
      const m = await s.page(p.resident, n)
      sure(m.deemed && m.status === 'processing' && m.acceptedAt === at, '视为受理，从补来之日起')
    },
  },
  {
    rule: '1.5 补正逾期：视为撤回申请，办结类型是补正不来办结',
    play: async (s) => {
      const n = await s.received()
      await s.does(p.window, n, 'correction', { items: ['租房合同'], days: 1 })
      await s.moveTo(clockOf(await s.page(p.window, n), 'correction')?.dueAt ?? '')
      sure((await s.page(p.resident, n)).closing === 'lapsed', '补正不来办结')
    },
  },
  {
    rule: '1.5 容缺受理：签了承诺才受理，逾期不补视为撤回',
    play: async (s) => {
      const materials = ['id-card', 'household-register', 'lease', 'verification-consent'].map((code) => ({
        code,
        status: 'received',
      }))
      const n = await s.apply(p.resident, 'minimum-living-allowance', { materials })
      await s.mayNot(p.window, n, 'acceptance', { tolerated: ['income-statement'] }, '承诺书')
      await s.does(p.window, n, 'acceptance', { tolerated: ['income-statement'], promiseSigned: true })
      await s.moveTo(clockOf(await s.page(p.window, n), 'tolerance')?.dueAt ?? '')
      sure((await s.page(p.resident, n)).closing === 'tolerance-lapsed', '逾期未补，视为撤回')
    },
  },
  {
    rule: '1.7 受理以后不再补正：要退回窗口，写原因和说明',
    play: async (s) => {
      const n = await s.accepted()
      await s.mayNot(p.window, n, 'correction', { items: ['再来一份'] }, '已经受理')
      const part = await s.partOf(n, 'police')
      await s.does(p.police, n, `tasks/${part.id}/return`, { code: 'wrong-unit', reason: '户籍在别处' })
      await s.does(p.window, n, `tasks/${part.id}/reroute`, { unit: 'civil-affairs', note: '请民政核对' })
      sure((await s.partOf(n, 'civil-affairs')).title === part.title, '改派给了另一个单位')
    },
  },
  {
    rule: '1.13 交错了社区：受理以前转送，五日期限照走',
    play: async (s) => {
      const n = await s.received()
      const due = clockOf(await s.page(p.window, n), 'notice')?.dueAt
      await s.does(p.window, n, 'transfer', { place: 'xingfu', note: '住在幸福社区' })
      const m = await s.page(p.otherWindow, n)
      sure(m.acceptUnit === 'xingfu-centre' && clockOf(m, 'notice')?.dueAt === due, '到了幸福社区，期限没有变')
      await s.does(p.otherWindow, n, 'acceptance')
      await s.mayNot(p.otherWindow, n, 'transfer', { place: 'tianjinghu', note: '转回' }, '受理以后不能转送')
    },
  },
  {
    rule: '1.13 同一人同一事项又来一件：提示，不强制；并入以后，两件都得到答复',
    play: async (s) => {
      const first = await s.received()
      const second = await s.received()
      sure((await s.page(p.window, second)).others.includes(first), '窗口看到另一件')
      await s.does(p.window, second, 'merging', { into: first, note: '重复提交' })
      sure((await s.page(p.resident, second)).status === 'merged', '已并入')
      await s.does(p.window, first, 'refusal', { kind: 'not-qualified', reason: '收入超过标准' })
      const m = await s.page(p.resident, second)
      sure(
        m.events.some((e) => e.verb === 'matter.answered-with'),
        '并入的一件也得到答复',
      )
    },
  },
  {
    rule: '1.13 停电时纸面收件，后来补录：要写原因，由别人审核，期限从实际收件日起算',
    play: async (s) => {
      const now = Date.parse((await s.ask(p.window, 'GET', '/api/session')).body.now)
      const receivedAt = new Date(now - 3 * 86_400_000).toISOString()
      const n = await s.apply(p.window, 'minimum-living-allowance', { late: { receivedAt, reason: '停电两天' } })
      const entered = clockOf(await s.page(p.window, n), 'notice')?.dueAt ?? ''
      await s.mayNot(p.window, n, 'acceptance', {}, '还没有审核')
      await s.does(p.supervisor, n, 'late/decision', { approve: true, note: '停电通知已附' })
      const m = await s.page(p.window, n)
      sure(m.receivedAt === receivedAt && (clockOf(m, 'notice')?.dueAt ?? '') < entered, '收件时间和期限都提前了')
    },
  },
  {
    rule: '1.9 帮办代办：要有委托，代办的人不能受理自己代办的件',
    play: async (s) => {
      const n = await s.received()
      await s.mayNot(p.window, n, 'helper', { how: 'act' }, '说明')
      await s.does(p.window, n, 'helper', { how: 'act', authorisation: '当面签署委托书' })
      await s.mayNot(p.window, n, 'acceptance', {}, '不能受理自己代办的件')
      sure(
        (await s.page(p.window, n)).papers.some((x) => x.kind === 'helper'),
        '代办委托书已出具',
      )
    },
  },
  {
    rule: '1.9 没有授权不能代理；登记代理人不改写申请人的信息',
    play: async (s) => {
      const n = await s.received()
      const agent = { name: '王小红', idNumber: '340799199206150047', phone: '10000000088', kind: 'agent', why: '住院' }
      await s.mayNot(p.window, n, 'representative', agent, '授权')
      const before = (await s.page(p.window, n)).applicantParty
      await s.does(p.window, n, 'representative', { ...agent, authorisation: '授权委托书一份' })
      const after = await s.page(p.window, n)
      sure(JSON.stringify(after.applicantParty) === JSON.stringify(before), '申请人的信息和提交时一样')
      sure(
        after.papers.some((x) => x.kind === 'authorisation'),
        '授权委托书已出具',
      )
    },
  },
  {
    rule: '1.9 上门办理：约好时间，核查要有两名以上工作人员',
    play: async (s) => {
      const n = await s.received()
      const day = lastDayOf(clockOf(await s.page(p.window, n), 'notice')?.dueAt) ?? ''
      await s.does(p.window, n, 'visit', { day, slot: 'am', where: '申请人家中' })
      await s.mayNot(p.window, n, 'visit/report', { staff: ['周敏'], note: '属实' }, '两名以上')
      await s.does(p.window, n, 'visit/report', { staff: ['周敏', '华云'], note: '家庭情况属实' })
    },
  },
]
