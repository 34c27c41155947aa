import type { Actor, Duty, Post } from '../platform/auth.ts'

/** What may leave as a file, how much of it, at whose word (R-B.16, 17.2). Pure. */

export const whats = ['residents', 'care', 'households', 'organisations'] as const
export type What = (typeof whats)[number]
export const standings = ['registered', 'present', 'usual'] as const
export type Standing = (typeof standings)[number]
export const formats = ['xlsx', 'csv'] as const
export type Format = (typeof formats)[number]
export type State = 'waiting' | 'refused' | 'cancelled' | 'making' | 'ready' | 'failed' | 'expired'

export const titleOf: Record<What, string> = {
  residents: '居民名单',
  care: '关爱对象名单',
  households: '户籍户名单',
  organisations: '单位名单',
}
/** which population a list is of stands on it. */
export const standingWords: Record<Standing, string> = {
  registered: '户籍人口（户口登记在本地）',
  present: '实有人口（现住本地）',
  usual: '常住人口（现住本地半年以上）',
}

/** Who works with lists. The grid worker has the day's list on the phone, and no use for a file. */
export const askers: Duty[] = ['clerk', 'grid-head', 'data-manager']
export const deciders: Duty[] = ['grid-head', 'security-admin']
export const readers: Duty[] = [...askers, 'security-admin', 'audit-admin']

/** A sheet is written in memory; a CSV file is written as it is read. Numbers in full go out by the page, not by the district. */
export const mostLines = { xlsx: 20_000, csv: 100_000, full: 2_000, local: 1_000 }
export const mostWaiting = 5
export const mostADay = 20
export const mostTaken = 5
/** Of a sensitive category even masked names tell who it is, where there are so few. */
export const fewest = 5

export type Filter = { standing?: Standing; ageFrom?: number; ageTo?: number; category?: string }
export type Asked = {
  what: What
  place: { path: string; kind: string }
  lines: number
  /** Some column shows a name, number or address in full. */
  full: boolean
  /** The category is a sensitive one. */
  sensitive: boolean
  format: Format
}

/** The post by which they may ask for this place, or null: then the place does not exist for them. */
export const postToAsk = (actor: Actor, path: string): Post | null =>
  actor.posts.find((p) => askers.includes(p.duty) && path.startsWith(p.path)) ?? null

export function whyNotAsked({ lines, full, sensitive, format }: Asked): string | null {
  if (!lines) return '没有符合条件的记录，不用导出'
  if (sensitive && full) return '敏感类别只能导出遮盖后的内容'
  if (sensitive && lines < fewest) return `敏感类别少于 ${fewest} 人时不能导出：遮盖了也认得出是谁`
  if (full && lines > mostLines.full)
    return `完整信息一次最多 ${mostLines.full} 条，现在有 ${lines} 条，请缩小范围，或者只要遮盖后的内容`
  if (lines > mostLines[format])
    return format === 'xlsx' && lines <= mostLines.csv
      ? `xlsx 一次最多 ${mostLines.xlsx} 条，现在有 ${lines} 条，请改用 csv，或者缩小范围`
      : `一次最多 ${mostLines[format]} 条，现在有 ${lines} 条，请缩小范围`
  return null
}

const local = ['community', 'village', 'grid']
/** What a community may decide by itself: its own people, masked, not many, nothing sensitive. */
export const staysLocal = (r: Asked): boolean =>
  local.includes(r.place.kind) && !r.full && !r.sensitive && r.lines <= mostLines.local

export type Request = Asked & { state: State; requestedBy: string }

/** The post by which this person decides it, were it still to be decided. */
export const postToDecide = (actor: Actor, r: Request): Post | null =>
  actor.posts.find((p) => p.duty === 'security-admin' && r.place.path.startsWith(p.path)) ??
  (staysLocal(r) ? actor.posts.find((p) => p.duty === 'grid-head' && r.place.path.startsWith(p.path)) : null) ??
  null

/** Four eyes: never one's own; beyond one's own community, in full, or sensitive: the security administrator. */
export function whyNotDecided(actor: Actor, r: Request): string | null {
  if (r.requestedBy === actor.account) return '不能审批自己的申请'
  if (!postToDecide(actor, r))
    return staysLocal(r)
      ? '只有网格长或安全管理员可以审批'
      : '只有安全管理员可以审批：超出一个社区、含完整信息或敏感类别'
  if (r.state !== 'waiting') return '这份申请没有在等待审批'
  return null
}

export function whyNotTaken(r: { state: State; expiresAt: Date | null; taken: number }, now: Date): string | null {
  if (r.state === 'expired' || (r.expiresAt && r.expiresAt <= now)) return '文件已过有效期，已经删除'
  if (r.state !== 'ready') return '文件还没有准备好'
  if (r.taken >= mostTaken) return `已经下载 ${mostTaken} 次，不能再下载`
  return null
}
