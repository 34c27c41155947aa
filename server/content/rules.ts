import type { Process } from '../kernel/step.ts'
import type { Item } from './item.ts'

/** What an item must keep to whoever writes it. Pure: null or the reason, in Chinese. */
type Limits = Item['limits']
type Amount = Limits['promised']
const unitWords: Record<Amount['unit'], string> = { workday: '个工作日', day: '天', hour: '小时', month: '个月' }
export const limitText = (l: Amount) => `${l.amount}${unitWords[l.unit]}`

/** */
export function badPromise({ legal, promised }: Limits): string | null {
  if (!legal) return null
  if (legal.unit !== promised.unit)
    return `承诺时限（${limitText(promised)}）和法定时限（${limitText(legal)}）要用同一种单位`
  if (promised.amount > legal.amount) return `承诺时限（${limitText(promised)}）不能长于法定时限（${limitText(legal)}）`
  return null
}

/** */
export const badMaterialName = (name: string) =>
  /其[他它余].{0,8}(材料|资料|文件|证件|证明)|(相关|有关|所需|必要)的?(材料|资料|文件)|等(材料|资料)$/.test(name)
    ? `“${name}”是兜底的说法，请写明是哪一样材料`
    : null

export type Proofs = { kept: { name: string; issuer: string; basis: string | null }[]; forbidden: string[] }

/** R-1.3: a proof is asked for only where the district's list keeps it, and never from a residents' committee on what it must not certify. */
export function badProof(name: string, { kept, forbidden }: Proofs): string | null {
  if (!name.includes('证明')) return null
  const found = kept.find((p) => p.name === name)
  if (found && !/居委会|居民委员会|村委会|村民委员会|社区/.test(found.issuer)) return null
  const subject = forbidden.find((f) => name.includes(`${f}证明`))
  return subject
    ? `“${name}”是社区不得出具的证明，也不能要求申请人提交（2020年六部门清单：${subject}）`
    : `“${name}”是证明，不在保留的证明事项清单（proofs.json）里`
}

/** */
export function badOnTheSpot({
  projectType,
  limits: { promised },
}: Pick<Item, 'projectType' | 'limits'>): string | null {
  const sameDay = promised.unit === 'hour' ? promised.amount <= 24 : promised.unit !== 'month' && promised.amount === 1
  return projectType === 'on-the-spot' && !sameDay
    ? `即办件要当场或者当天办结，承诺时限不能是${limitText(promised)}`
    : null
}

/** 1.5: only joint handling is extended by the head of the government, so an item must not be called what it is not. */
export function badJoint(item: Pick<Item, 'joint' | 'tasks'>, process: Process): string | null {
  const parts = Object.values(item.tasks).filter((t) => t.kind === 'opinion')
  const sideBySide = Object.values(process.nodes).some((n) => /^(parallel|inclusive)$/.test(n.kind) && n.out.length > 1)
  const joint = sideBySide && new Set(parts.map((t) => t.unit)).size > 1
  if (joint === (item.joint ?? false)) return null
  return joint ? '几个单位同时办理，是并联事项，请写 "joint": true' : '没有几个单位同时办理，不是并联事项'
}

/** 1.5: what is promised to be handed in later comes before the item's own promised limit. */
export function badTolerance(tolerance: Item['tolerance'], promised: Amount): string | null {
  if (!tolerance) return null
  if (tolerance.limit.unit !== promised.unit)
    return `容缺补齐时限（${limitText(tolerance.limit)}）和承诺时限（${limitText(promised)}）要用同一种单位`
  if (tolerance.limit.amount > promised.amount)
    return `容缺补齐时限（${limitText(tolerance.limit)}）不能长于承诺时限（${limitText(promised)}）`
  return null
}

const after = (process: Process, id: string): string[] => {
  const node = process.nodes[id]
  if (!node) return []
  const out = (id: string): string[] => (process.nodes[id]?.out ?? []).map((flow) => process.flows[flow]?.to ?? '')
  const events = [...('boundary' in node ? node.boundary : []), ...('within' in node ? node.within : [])]
  // A sub-process is gone through, from its start to whatever follows it.
  if (node.kind === 'sub') return [node.start, ...events]
  if (node.kind === 'end' && node.scope) return out(node.scope)
  return [...out(id), ...events]
}

/** The nodes a token at `from` may still come to, without going on from those in `closed`. */
export function reachable(process: Process, from: string, closed: string[] = []): Set<string> {
  const seen = new Set<string>()
  const next = [...after(process, from)]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    if (!closed.includes(id)) next.push(...after(process, id))
  }
  return seen
}

/** The longest way through the process, each task counted once; a way back is not walked again. */
export function longestPath(process: Process, amountOf: (task: string) => number): { amount: number; tasks: string[] } {
  const known = new Map<string, { amount: number; tasks: string[] }>()
  const nothing = { amount: 0, tasks: [] }
  function from(id: string): { amount: number; tasks: string[] } {
    const found = known.get(id)
    if (found) return found
    known.set(id, nothing)
    const rest = after(process, id)
      .map(from)
      .reduce((a, b) => (b.amount > a.amount ? b : a), nothing)
    const own = process.nodes[id]?.kind === 'task'
    const path = own ? { amount: rest.amount + amountOf(id), tasks: [id, ...rest.tasks] } : rest
    known.set(id, path)
    return path
  }
  return from(process.start)
}
