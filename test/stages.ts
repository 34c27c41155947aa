import { tellIn } from './story.ts'
import { applyFor, type World } from './world.ts'

const materials = ['id-card', 'household-register', 'lease', 'verification-consent', 'income-statement']
const opinion = { outcome: 'agree', opinion: '属实' }

/** A matter brought to a stage, with the part, order or paper that acts there are about. Its owner is always the same. */
export const owner = 'liu-zhiqiang'
export type Staged = { number: string; task?: string; id?: string }
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
export const addressOf = (act: string, s: Staged) => {
  const [method = '', path = ''] = act.split(' ')
  return {
    method: method as 'POST' | 'DELETE',
    url: `/api/matters/${s.number}/${path.replace('{task}', s.task ?? '').replace('{id}', s.id ?? '')}`,
  }
}
