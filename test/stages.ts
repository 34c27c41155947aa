import { tellIn } from './story.ts'
import { application, applyFor, type World } from './world.ts'

const materials = ['id-card', 'household-register', 'lease', 'verification-consent', 'income-statement']
const opinion = { outcome: 'agree', opinion: '属实' }

/** A matter brought to a stage, with the part, order or paper that acts there are about. Its owner is always the same. */
export const owner = 'liu-zhiqiang'
export type Staged = { number: string; task?: string; id?: string; other?: string }
export type Stage = keyof ReturnType<typeof stages>

/** Each stage builds on the one before: any of them gives a fresh matter, moved by the people whose act it is. */
export function stages(world: World) {
  const { page, act, task } = tellIn(world)
  const partOf = async (number: string, unit: string, status = 'open') =>
    task(await page('zhou-min', number), unit, status).id
  const all = {
    received: async (): Promise<Staged> => ({
      number: await applyFor(world, owner, 'minimum-living-allowance', { materials }),
    }),
    card: async (): Promise<Staged> => ({
      number: await applyFor(world, owner, 'elderly-card', { materials: ['id-card', 'photo'] }),
    }),
    pair: async (): Promise<Staged> => ({ ...(await all.received()), other: (await all.received()).number }),
    correction: async (): Promise<Staged> => {
      const { number } = await all.received()
      await act('zhou-min', number, 'correction', { items: ['租房合同'] })
      return { number }
    },
    withdrawn: async (): Promise<Staged> => {
      const { number } = await all.received()
      await act(owner, number, 'withdrawal', { reason: '不办了' })
      return { number }
    },
    processing: async (): Promise<Staged> => {
      const { number } = await all.received()
      await act('zhou-min', number, 'acceptance')
      return { number, task: await partOf(number, 'police') }
    },
    returned: async (): Promise<Staged> => {
      const { number, task } = await all.processing()
      await act('han-lei', number, `tasks/${task}/return`, { code: 'wrong-unit', reason: '请找交警' })
      return { number, ...(task && { task }) }
    },
    stopped: async (): Promise<Staged> => {
      const { number, task } = await all.processing()
      const stop = { kind: '家庭经济状况核对', reason: '函询', expectedEnd: '2026-10-09' }
      await act('han-lei', number, `tasks/${task}/stop`, stop)
      return { number, ...(task && { task }) }
    },
    asked: async (): Promise<Staged> => {
      const { number } = await all.processing()
      await act('wu-jianguo', number, 'extension', { amount: 5, reason: '需要核查' })
      return { number }
    },
    supervised: async (): Promise<Staged> => {
      const { number } = await all.processing()
      await act('shi-rui', number, 'supervisions', { target: 'civil-affairs', basis: '督查', demand: '说明', days: 3 })
      const id = (await page('shi-rui', number)).supervisions[0]?.id
      return { number, ...(id && { id }) }
    },
    decided: async (): Promise<Staged> => {
      const { number } = await all.processing()
      for (const [who, unit] of [
        ['han-lei', 'police'],
        ['zheng-xiao', 'human-resources'],
        ['wei-dongming', 'housing'],
      ] as const)
        await act(who, number, `tasks/${await partOf(number, unit)}/completion`, opinion)
      const decide = `tasks/${await partOf(number, 'civil-affairs')}/completion`
      await act('wu-jianguo', number, decide, { outcome: 'yes', opinion: '符合条件' })
      return { number }
    },
    issued: async (): Promise<Staged> => {
      const { number } = await all.decided()
      await act('wu-jianguo', number, 'result', { number: `低保 ${number}` })
      return { number }
    },
    delivered: async (): Promise<Staged> => {
      const { number } = await all.issued()
      await act('zhou-min', number, 'delivery', { method: 'window', receivedBy: '刘志强' })
      return { number }
    },
    late: async (): Promise<Staged> => {
      const body = await application(world, owner, 'minimum-living-allowance', { materials })
      const late = { receivedAt: '2026-09-18T10:00:00+08:00', reason: '停电' }
      const res = await world.call('zhou-min', 'POST', '/api/matters', { ...body, late })
      return { number: res.body.number }
    },
    visitDue: async (): Promise<Staged> => {
      const { number } = await all.received()
      await act('zhou-min', number, 'visit', { day: '2026-09-23', slot: 'am', where: '家里' })
      return { number }
    },
    disputed: async (): Promise<Staged> => {
      const { number } = await all.delivered()
      await act(owner, number, 'dispute', { words: '钱没有到账' })
      return { number }
    },
    badlyRated: async (): Promise<Staged> => {
      const { number } = await all.delivered()
      await act(owner, number, 'rating', { level: 5 })
      await act('mao-xin', number, 'contact', { note: '已联系' })
      return { number }
    },
    rectified: async (): Promise<Staged> => {
      const { number } = await all.badlyRated()
      await act('wu-jianguo', number, 'rectification', { note: '已补发' })
      return { number }
    },
    appealed: async (): Promise<Staged> => {
      const { number } = await all.badlyRated()
      await act('wu-jianguo', number, 'rating/appeal', { reason: '评错了' })
      return { number }
    },
    rated: async (): Promise<Staged> => {
      const { number } = await all.delivered()
      await act(owner, number, 'rating', { level: 5 })
      return { number }
    },
  }
  return all
}

/** Every act on a matter: at which stage, with what body, and whose it is. The authorisation and the fuzz tests share it. */
type Row = { stage: Stage; body?: Record<string, unknown>; may: string[]; staffOnly?: false }
const lead = ['wu-jianguo', 'yang-hui']
export const matterActs: Record<string, Row> = {
  'POST acceptance': { stage: 'received', body: {}, may: ['zhou-min'] },
  'POST settlement': {
    stage: 'card',
    body: { opinion: '办', receivedBy: '刘志强', resultNumber: 'R-1' },
    may: ['zhou-min'],
  },
  'POST refusal': { stage: 'received', body: { kind: 'not-qualified', reason: '收入超标' }, may: ['zhou-min'] },
  'POST links': { stage: 'pair', body: { other: '@other', kind: 'related', note: '一家人' }, may: ['zhou-min'] },
  'POST merging': { stage: 'pair', body: { into: '@other', note: '重复' }, may: ['zhou-min'] },
  'POST transfer': { stage: 'received', body: { place: 'xingfu', note: '住在那里' }, may: ['zhou-min'] },
  'POST representative': {
    stage: 'received',
    body: {
      name: '王小红',
      idNumber: '340799199206150047',
      phone: '10000000088',
      kind: 'agent',
      why: '腿脚不便',
      authorisation: '当面签署',
    },
    may: ['zhou-min'],
  },
  'POST helper': { stage: 'received', body: { how: 'act', authorisation: '当面签署' }, may: ['zhou-min'] },
  'POST visit': { stage: 'received', body: { day: '2026-09-23', slot: 'am', where: '家里' }, may: ['zhou-min'] },
  'POST visit/report': { stage: 'visitDue', body: { staff: ['甲', '乙'], note: '属实' }, may: ['zhou-min'] },
  'POST late/decision': { stage: 'late', body: { approve: true, note: '同意' }, may: ['yang-hui', 'shi-rui'] },
  'POST vertical': { stage: 'received', body: { system: '省低保系统', number: 'AH-1' }, may: ['zhou-min'] },
  'POST undelivered': { stage: 'issued', body: { reason: '不在家' }, may: ['zhou-min'] },
  'POST papers': { stage: 'received', body: { kind: 'receipt' }, may: ['zhou-min'] },
  'POST solved': { stage: 'delivered', body: {}, may: [owner], staffOnly: false },
  'POST dispute': { stage: 'delivered', body: { words: '没到账' }, may: [owner], staffOnly: false },
  'POST dispute/answer': { stage: 'disputed', body: { words: '已补发', reopen: false }, may: lead },
  'POST rectification': { stage: 'badlyRated', body: { note: '已补发' }, may: lead },
  'POST call-back': { stage: 'rectified', body: { satisfied: true, note: '满意' }, may: ['mao-xin'] },
  'POST rating/appeal': { stage: 'badlyRated', body: { reason: '评错了' }, may: lead },
  'POST rating/appeal/decision': { stage: 'appealed', body: { uphold: false, note: '不成立' }, may: ['mao-xin'] },
  'POST correction': { stage: 'received', body: { items: ['租房合同'], days: 10 }, may: ['zhou-min'] },
  'POST fix': { stage: 'received', body: { form: { 'household-size': 2 }, note: '笔误' }, may: ['zhou-min'] },
  'POST supplement': {
    stage: 'correction',
    body: { materials: [{ code: 'lease' }], note: '补上' },
    may: ['zhou-min', owner],
    staffOnly: false,
  },
  'POST withdrawal': { stage: 'received', body: { reason: '不办了' }, may: ['zhou-min', owner], staffOnly: false },
  'DELETE withdrawal': { stage: 'withdrawn', may: ['zhou-min', owner], staffOnly: false },
  'POST sending-back': { stage: 'returned', body: { reason: '请改办' }, may: ['zhou-min'] },
  'POST extension': { stage: 'processing', body: { amount: 5, reason: '核查' }, may: lead },
  'POST extension/decision': { stage: 'asked', body: { approve: true, note: '同意' }, may: ['xu-zhengyang'] },
  'POST result': { stage: 'decided', body: { number: '低保 1', note: '无' }, may: lead },
  'POST delivery': { stage: 'issued', body: { method: 'window', receivedBy: '刘志强' }, may: ['zhou-min'] },
  'POST rating': { stage: 'delivered', body: { level: 3, words: '还行' }, may: [owner], staffOnly: false },
  'POST contact': { stage: 'rated', body: { note: '已联系' }, may: ['mao-xin'] },
  'POST urge': {
    stage: 'processing',
    body: { words: '请快一点', target: 'police' },
    may: [owner, 'zhou-min', ...lead, 'han-lei', 'xu-zhengyang', 'shi-rui', 'tao-jie', 'mao-xin', 'zhang-heng'],
    staffOnly: false,
  },
  'POST supervisions': {
    stage: 'processing',
    body: { target: 'police', basis: '督查', demand: '说明进度', days: 3 },
    may: ['shi-rui', 'tao-jie', 'xu-zhengyang'],
  },
  'POST supervisions/{id}/reply': { stage: 'supervised', body: { reply: '三日内办结' }, may: lead },
  'POST voiding': { stage: 'processing', body: { kind: 'voided', reason: '重复' }, may: ['yang-hui'] },
  'POST tasks/{task}/completion': {
    stage: 'processing',
    body: { outcome: 'agree', opinion: '属实', remedy: '无' },
    may: ['han-lei'],
  },
  'POST tasks/{task}/return': { stage: 'processing', body: { code: 'wrong-unit', reason: '找交警' }, may: ['han-lei'] },
  'POST tasks/{task}/reroute': { stage: 'returned', body: { unit: 'police', note: '再核' }, may: ['zhou-min'] },
  'POST tasks/{task}/stop': {
    stage: 'processing',
    body: { kind: '家庭经济状况核对', reason: '函询', expectedEnd: '2026-10-09' },
    may: ['han-lei'],
  },
  'POST tasks/{task}/resume': { stage: 'stopped', body: { result: '已答复' }, may: ['han-lei'] },
  'POST tasks/{task}/consultation': {
    stage: 'processing',
    body: { unit: 'finance', question: '资金？', days: 3 },
    may: ['han-lei'],
  },
}
/** What an act is given, about the matter that stands beside it where it needs one. */
export const bodyFor = (row: Row, s: Staged): Record<string, unknown> | undefined =>
  row.body && JSON.parse(JSON.stringify(row.body).replace('@other', s.other ?? ''))
export const addressOf = (act: string, s: Staged) => {
  const [method = '', path = ''] = act.split(' ')
  return {
    method: method as 'POST' | 'DELETE',
    url: `/api/matters/${s.number}/${path.replace('{task}', s.task ?? '').replace('{id}', s.id ?? '')}`,
  }
}
