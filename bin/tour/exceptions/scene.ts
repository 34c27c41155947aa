import type { MatterView } from '../../../server/matter/view.ts'
import { application as lowIncome } from '../steps.ts'

/** How a scene speaks to a district: the tests over the app itself, the tour over HTTP. */
export type Ask = (
  who: string | null,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
) => Promise<{ status: number; body: Loose }>
// biome-ignore lint/suspicious/noExplicitAny: answers of many addresses
export type Loose = any
export type Scene = {
  /** The rule it shows, by number and in words. */
  rule: string
  play: (s: Stage) => Promise<void>
}
export type Stage = ReturnType<typeof stageOn>

export const people = {
  resident: 'liu-zhiqiang',
  window: 'zhou-min',
  otherWindow: 'qian-lan',
  police: 'han-lei',
  labour: 'zheng-xiao',
  housing: 'wei-dongming',
  civil: 'wu-jianguo',
  head: 'yang-hui',
  leader: 'xu-zhengyang',
  supervisor: 'shi-rui',
  rater: 'mao-xin',
} as const

/** The sentences scenes are written in. `say` is told what happened; every failure is an error with what the server said. */
export function stageOn(ask: Ask, moveTo: (to: string) => Promise<void>, say: (line: string) => void = () => {}) {
  const page = async (who: string, number: string): Promise<MatterView> => {
    const { status, body } = await ask(who, 'GET', `/api/matters/${number}`)
    if (status !== 200) throw new Error(`${who} 看不到 ${number}：${status}`)
    return body
  }
  /** Somebody does something, and it is done. */
  const does = async (who: string, number: string, path: string, body: object = {}) => {
    const res = await ask(who, 'POST', `/api/matters/${number}/${path}`, body)
    if (res.status !== 200) throw new Error(`${who} ${path}：${res.status} ${res.body.message}`)
    say(`${who} ${path}：${res.body.statusText}`)
    return res.body
  }
  /** Somebody tries and is told why not. */
  const mayNot = async (who: string, number: string, path: string, body: object, why: string | RegExp) => {
    const res = await ask(who, 'POST', `/api/matters/${number}/${path}`, body)
    const told = String(res.body.message)
    const right = typeof why === 'string' ? told.includes(why) : why.test(told)
    if (res.status < 400 || res.status > 499 || !right)
      throw new Error(`${who} ${path} 应被拒绝（${why}）：${res.status} ${told}`)
    say(`${who} ${path} 被拒绝：${told}`)
  }
  const apply = async (who: string, item = 'minimum-living-allowance', more: object = {}): Promise<string> => {
    const held = (await ask(people.resident, 'GET', '/api/held')).body
    const base = lowIncome(held) as { materials: object[] }
    const res = await ask(who, 'POST', '/api/matters', { ...base, item, ...more })
    if (res.status !== 200) throw new Error(`${item}：${res.status} ${JSON.stringify(res.body)}`)
    say(`${who} 提交，办件编号 ${res.body.number}`)
    return res.body.number
  }
  const partOf = async (number: string, unit: string, status = 'open') => {
    const found = (await page(people.supervisor, number)).tasks.findLast((t) => t.unit === unit && t.status === status)
    if (!found) throw new Error(`${number} 没有 ${unit} 的环节（${status}）`)
    return found
  }
  const all = ['id-card', 'household-register', 'lease', 'verification-consent', 'income-statement']
  const received = (who: string = people.resident) =>
    apply(who, 'minimum-living-allowance', { materials: all.map((code) => ({ code, status: 'received' })) })
  const accepted = async () => {
    const number = await received()
    await does(people.window, number, 'acceptance')
    return number
  }
  const decided = async (yes = true) => {
    const number = await accepted()
    for (const [who, unit] of [
      [people.police, 'police'],
      [people.labour, 'human-resources'],
      [people.housing, 'housing'],
    ] as const)
      await does(who, number, `tasks/${(await partOf(number, unit)).id}/completion`, {
        outcome: 'agree',
        opinion: '属实',
      })
    const decide = `tasks/${(await partOf(number, 'civil-affairs')).id}/completion`
    const remedy = { remedy: '可在六十日内向区人民政府申请行政复议' }
    await does(people.civil, number, decide, { outcome: yes ? 'yes' : 'no', opinion: '经审查', ...(!yes && remedy) })
    return number
  }
  const issued = async () => {
    const number = await decided()
    await does(people.civil, number, 'result', { number: `低保 ${number}` })
    return number
  }
  const delivered = async () => {
    const number = await issued()
    await does(people.window, number, 'delivery', { method: 'window', receivedBy: '刘志强' })
    return number
  }
  return { ask, moveTo, say, page, does, mayNot, apply, partOf, received, accepted, decided, issued, delivered }
}

export function sure(holds: unknown, what: string): asserts holds {
  if (!holds) throw new Error(`与规则不符：${what}`)
}
/** The dates of a clock as days in China. */
export const lastDayOf = (due: string | null | undefined) =>
  due ? new Date(Date.parse(due) - 1 + 8 * 3_600_000).toISOString().slice(0, 10) : null
export const clockOf = (m: MatterView, name: string) => m.clocks.findLast((k) => k.name === name && !k.endedAt)
